//! `FunctionsApp`: functions of the user's own.

use crate::check::Finding;
use crate::deferred::{Endpoint, EnvVar, FunctionApp, Identity};
use crate::merge::List;
use crate::providers::functions::{self, Auth, CorsOrigin, Function, Functions, Plan, Runtime};
use crate::providers::monitoring::Monitoring;
use crate::providers::networking::{App, Networking};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`FunctionsApp`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct FunctionsAppSettings {
    /// The language worker and its version. Default: `Runtime::Node(22)`.
    #[setting(default = Runtime::Node(22), retires = checks::runtime)]
    pub runtime: Runtime,
    /// The kind of plan. Default: Flex Consumption.
    #[setting(default = Plan::Flex)]
    pub plan: Plan,
    /// The functions; their names are unique in the app. Default: none.
    #[setting(default = &[], check = checks::functions)]
    pub functions: &'static [Function],
    /// App settings: texts, numbers, flags, outputs of other components, slots. Default: none.
    #[setting(default = &[])]
    pub env: &'static [EnvVar],
    /// Who may call the HTTP functions. `Auth::Entra` guards them all, and is the app's: components that share it agree.
    /// Default: whoever has a key, and anybody where a function is `.anonymous()`.
    #[setting(default = Auth::Function, check = checks::auth)]
    pub auth: Auth,
    /// The origins whose pages may call the app from a browser, like `CorsOrigin::of("https://shop.example.com")`.
    /// Components that share the app share these. Default: none.
    #[setting(default = &[], check = checks::cors)]
    pub cors: &'static [CorsOrigin],
    /// Whether browsers may send cookies and tokens along; not with the origin `*`. Default: `false`.
    #[setting(default = false)]
    pub cors_credentials: bool,
    /// The memory of an instance in MB, on Flex: 512, 2048 or 4096. On other plans the size of the plan says it. Default:
    /// 2048.
    #[setting(default = 2048, check = checks::instance_memory)]
    pub instance_memory_mb: u32,
    /// How many instances the app can have: 1 to 1,000. Default: 100.
    #[setting(default = 100, check = checks::maximum_instances)]
    pub maximum_instances: u32,
    /// A code of at most four letters or digits that gives the functions an app of their own. Default: none.
    #[setting(default = None)]
    pub app: Option<&'static str>,
}

/// Functions of the user's own, in the backend's app of their runtime.
#[component(settings = FunctionsAppSettings)]
#[requires(Networking {
    apps: List::One(App {
        component,
        runtime: settings.runtime,
        plan: settings.plan,
        app: settings.app,
        keys: functions::wants_key(settings.functions, settings.auth),
        event_grid: functions::waits_for_event_grid(settings.functions),
    }),
    ..Networking::EMPTY
})]
#[requires(Monitoring { telemetry: true })]
#[requires(Functions {
    runtime: settings.runtime,
    plan: settings.plan,
    app: settings.app,
    instance_memory_mb: settings.instance_memory_mb,
    maximum_instances: settings.maximum_instances,
    open: functions::is_open(settings.functions, settings.auth),
    keys: functions::wants_key(settings.functions, settings.auth),
    auth: functions::app_auth(settings.functions, settings.auth, component),
    cors: settings.cors,
    cors_credentials: settings.cors_credentials,
    functions: settings.functions,
    env: settings.env,
    ..Functions::EMPTY
})]
#[output(
    /// Where the HTTP functions answer, like `https://func-shop-node-prod-weu.azurewebsites.net/api`.
    endpoint: Endpoint = parts.of::<Functions>()?.endpoint("")
)]
#[output(
    /// The name of the function app.
    function_app: Ref<Text> = parts.of::<Functions>()?.name()
)]
#[output(
    /// The function app itself, for whatever routes to it.
    app: FunctionApp = parts.of::<Functions>()?.app()
)]
#[output(
    /// The identity of the function app.
    identity: Identity = parts.of::<Functions>()?.identity()
)]
pub struct FunctionsApp;

mod checks {
    use super::{Finding, FunctionsAppSettings, functions};
    use crate::azure::functions::{check_instance_memory, check_maximum_instances};
    use crate::check::Rule;

    pub(super) const fn runtime(settings: &FunctionsAppSettings) -> Option<&'static Rule> {
        settings.runtime.retires(settings.plan)
    }

    pub(super) const fn functions(settings: &FunctionsAppSettings) -> Option<Finding> {
        functions::check_functions(settings.functions)
    }

    pub(super) const fn auth(settings: &FunctionsAppSettings) -> Option<Finding> {
        functions::check_auth(settings.auth)
    }

    pub(super) const fn cors(settings: &FunctionsAppSettings) -> Option<Finding> {
        functions::check_origins(settings.cors)
    }

    pub(super) const fn instance_memory(settings: &FunctionsAppSettings) -> Option<Finding> {
        match check_instance_memory(settings.instance_memory_mb) {
            None if settings.instance_memory_mb != FunctionsAppSettings::DEFAULT.instance_memory_mb => {
                functions::check_memory_on(settings.plan, settings.instance_memory_mb)
            }
            finding => finding,
        }
    }

    pub(super) const fn maximum_instances(settings: &FunctionsAppSettings) -> Option<Finding> {
        check_maximum_instances(settings.maximum_instances)
    }
}
