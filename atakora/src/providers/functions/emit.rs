//! The app: its plan, its host storage, its identity, itself, and its package folder.

use super::identity::{AppIdentity, identity, monitoring};
use super::package::{self, Called};
use super::{Functions, FunctionsMerged, FunctionsSettings, Plan, Runtime, Trigger};
use crate::azure::functions::{FLEX_DEFAULT_INSTANCE_MEMORY_MB, FLEX_DEFAULT_MAXIMUM_INSTANCES};
use crate::azure::host_name;
use crate::azure::resource_name::{FUNCTION_APP_FLEX_CONSUMPTION, LINUX_FUNCTION_APP, SERVICE_PLAN};
use crate::backend::Scope;
use crate::deferred::{Endpoint, Identity};
use crate::provider::{Emit, Provided};
use crate::providers::monitoring::MonitoringHandle;
use crate::providers::storage::{Redundancy, account};
use crate::providers::types::{
    FunctionAppFlexConsumption, LinuxFunctionApp, ServicePlan, StorageAccount, StorageContainer, UserAssignedIdentity,
};
use crate::terraform::convert::IntoTf;
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::Text;
use crate::terraform::value::Value;
use crate::{Error, Result, resource, template};

/// A function app.
#[derive(Clone)]
pub struct FunctionsHandle {
    app: App,
    identity: UserAssignedIdentity,
    physical_name: String,
}

#[derive(Clone)]
enum App {
    Flex(FunctionAppFlexConsumption),
    Linux(LinuxFunctionApp),
}

impl FunctionsHandle {
    /// The app's name.
    pub fn name(&self) -> Ref<Text> {
        match &self.app {
            App::Flex(app) => app.name(),
            App::Linux(app) => app.name(),
        }
    }

    /// The app's ARM id.
    pub fn id(&self) -> Ref<Text> {
        match &self.app {
            App::Flex(app) => app.id(),
            App::Linux(app) => app.id(),
        }
    }

    /// The app's host name, like `func-shop-cust-prod-weu.azurewebsites.net`.
    pub fn host_name(&self) -> Ref<Text> {
        match &self.app {
            App::Flex(app) => app.default_hostname(),
            App::Linux(app) => app.default_hostname(),
        }
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
        &self.physical_name
    }
}

/// `user_api` is `user-api` in an address.
fn path_of(route: &str) -> String {
    route.trim_matches('/').replace('_', "-")
}

#[diagnostic::do_not_recommend]
impl Emit for Functions {
    type Handle = FunctionsHandle;

    fn emit(merged: &FunctionsMerged<'_>, _settings: &FunctionsSettings, scope: &Scope<'_>) -> Result<FunctionsHandle> {
        let called = called(merged, scope)?;
        // keys, leases, timers and the deployed package; each app has an account of its own, or the hosts of two apps could
        // take one another for themselves
        let storage = account(scope, "storage", Redundancy::Zone, HOST_DELETE_RETENTION_DAYS)?;
        let monitoring = monitoring(merged, scope);
        let identity = identity(merged, scope, &storage, monitoring.as_ref())?;
        let settings = app_settings(merged, scope, &storage, &identity.identity, monitoring.as_ref())?;
        let plan = resource!(scope, ServicePlan = azurerm_service_plan (scope.id("plan")) {
            name: scope.name(&SERVICE_PLAN),
            resource_group_name: scope.resource_group_name(),
            location: scope.region(),
            os_type: "Linux",
            sku_name: match merged.plan { Plan::Flex => "FC1", Plan::ElasticPremium => "EP1" },
            tags: scope.tags(),
        });
        let physical_name = scope.name(match merged.plan {
            Plan::Flex => &FUNCTION_APP_FLEX_CONSUMPTION,
            Plan::ElasticPremium => &LINUX_FUNCTION_APP,
        });
        let identity_resource = identity.identity.clone();
        let parts = AppParts { merged, scope, storage, identity, settings, plan, name: &physical_name };
        let app = match merged.plan {
            Plan::Flex => App::Flex(flex(parts)),
            Plan::ElasticPremium => App::Linux(elastic_premium(parts)),
        };
        let handle = FunctionsHandle { app, identity: identity_resource, physical_name };
        // an app that calls itself: Terraform refuses a resource that refers to itself, and the name is known
        scope.stack().known(
            handle.handle().address(),
            "default_hostname",
            host_name::function_app(&handle.physical_name),
        );
        package::write(&handle.physical_name, merged.runtime, &called, scope);
        Ok(handle)
    }
}

impl FunctionsHandle {
    fn handle(&self) -> &Handle {
        match &self.app {
            App::Flex(app) => app.handle(),
            App::Linux(app) => app.handle(),
        }
    }
}

/// How long a deleted package or key of the host can be brought back.
const HOST_DELETE_RETENTION_DAYS: u32 = 7;

type AppSettings = Vec<(String, Tf<Text>)>;

fn text(value: impl IntoTf<Text>) -> Tf<Text> {
    Tf::from_value(value.into_tf())
}

/// All app settings. One name has one value: of what components write that is checked when the backend is compiled, what
/// is set here has names that components cannot take.
fn app_settings(
    merged: &FunctionsMerged<'_>,
    scope: &Scope<'_>,
    storage: &StorageAccount,
    identity: &UserAssignedIdentity,
    monitoring: Option<&MonitoringHandle>,
) -> Result<AppSettings> {
    let mut settings: AppSettings = Vec::new();
    let mut set = |name: String, value: Tf<Text>| settings.push((name, value));
    for (component, variable) in merged.env.iter() {
        set(variable.name.to_owned(), scope.setting(&variable.value, component)?);
    }
    for (component, variable) in merged.own_env.iter() {
        let name = format!("{}_{}", screaming(scope.component(component)), variable.name);
        set(name, scope.setting(&variable.value, component)?);
    }
    for (component, connection) in merged.connections.iter() {
        let name = format!("{}_{}", screaming(scope.component(component)), connection.name);
        set(format!("{name}__{}", connection.address_setting), scope.setting(&connection.address, component)?);
        set(format!("{name}__credential"), text("managedidentity"));
        set(format!("{name}__clientId"), text(identity.client_id()));
    }
    // The provider writes a connection string with an empty key, and the host does not start on it: an empty value of
    // our own replaces it, and the three settings behind it name the account and the identity.
    if merged.plan == Plan::Flex {
        set("AzureWebJobsStorage".into(), text(""));
        set("AzureWebJobsStorage__accountName".into(), text(storage.name()));
    }
    set("AzureWebJobsStorage__credential".into(), text("managedidentity"));
    set("AzureWebJobsStorage__clientId".into(), text(identity.client_id()));
    if let Some(connection_string) = monitoring.and_then(MonitoringHandle::connection_string) {
        set("APPLICATIONINSIGHTS_CONNECTION_STRING".into(), text(connection_string));
        set(
            "APPLICATIONINSIGHTS_AUTHENTICATION_STRING".into(),
            text(template!["Authorization=AAD;ClientId=", identity.client_id()]),
        );
    }
    Ok(settings)
}

fn screaming(component: &str) -> String {
    component.replace('-', "_").to_uppercase()
}

struct AppParts<'a> {
    merged: &'a FunctionsMerged<'a>,
    scope: &'a Scope<'a>,
    storage: StorageAccount,
    identity: AppIdentity,
    settings: AppSettings,
    plan: ServicePlan,
    name: &'a str,
}

fn flex(parts: AppParts<'_>) -> FunctionAppFlexConsumption {
    let AppParts { merged, scope, storage, identity, settings, plan, name } = parts;
    let serving_container = scope.id("deployment");
    let container = resource!(scope, StorageContainer = azurerm_storage_container (serving_container) {
        name: "deployment",
        storage_account_id: storage.id(),
        container_access_type: "private",
    });
    let memory =
        if merged.instance_memory_mb == 0 { FLEX_DEFAULT_INSTANCE_MEMORY_MB } else { merged.instance_memory_mb };
    let instances =
        if merged.maximum_instances == 0 { FLEX_DEFAULT_MAXIMUM_INSTANCES } else { merged.maximum_instances };
    resource!(scope, FunctionAppFlexConsumption = azurerm_function_app_flex_consumption (scope.id("app")) {
        name: name,
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        service_plan_id: plan.id(),
        storage_container_type: "blobContainer",
        storage_container_endpoint: template![storage.primary_blob_endpoint(), container.name()],
        storage_authentication_type: "UserAssignedIdentity",
        storage_user_assigned_identity_id: identity.identity.id(),
        runtime_name: merged.runtime.name().name(),
        runtime_version: merged.runtime.version().as_str(),
        instance_memory_in_mb: memory,
        maximum_instance_count: instances,
        https_only: true,
        webdeploy_publish_basic_authentication_enabled: false,
        app_settings: settings,
        identity { type: "UserAssigned", identity_ids: [identity.identity.id()] },
        site_config { minimum_tls_version: "1.2", http2_enabled: true },
        tags: scope.tags(),
        depends_on: identity.roles,
    })
}

fn elastic_premium(parts: AppParts<'_>) -> LinuxFunctionApp {
    let AppParts { merged, scope, storage, identity, settings, plan, name } = parts;
    let version = merged.runtime.version();
    let version = version.as_str();
    let of = |wanted: fn(Runtime) -> bool| wanted(merged.runtime).then_some(version);
    resource!(scope, LinuxFunctionApp = azurerm_linux_function_app (scope.id("app")) {
        name: name,
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        service_plan_id: plan.id(),
        storage_account_name: storage.name(),
        storage_uses_managed_identity: true,
        content_share_force_disabled: true,
        builtin_logging_enabled: false,
        https_only: true,
        ftp_publish_basic_authentication_enabled: false,
        webdeploy_publish_basic_authentication_enabled: false,
        functions_extension_version: "~4",
        key_vault_reference_identity_id: identity.identity.id(),
        app_settings: settings,
        identity { type: "UserAssigned", identity_ids: [identity.identity.id()] },
        site_config {
            minimum_tls_version: "1.2",
            scm_minimum_tls_version: "1.2",
            http2_enabled: true,
            ftps_state: "Disabled",
            application_stack {
                node_version?: of(|runtime| matches!(runtime, Runtime::Node(_))),
                python_version?: of(|runtime| matches!(runtime, Runtime::Python(..))),
                dotnet_version?: of(|runtime| matches!(runtime, Runtime::DotnetIsolated(_))),
                use_dotnet_isolated_runtime?: matches!(merged.runtime, Runtime::DotnetIsolated(_)).then_some(true),
                java_version?: of(|runtime| matches!(runtime, Runtime::Java(_))),
                powershell_core_version?: of(|runtime| matches!(runtime, Runtime::PowerShell(..))),
                use_custom_runtime?: matches!(merged.runtime, Runtime::Custom | Runtime::Crud).then_some(true),
            },
        },
        tags: scope.tags(),
        depends_on: identity.roles,
    })
}

/// Every function of the app under its full name, with its full route.
///
/// # Errors
/// Two functions that answer one method of one route.
fn called(merged: &FunctionsMerged<'_>, scope: &Scope<'_>) -> Result<Vec<Called>> {
    let mut all: Vec<Called> = Vec::new();
    for (component, function) in merged.functions.iter() {
        let route = match function.trigger {
            Trigger::Http { route: "", .. } => function.name.to_owned(),
            Trigger::Http { route, .. } => route.to_owned(),
            Trigger::Timer { .. } => String::new(),
        };
        all.push(Called::new(function.name.to_owned(), route, function.trigger, scope.component(component)));
    }
    for (component, operation) in merged.operations.iter() {
        let name = scope.component(component);
        let base = merged.routes.iter().find(|(owner, _)| *owner == component).map_or(name, |(_, base)| base.path);
        let route = match operation.trigger {
            Trigger::Http { route: "", .. } => path_of(base),
            Trigger::Http { route, .. } => format!("{}/{route}", path_of(base)),
            Trigger::Timer { .. } => String::new(),
        };
        all.push(Called::new(format!("{}-{}", name.replace('_', "-"), operation.name), route, operation.trigger, name));
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    refuse_doubles(&all)?;
    Ok(all)
}

fn refuse_doubles(all: &[Called]) -> Result {
    let mut problems = Vec::new();
    let (mut names, mut routes) = (std::collections::BTreeMap::new(), std::collections::BTreeMap::new());
    for function in all {
        if let Some(other) = names.insert(function.name.to_lowercase(), function.component) {
            problems.push(format!(
                "FunctionsError: the function `{}` is there twice in one app\n  First:  component `{other}`\n  Second: component `{}`\n  Solution: rename one",
                function.name, function.component
            ));
        }
        for method in function.methods() {
            let key = (method, function.route_shape());
            if let Some(other) = routes.insert(key, function.name.as_str()) {
                problems.push(format!(
                    "FunctionsError: `{other}` and `{}` both answer {} /api/{}\n  Solution: give one another route",
                    function.name,
                    method.to_uppercase(),
                    function.route
                ));
            }
        }
    }
    Error::all(problems)
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
