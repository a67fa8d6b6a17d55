//! The cache, and who may use it.

use ::cloud::azure::resource_name::MANAGED_REDIS;
use ::cloud::backend::Scope;
use ::cloud::provider::{Access, Emit, Principal, Provided};
use ::cloud::terraform::declare::{Handle, Resource};
use ::cloud::terraform::value::Value;
use ::cloud::terraform::{Number, Ref, Text};
use ::cloud::{Error, Result};
use ::core::cell::RefCell;
use ::core::clone::Clone;
use ::core::default::Default;
use ::core::iter::Iterator;
use ::core::option::Option::{self, None, Some};
use ::core::result::Result::{Err, Ok};
use ::std::collections::{BTreeMap, BTreeSet};
use ::std::rc::Rc;
use ::std::string::String;
use ::std::vec::Vec;

use crate::{DATA_OWNER, Eviction, Redis, RedisMerged, RedisSettings, Size};

::cloud::resource_type! {
    ManagedRedis = azurerm_managed_redis;
    Assignment = azurerm_managed_redis_access_policy_assignment;
}

/// A cache.
#[derive(Clone)]
pub struct RedisHandle {
    cache: ManagedRedis,
    /// Who has access already: two components of one app are one principal.
    granted: Rc<RefCell<BTreeSet<String>>>,
}

impl RedisHandle {
    /// The host.
    pub fn host(&self) -> Ref<Text> {
        self.cache.hostname()
    }

    /// The port.
    pub fn port(&self) -> Ref<Number> {
        let cache = &self.cache;
        ::cloud::tf!(azurerm_managed_redis: cache.default_database[0].port)
    }
}

const fn sku(size: Size) -> &'static str {
    match size {
        Size::B0 => "Balanced_B0",
        Size::B1 => "Balanced_B1",
        Size::B3 => "Balanced_B3",
        Size::B5 => "Balanced_B5",
        Size::B10 => "Balanced_B10",
    }
}

const fn policy(eviction: Eviction) -> &'static str {
    match eviction {
        Eviction::VolatileLru => "VolatileLRU",
        Eviction::AllKeysLru => "AllKeysLRU",
        Eviction::NoEviction => "NoEviction",
    }
}

impl Emit for Redis {
    type Handle = RedisHandle;

    fn emit(merged: &RedisMerged<'_>, settings: &RedisSettings, scope: &Scope<'_>) -> Result<RedisHandle> {
        // in an order that does not depend on that of the components
        let modules: BTreeMap<&str, &str> =
            merged.modules.iter().map(|(_, module)| (module.name, module.arguments)).collect();
        let cache = ::cloud::resource!(scope, ManagedRedis = azurerm_managed_redis (scope.id("cache")) {
            name: scope.name(&MANAGED_REDIS),
            resource_group_name: scope.resource_group_name(),
            location: scope.region(),
            sku_name: sku(merged.size),
            high_availability_enabled: settings.high_availability,
            default_database {
                access_keys_authentication_enabled: false,
                client_protocol: "Encrypted",
                eviction_policy: policy(merged.eviction),
                persistence_append_only_file_backup_frequency?: if merged.persistent { Some("1s") } else { None },
                module: for (name, arguments) in modules {
                    name: name,
                    args?: if arguments.is_empty() { None } else { Some(arguments) },
                },
            },
            tags: scope.tags(),
        });
        Ok(RedisHandle { cache, granted: Default::default() })
    }
}

impl Provided for RedisHandle {
    fn output(&self, name: &str, _component: usize) -> Option<Value> {
        match name {
            "host" => Some(Value::Expression(self.host().expression().clone())),
            "port" => Some(Value::Expression(self.port().expression().clone())),
            _ => None,
        }
    }

    fn grant(
        &self,
        access: &Access,
        _component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        if !::cloud::check::same_text(access.role, DATA_OWNER) {
            return Err(Error::new(::std::format!("Redis has no role `{}`", access.role)));
        }
        let mut made = Vec::new();
        if self.granted.borrow_mut().insert(principal.name.clone()) {
            let id = scope.id(&::std::format!("{}_redis", principal.name));
            let assignment = ::cloud::resource!(scope, Assignment = azurerm_managed_redis_access_policy_assignment (id) {
                managed_redis_id: self.cache.id(),
                object_id: &principal.principal_id,
            });
            made.push(assignment.handle().clone());
        }
        Ok(made)
    }
}
