//! The app: its plan, its host storage, its identity, itself, and its package folder.

mod admission;
mod app_settings;
mod auth;
mod flex;
mod identity;
mod linux;
mod triggers;

use std::rc::Rc;

use self::app_settings::{AppSettings, app_settings};
use self::auth::AuthSettings;
use self::identity::{AppIdentity, identity, monitoring};
use super::package::{self, Package, path_of};
use super::{Functions, FunctionsMerged, FunctionsSettings, Plan};
use crate::azure::host_name;
use crate::azure::private_link::SITES;
use crate::azure::resource_name::{FUNCTION_APP_FLEX_CONSUMPTION, LINUX_FUNCTION_APP, SERVICE_PLAN};
use crate::backend::Scope;
use crate::deferred::{AppFacts, Endpoint, FunctionApp, Identity};
use crate::provider::{Emit, Provided};
use crate::providers::monitoring::Logs;
use crate::providers::networking::{Networking, Target};
use crate::providers::storage::{Redundancy, account};
use crate::providers::types::{
    FunctionAppFlexConsumption, LinuxFunctionApp, ServicePlan, StorageAccount, UserAssignedIdentity,
};
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::Text;
use crate::terraform::value::Value;
use crate::{Result, resource};

/// A function app.
#[derive(Clone)]
pub struct FunctionsHandle {
    app: FunctionApp,
    identity: UserAssignedIdentity,
}

impl FunctionsHandle {
    /// The app, as other components and stacks get to hold it.
    pub fn app(&self) -> FunctionApp {
        self.app.clone()
    }

    /// The app's name.
    pub fn name(&self) -> Ref<Text> {
        self.app.name()
    }

    /// The app's ARM id.
    pub fn id(&self) -> Ref<Text> {
        self.app.id()
    }

    /// The app's host name, like `func-shop-cust-prod-weu.azurewebsites.net`.
    pub fn host_name(&self) -> Ref<Text> {
        self.app.host_name()
    }

    /// The address of a route: `https://<host>/api/<route>`. Underscores of the route are hyphens there.
    pub fn endpoint(&self, route: &str) -> Endpoint {
        let path = if route.is_empty() { "/api".to_owned() } else { format!("/api/{}", path_of(route)) };
        Endpoint::on(&self.host_name(), &path)
    }

    /// The identity of the app.
    pub fn identity(&self) -> Identity {
        Identity::new(self.identity.principal_id())
    }

    /// What the app is called in Azure.
    pub fn physical_name(&self) -> &str {
        self.app.physical_name()
    }
}

#[diagnostic::do_not_recommend]
impl Emit for Functions {
    type Handle = FunctionsHandle;

    fn emit(merged: &FunctionsMerged<'_>, settings: &FunctionsSettings, scope: &Scope<'_>) -> Result<FunctionsHandle> {
        let called = package::called(merged, scope)?;
        // keys, leases, timers and the deployed package; each app has an account of its own, or the hosts of two apps could
        // take one another for themselves
        let storage = account(scope, "storage", Redundancy::Zone, HOST_DELETE_RETENTION_DAYS)?;
        let monitoring = monitoring(merged, scope);
        let mut identity = identity(merged, scope, &storage, monitoring.as_ref())?;
        let network = Networking::of(scope);
        identity.then(network.before_apps(scope));
        let name = scope.name(match merged.plan {
            Plan::Flex => &FUNCTION_APP_FLEX_CONSUMPTION,
            Plan::ElasticPremium | Plan::Dedicated(_) => &LINUX_FUNCTION_APP,
        });
        let wired = triggers::wire(&called, scope, &name, &storage, &identity.identity)?;
        identity.then(wired.made);
        let front_door = admission::front_door(merged, settings, scope)?;
        let settings = app_settings(merged, scope, &storage, &identity.identity, monitoring.as_ref(), wired.settings)?;
        let plan = resource!(scope, ServicePlan = azurerm_service_plan (scope.id("plan")) {
            name: scope.name(&SERVICE_PLAN),
            resource_group_name: scope.resource_group_name(),
            location: scope.region(),
            os_type: "Linux",
            sku_name: merged.plan.sku_name(),
            tags: scope.tags(),
        });
        let identity_resource = identity.identity.clone();
        let subnet = network.app_subnet(merged.plan, &name)?;
        let public = network.public_apps();
        let behind_front_door = front_door.is_some();
        let auth = AuthSettings::of(merged, scope)?;
        let entra = auth.is_some();
        let parts = AppParts {
            merged,
            scope,
            storage,
            identity,
            settings,
            plan,
            auth,
            front_door,
            name: &name,
            subnet,
            public,
        };
        let app = match merged.plan {
            Plan::Flex => App::Flex(flex::flex(parts)),
            Plan::ElasticPremium | Plan::Dedicated(_) => App::Linux(linux::linux(parts)),
        };
        // apps that call themselves and each other: Terraform refuses a cycle of references, and the names are known
        scope.stack().known(app.handle().address(), "default_hostname", host_name::function_app(&name));
        scope.stack().known(app.handle().address(), "name", name.as_str());
        let keys = called.iter().any(package::Called::wants_key);
        let package = Package::write(name.clone(), merged.runtime, called, scope.stack());
        let (id, host_name, verification_id) = match &app {
            App::Flex(app) => (app.id(), app.default_hostname(), app.custom_domain_verification_id()),
            App::Linux(app) => (app.id(), app.default_hostname(), app.custom_domain_verification_id()),
        };
        if network.is_isolated() {
            network.private_endpoint(scope, &Target { what: "app", name: &name, id: id.clone(), after: &[] }, &SITES);
            scope.stack().note(format!("{name}: it takes code from inside its network only: publish it from there"));
        }
        if let Some(monitoring) = &monitoring {
            monitoring.diagnose(scope, "app", id.clone(), Logs::Category("FunctionAppLogs"));
        }
        wired.notes.into_iter().for_each(|note| scope.stack().note(note));
        let facts = AppFacts {
            name: app.name(),
            id,
            host_name,
            verification_id,
            resource_group_name: scope.resource_group_name(),
            physical_name: name,
            plan: merged.plan,
            region: scope.region(),
            isolated: network.is_isolated(),
            behind_front_door,
            keys,
            entra,
            package,
        };
        Ok(FunctionsHandle { app: FunctionApp::new(Rc::new(facts)), identity: identity_resource })
    }
}

/// How long a deleted package or key of the host can be brought back.
const HOST_DELETE_RETENTION_DAYS: u32 = 7;

/// What an app is made of.
struct AppParts<'a> {
    merged: &'a FunctionsMerged<'a>,
    scope: &'a Scope<'a>,
    storage: StorageAccount,
    identity: AppIdentity,
    settings: AppSettings,
    plan: ServicePlan,
    auth: Option<AuthSettings>,
    /// The guid of the only Front Door that the app answers.
    front_door: Option<Tf<Text>>,
    name: &'a str,
    /// From where it reaches out, if not from anywhere.
    subnet: Option<Ref<Text>>,
    /// `Some(false)` where it answers inside a network only.
    public: Option<bool>,
}

/// Terraform has two types of function apps; their attributes have the same names.
enum App {
    Flex(FunctionAppFlexConsumption),
    Linux(LinuxFunctionApp),
}

impl App {
    fn handle(&self) -> &Handle {
        match self {
            App::Flex(app) => app.handle(),
            App::Linux(app) => app.handle(),
        }
    }

    fn name(&self) -> Ref<Text> {
        match self {
            App::Flex(app) => app.name(),
            App::Linux(app) => app.name(),
        }
    }
}

impl Provided for FunctionsHandle {
    fn output(&self, name: &str, _component: usize) -> Option<Value> {
        let reference = match name {
            "name" => self.name(),
            "host_name" => self.host_name(),
            "id" => self.id(),
            _ => return None,
        };
        Some(Value::Expression(reference.expression().clone()))
    }
}
