//! Azure Functions: one app for all components of one runtime, version and plan, with its identity and host storage.

mod auth;
mod cors;
mod emit;
mod host_rules;
pub(crate) mod package;
mod plan;
mod rules;
mod settings;
mod trigger;
mod trigger_rules;

pub use auth::{AppAuth, Auth, Entra, app_auth, check_auth, is_open, wants_key};
pub use cors::{CorsOrigin, check_origins};
pub use emit::FunctionsHandle;
pub use plan::{DedicatedSku, Plan};
pub use rules::{RULES, check_functions, check_memory_on};
pub use settings::FunctionsSettings;
pub use trigger::{BlobSource, Function, Method, Trigger, waits_for_event_grid};

use crate::azure::functions::{RuntimeName, check_version};
use crate::azure::resource_name::{
    FUNCTION_APP_FLEX_CONSUMPTION, SERVICE_PLAN, STORAGE_ACCOUNT, USER_ASSIGNED_IDENTITY,
};
use crate::check::{Finding, Rule, Text, is_among};
use crate::deferred::{EnvValue, EnvVar};
use crate::merge::{Blank, List};
use crate::provider::Access;
use crate::{Item, provider};
use atakora_rules::retirement;

/// The language worker of an app and its version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runtime {
    /// What the backend says for its CRUD APIs: `functions: { crud_runtime: … }`.
    Crud,
    /// Any program that answers HTTP on the port that the host names: Rust, Go, ….
    Custom,
    /// Node.js, by major version.
    Node(u32),
    /// Python, by major and minor version.
    Python(u32, u32),
    /// .NET in a process of its own, by major version.
    DotnetIsolated(u32),
    /// Java, by major version.
    Java(u32),
    /// PowerShell, by major and minor version.
    PowerShell(u32, u32),
}

impl Runtime {
    /// The worker without its version.
    pub const fn name(self) -> RuntimeName {
        match self {
            Runtime::Crud | Runtime::Custom => RuntimeName::Custom,
            Runtime::Node(_) => RuntimeName::Node,
            Runtime::Python(..) => RuntimeName::Python,
            Runtime::DotnetIsolated(_) => RuntimeName::DotnetIsolated,
            Runtime::Java(_) => RuntimeName::Java,
            Runtime::PowerShell(..) => RuntimeName::PowerShell,
        }
    }

    /// The version as Azure writes it: `22`, `3.11`, `8.0`.
    pub const fn version(self) -> Text<16> {
        let mut out = Text::new();
        match self {
            Runtime::Crud | Runtime::Custom => out.push("1.0"),
            Runtime::Node(major) | Runtime::Java(major) => out.push_number(major as i64),
            Runtime::DotnetIsolated(major) => {
                out.push_number(major as i64);
                out.push(".0");
            }
            Runtime::Python(major, minor) | Runtime::PowerShell(major, minor) => {
                out.push_number(major as i64);
                out.push(".");
                out.push_number(minor as i64);
            }
        }
        out
    }

    /// The version, if the plan runs it.
    const fn version_on(self, plan: Plan) -> Option<&'static str> {
        self.version().among(self.name().versions(plan.hosting()))
    }

    /// Whether the plan runs this version. A custom handler brings its own.
    pub(crate) const fn check_version(self, plan: Plan) -> Option<Finding> {
        if self.is_custom() || self.version_on(plan).is_some() {
            return None;
        }
        check_version(plan.hosting(), self.name(), self.version().as_str())
    }

    /// The rule that tells when Azure Functions ends its support of this version, for a version that the plan runs.
    pub const fn retires(self, plan: Plan) -> Option<&'static Rule> {
        if self.is_custom() {
            return None;
        }
        let Some(version) = self.version_on(plan) else { return None };
        match retirement::of_runtime(self.name().name(), version) {
            Some(retirement) => Some(&retirement.rule),
            None => None,
        }
    }

    const fn is_custom(self) -> bool {
        matches!(self, Runtime::Crud | Runtime::Custom)
    }

    /// Whether both are the same.
    pub const fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Runtime::Crud, Runtime::Crud) | (Runtime::Custom, Runtime::Custom) => true,
            (Runtime::Node(a), Runtime::Node(b))
            | (Runtime::DotnetIsolated(a), Runtime::DotnetIsolated(b))
            | (Runtime::Java(a), Runtime::Java(b)) => *a == *b,
            (Runtime::Python(a, x), Runtime::Python(b, y)) | (Runtime::PowerShell(a, x), Runtime::PowerShell(b, y)) => {
                *a == *b && *x == *y
            }
            _ => false,
        }
    }

    // one number for each value: no version comes near 2^28
    #[doc(hidden)]
    pub const fn key(&self) -> u64 {
        match *self {
            Runtime::Crud => 0,
            Runtime::Custom => 1,
            Runtime::Node(major) => 2 << 56 | major as u64,
            Runtime::Python(major, minor) => 3 << 56 ^ (major as u64) << 28 ^ minor as u64,
            Runtime::DotnetIsolated(major) => 4 << 56 | major as u64,
            Runtime::Java(major) => 5 << 56 | major as u64,
            Runtime::PowerShell(major, minor) => 6 << 56 ^ (major as u64) << 28 ^ minor as u64,
        }
    }

    #[doc(hidden)]
    pub const fn write<const N: usize>(&self, out: &mut Text<N>) {
        out.push(self.name().name());
        if !self.is_custom() {
            out.push(" ");
            out.push(self.version().as_str());
        }
    }
}

impl Blank for Runtime {
    const BLANK: Self = Runtime::Custom;
}

/// An operation of a component: a function whose name and route begin with the component's.
#[derive(Clone, Copy, Debug, Item)]
pub struct Operation {
    /// The rest of the name, like `create`.
    pub name: &'static str,
    /// What calls it; routes are relative to the component's.
    pub trigger: Trigger,
}

/// The first part of the routes of a component's operations.
#[derive(Clone, Copy, Debug, Item)]
pub struct RouteBase {
    /// Like `users`.
    pub path: &'static str,
    /// The component that it belongs to.
    pub component: &'static str,
}

/// An identity-based connection: app settings in which a binding or an SDK finds a service, without any key.
#[derive(Clone, Copy, Debug, Item)]
pub struct Connection {
    /// The name behind the component's, like `COSMOS`: the settings are `USER_API_COSMOS__accountEndpoint`, ….
    pub name: &'static str,
    /// The setting that holds the address, like `accountEndpoint` or `fullyQualifiedNamespace`.
    pub address_setting: &'static str,
    /// The address.
    pub address: EnvValue,
}

/// What a component asks of Azure Functions.
#[provider(
    id = "functions",
    label = "Functions",
    stage = compute,
    settings = FunctionsSettings,
    resolve = settings::resolve,
    code = rules::code,
    names(FUNCTION_APP_FLEX_CONSUMPTION, SERVICE_PLAN, STORAGE_ACCOUNT, USER_ASSIGNED_IDENTITY)
)]
#[rule(check = rules::version, blame = runtime)]
#[rule(check = rules::dotnet_on_flex, blame = runtime)]
#[rule(check = rules::app_settings, blame = env)]
#[rule(check = rules::app_code, blame = app)]
#[rule(check = auth::agreement, blame = auth)]
#[rule(check = cors::credentials, blame = cors)]
#[rule(check = trigger_rules::functions, blame = functions)]
#[rule(check = trigger_rules::operations, blame = operations)]
#[rule(
    warn,
    id = "ATK-FUNC-010",
    when = context.is_production() && open,
    message = "a function answers without a key in production: its `auth` is `Anonymous`",
    solution = "write `auth: Auth::Function`, or silence this with `allow: [\"ATK-FUNC-010\"]`",
    source = "Azure documentation, Azure Functions HTTP trigger, authorization level, 2026"
)]
#[limit(
    name = max_function_apps,
    count = groups,
    label = "function apps",
    solution = "give the components one runtime, version and plan, split them across backends, or raise max_function_apps"
)]
#[limit(
    name = max_functions_per_app,
    per_group = functions.len() + operations.len(),
    label = "functions per app",
    solution = "give some of the components an `app` of their own, split them across backends, or raise max_functions_per_app"
)]
#[limit(
    name = max_storage_accounts,
    count = groups,
    label = "storage accounts",
    solution = "each function app has one for its host, and blob containers share one: let components share apps, split them across backends, or raise max_storage_accounts"
)]
#[limit(
    name = max_containers_per_storage,
    per_group = rules::deployment_containers(plan),
    label = "containers per storage account",
    solution = "raise max_containers_per_storage: a function app needs one for its deployment"
)]
pub struct Functions {
    /// The language worker and its version.
    #[group]
    pub runtime: Runtime,
    /// The kind of plan.
    #[group]
    pub plan: Plan,
    /// A code of at most four letters or digits that gives the component an app of its own.
    #[group]
    pub app: Option<&'static str>,
    /// The memory of an instance in MB, on Flex: 512, 2048 or 4096; 0: the default, 2048.
    #[merge(max)]
    pub instance_memory_mb: u32,
    /// How many instances the app can have: 1 to 1,000; 0: the default, 100.
    #[merge(max)]
    pub maximum_instances: u32,
    /// Whether anybody may call one of the functions; [`is_open`] tells.
    #[merge(any)]
    pub open: bool,
    /// Whether a caller of one of the functions needs a key; [`wants_key`] tells.
    #[merge(any)]
    pub keys: bool,
    /// How the app knows its callers by tokens: its components with HTTP functions agree on it, and then none is `open` or
    /// has `keys`.
    #[merge(collect)]
    pub auth: List<AppAuth>,
    /// The origins whose pages may call the app from a browser.
    #[merge(union, key = origin)]
    pub cors: &[CorsOrigin],
    /// Whether browsers may send cookies and tokens along.
    #[merge(any)]
    pub cors_credentials: bool,
    /// Functions under their own names, which are unique in the app.
    #[merge(distinct, key = name)]
    pub functions: &[Function],
    /// Functions under the component's name; that no name stands twice in an app is checked when it is emitted.
    #[merge(collect)]
    pub operations: &[Operation],
    /// The first part of the routes of the operations.
    #[merge(union, key = path)]
    pub routes: List<RouteBase>,
    /// App settings. They belong to the app: one name has one value.
    #[merge(union, key = name)]
    pub env: &[EnvVar],
    /// App settings of the component alone: the name is prefixed with the component's.
    #[merge(collect, key = name)]
    pub own_env: &[EnvVar],
    /// Connections of the component.
    #[merge(collect, key = name)]
    pub connections: &[Connection],
    /// Access that the app's identity needs.
    #[merge(collect, key = (provider, role))]
    pub access: &[Access],
}

impl Functions {
    /// Whether a setting of this name is Atakora's or the host's own.
    pub(crate) const fn is_reserved(setting: &str) -> bool {
        is_among(setting, &RESERVED_SETTINGS)
    }
}

/// App settings that the emission sets, or that the plan sets itself.
const RESERVED_SETTINGS: [&str; 8] = [
    "AzureWebJobsStorage",
    "AzureWebJobsStorage__accountName",
    "AzureWebJobsStorage__credential",
    "AzureWebJobsStorage__clientId",
    "APPLICATIONINSIGHTS_CONNECTION_STRING",
    "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
    "FUNCTIONS_WORKER_RUNTIME",
    "FUNCTIONS_EXTENSION_VERSION",
];
