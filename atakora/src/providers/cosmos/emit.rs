//! The account, its databases and containers, and the access of apps to single containers.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::rules::shared_throughput;
use super::{CapacityMode, Consistency, Cosmos, CosmosMerged, CosmosSettings, Throughput, TimeToLive};
use crate::azure::private_link::COSMOS_SQL;
use crate::azure::resource_name::COSMOSDB_ACCOUNT;
use crate::azure::roles;
use crate::backend::Scope;
use crate::deferred::{ChangeFeed, Endpoint};
use crate::provider::{Access, Emit, Principal, Provided};
use crate::providers::monitoring::{Logs, Monitoring};
use crate::providers::networking::{Networking, Target};
use crate::providers::types::{CosmosdbAccount, CosmosdbSqlContainer, CosmosdbSqlDatabase, CosmosdbSqlRoleAssignment};
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::Text;
use crate::terraform::value::Value;
use crate::{Error, Result, resource, template};

/// An account and what is in it.
#[derive(Clone)]
pub struct CosmosHandle {
    account: CosmosdbAccount,
    /// Which component uses which container; a container may be used by several.
    uses: Vec<Used>,
    /// The role assignments that are there, so that a container that two components of one app use gets one.
    granted: Rc<RefCell<BTreeSet<String>>>,
}

#[derive(Clone)]
struct Used {
    component: usize,
    component_name: &'static str,
    database: CosmosdbSqlDatabase,
    container: CosmosdbSqlContainer,
    id: String,
}

impl CosmosHandle {
    /// The address of the account.
    pub fn endpoint(&self) -> Endpoint {
        Endpoint::from_reference(&self.account.endpoint())
    }

    /// The ARM id of the account.
    pub fn id(&self) -> Ref<Text> {
        self.account.id()
    }

    /// The database of a component.
    ///
    /// # Errors
    /// The component has no container here.
    pub fn database_of(&self, component: &str) -> Result<Ref<Text>> {
        self.of(component).map(|used| used.database.name())
    }

    /// The first container of a component.
    ///
    /// # Errors
    /// The component has no container here.
    pub fn container_of(&self, component: &str) -> Result<Ref<Text>> {
        self.of(component).map(|used| used.container.name())
    }

    /// The changes of the first container of a component.
    ///
    /// # Errors
    /// The component has no container here.
    pub fn changes_of(&self, component: &str) -> Result<ChangeFeed> {
        let used = self.of(component)?;
        Ok(ChangeFeed {
            account_id: Tf::new(self.account.id()),
            account_name: Tf::new(self.account.name()),
            resource_group_name: Tf::new(self.account.resource_group_name()),
            endpoint: Tf::new(self.account.endpoint()),
            database: Tf::new(used.database.name()),
            container: Tf::new(used.container.name()),
        })
    }

    fn of(&self, component: &str) -> Result<&Used> {
        self.uses
            .iter()
            .find(|used| used.component_name == component)
            .ok_or_else(|| Error::new(format!("component `{component}` has no container in this Cosmos DB account")))
    }
}

#[diagnostic::do_not_recommend]
impl Emit for Cosmos {
    type Handle = CosmosHandle;

    fn emit(merged: &CosmosMerged<'_>, settings: &CosmosSettings, scope: &Scope<'_>) -> Result<CosmosHandle> {
        let account = account(merged, settings, scope);
        let serverless = merged.capacity == CapacityMode::Serverless;
        let databases = databases(merged, settings, scope, &account, serverless);
        let mut containers = BTreeMap::new();
        for (owner, container) in merged.containers.iter() {
            let Some(database) = databases.get(database_name(container.database, scope)) else { continue };
            let serving = scope.serving(std::slice::from_ref(&owner)).lasting();
            let id = scope.id(&format!("container_{}{}", pinned(container.database), container.name));
            let levels = container.partition_key.len();
            let handle = resource!(&serving, CosmosdbSqlContainer = azurerm_cosmosdb_sql_container (id.clone()) {
                name: container.name,
                resource_group_name: scope.resource_group_name(),
                account_name: account.name(),
                database_name: database.name(),
                partition_key_paths: container.partition_key,
                partition_key_kind: if levels > 1 { "MultiHash" } else { "Hash" },
                partition_key_version: 2,
                throughput?: manual(container.throughput),
                autoscale_settings: if let Some(units) = autoscale(container.throughput) { max_throughput: units },
                default_ttl?: default_ttl(container.time_to_live),
                unique_key: for paths in container.unique_keys { paths: *paths },
            });
            containers.insert((container.database, container.name), (database.clone(), handle, id));
        }
        let uses = merged.uses.iter().filter_map(|(component, used)| {
            let (database, container, id) = containers.get(&(used.database, used.name))?.clone();
            Some(Used { component, component_name: scope.component(component), database, container, id })
        });
        Ok(CosmosHandle { uses: uses.collect(), account, granted: Rc::default() })
    }
}

fn account(merged: &CosmosMerged<'_>, settings: &CosmosSettings, scope: &Scope<'_>) -> CosmosdbAccount {
    let bounded = settings.consistency == Consistency::BoundedStaleness;
    let (network, name) = (Networking::of(scope), scope.name(&COSMOSDB_ACCOUNT));
    let account = resource!(&scope.lasting(), CosmosdbAccount = azurerm_cosmosdb_account (scope.id("account")) {
        name: name.as_str(),
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        offer_type: "Standard",
        kind: "GlobalDocumentDB",
        free_tier_enabled: settings.free_tier,
        local_authentication_enabled: false,
        access_key_metadata_writes_enabled: false,
        minimal_tls_version: "Tls12",
        consistency_policy {
            consistency_level: settings.consistency.name(),
            max_interval_in_seconds?: bounded.then_some(300),
            max_staleness_prefix?: bounded.then_some(100_000),
        },
        geo_location { location: scope.region(), failover_priority: 0 },
        capabilities: if merged.capacity == CapacityMode::Serverless { name: "EnableServerless" },
        backup { type: "Continuous", tier: "Continuous7Days" },
        public_network_access_enabled?: network.public_data(),
        tags: scope.tags(),
    });
    let target = Target { what: "account", name: &name, id: account.id(), after: &[] };
    network.private_endpoint(scope, &target, &COSMOS_SQL);
    if let Some(monitoring) = Monitoring::of(scope) {
        monitoring.diagnose(scope, "account", account.id(), Logs::All);
    }
    account
}

fn databases(
    merged: &CosmosMerged<'_>,
    settings: &CosmosSettings,
    scope: &Scope<'_>,
    account: &CosmosdbAccount,
    serverless: bool,
) -> BTreeMap<String, CosmosdbSqlDatabase> {
    let mut sharing: BTreeMap<String, usize> = BTreeMap::new();
    for (_, container) in merged.containers.iter() {
        let count = sharing.entry(database_name(container.database, scope).to_owned()).or_default();
        *count += usize::from(container.throughput == Throughput::Shared);
    }
    sharing
        .into_iter()
        .map(|(name, sharing)| {
            // without a container that shares it, throughput on the database would be paid for nothing
            let throughput = if serverless || sharing == 0 {
                Throughput::Shared
            } else {
                shared_throughput(settings.throughput, sharing)
            };
            let id = if name == scope.backend_name() { "database".to_owned() } else { format!("database_{name}") };
            let database = resource!(&scope.lasting(), CosmosdbSqlDatabase = azurerm_cosmosdb_sql_database (scope.id(&id)) {
                name: name.as_str(),
                resource_group_name: scope.resource_group_name(),
                account_name: account.name(),
                throughput?: manual(throughput),
                autoscale_settings: if let Some(units) = autoscale(throughput) { max_throughput: units },
            });
            (name, database)
        })
        .collect()
}

fn database_name<'a>(database: &'a str, scope: &'a Scope<'_>) -> &'a str {
    if database.is_empty() { scope.backend_name() } else { database }
}

/// The part of a container's logical id that tells databases apart.
fn pinned(database: &str) -> String {
    if database.is_empty() { String::new() } else { format!("{database}_") }
}

fn manual(throughput: Throughput) -> Option<u32> {
    match throughput {
        Throughput::Manual(units) => Some(units),
        Throughput::Shared | Throughput::Autoscale(_) => None,
    }
}

fn autoscale(throughput: Throughput) -> Option<u32> {
    match throughput {
        Throughput::Autoscale(units) => Some(units),
        Throughput::Shared | Throughput::Manual(_) => None,
    }
}

fn default_ttl(time_to_live: TimeToLive) -> Option<i64> {
    match time_to_live {
        TimeToLive::Off => None,
        TimeToLive::PerItem => Some(-1),
        TimeToLive::Seconds(seconds) => Some(i64::from(seconds)),
    }
}

impl Provided for CosmosHandle {
    fn output(&self, name: &str, component: usize) -> Option<Value> {
        let own = || self.uses.iter().find(|used| used.component == component);
        let reference = match name {
            "endpoint" => self.account.endpoint(),
            "database" => own()?.database.name(),
            "container" => own()?.container.name(),
            _ => return None,
        };
        Some(Value::Expression(reference.expression().clone()))
    }

    fn grant(
        &self,
        access: &Access,
        component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        let definition = match access.role {
            super::DATA_CONTRIBUTOR => roles::COSMOSDB_DATA_CONTRIBUTOR,
            super::DATA_READER => roles::COSMOSDB_DATA_READER,
            other => return Err(Error::new(format!("Cosmos DB has no built-in data role `{other}`"))),
        };
        let kind = if access.role == super::DATA_READER { "reader" } else { "contributor" };
        let own = self.uses.iter().filter(|used| used.component == component);
        let mut made = Vec::new();
        for used in own {
            let id = format!("{}_{}_{kind}", used.id, principal.name);
            if !self.granted.borrow_mut().insert(id.clone()) {
                continue;
            }
            let role = resource!(scope, CosmosdbSqlRoleAssignment = azurerm_cosmosdb_sql_role_assignment (id) {
                resource_group_name: scope.resource_group_name(),
                account_name: self.account.name(),
                role_definition_id: template![self.account.id(), "/sqlRoleDefinitions/", definition],
                principal_id: &principal.principal_id,
                scope: template![
                    self.account.id(), "/dbs/", used.database.name(), "/colls/", used.container.name()
                ],
            });
            made.push(role.handle().clone());
        }
        Ok(made)
    }
}
