//! `CrudApi<E>`: a container for an entity, and the five functions that work on it.

use std::marker::PhantomData;

use super::or;
use crate::check::Finding;
use crate::deferred::{ChangeFeed, Endpoint, EnvValue, EnvVar, FunctionApp, Identity};
use crate::entity::Entity;
use crate::merge::List;
use crate::provider::Access;
use crate::providers::cosmos::{self, CapacityMode, Container, Cosmos, CosmosAccount, Throughput, TimeToLive};
use crate::providers::functions::{
    Auth, Connection, CorsOrigin, Functions, Method, Operation, Plan, RouteBase, Runtime, Trigger,
};
use crate::providers::monitoring::Monitoring;
use crate::providers::networking::{App, Networking};
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`CrudApi`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct CrudApiSettings {
    /// The request units of the container. Default: a share of the database's.
    #[setting(default = Throughput::Shared, check = checks::throughput)]
    pub throughput: Throughput,
    /// How long items live. Default: for ever.
    #[setting(default = TimeToLive::Off, check = checks::time_to_live)]
    pub time_to_live: TimeToLive,
    /// Sets of paths whose values no two items of a logical partition share: at most 10 of at most 16 paths. Fixed when
    /// the container is made. Default: none.
    #[setting(default = &[], check = checks::unique_keys)]
    pub unique_keys: &'static [&'static [&'static str]],
    /// How the account is paid for. Default: provisioned.
    #[setting(default = CapacityMode::Provisioned)]
    pub capacity: CapacityMode,
    /// A code of at most four letters or digits that pins the container to an account of its own. Default: none.
    #[setting(default = None)]
    pub account: Option<&'static str>,
    /// The database. Default: the backend's name.
    #[setting(default = None)]
    pub database: Option<&'static str>,
    /// The container. Default: the entity's name.
    #[setting(default = None)]
    pub container: Option<&'static str>,
    /// The path at which an item says which tenant it belongs to, like `/tenantId`. It must be the first level of the
    /// entity's partition key, so that no partition holds the items of two tenants. Components that share a container
    /// agree on it. Default: items belong to no tenant.
    #[setting(default = None)]
    pub tenant_key: Option<&'static str>,
    /// The path behind `/api/`. Default: the component's name.
    #[setting(default = None)]
    pub route: Option<&'static str>,
    /// Who may call the functions. `Auth::Entra` is the app's: components that share it agree. Default: whoever has a
    /// key.
    #[setting(default = Auth::Function)]
    pub auth: Auth,
    /// The origins whose pages may call the app from a browser, like `CorsOrigin::of("https://shop.example.com")`.
    /// Components that share the app share these. Default: none.
    #[setting(default = &[], check = checks::cors)]
    pub cors: &'static [CorsOrigin],
    /// Whether browsers may send cookies and tokens along; not with the origin `*`. Default: `false`.
    #[setting(default = false)]
    pub cors_credentials: bool,
    /// The kind of plan. Default: Flex Consumption.
    #[setting(default = Plan::Flex)]
    pub plan: Plan,
    /// A code of at most four letters or digits that gives the functions an app of their own. Default: none.
    #[setting(default = None)]
    pub app: Option<&'static str>,
}

/// Create, read, update, delete and list items of one entity over HTTP.
///
/// A container in the backend's Cosmos DB account, five functions in its function app, the identity's access to that
/// container and nothing else, and the settings by which the functions find it.
#[component(settings = CrudApiSettings)]
#[requires(Networking {
    apps: List::One(App {
        component,
        runtime: Runtime::Crud,
        plan: settings.plan,
        app: settings.app,
        keys: matches!(settings.auth, Auth::Function),
        event_grid: false,
    }),
    ..Networking::EMPTY
})]
#[requires(Monitoring { telemetry: true })]
#[requires(Cosmos = Cosmos::with_container(settings.capacity, settings.account, Container {
    database: or(settings.database, ""),
    name: or(settings.container, E::SCHEMA.name),
    partition_key: E::SCHEMA.partition_key,
    tenant_key: settings.tenant_key,
    throughput: settings.throughput,
    time_to_live: settings.time_to_live,
    unique_keys: settings.unique_keys,
}))]
#[requires(Functions {
    runtime: Runtime::Crud,
    plan: settings.plan,
    app: settings.app,
    open: matches!(settings.auth, Auth::Anonymous),
    keys: matches!(settings.auth, Auth::Function),
    auth: settings.auth.of_app(component),
    cors: settings.cors,
    cors_credentials: settings.cors_credentials,
    operations: operations(settings.auth),
    routes: List::One(RouteBase { path: or(settings.route, component), component }),
    own_env: OWN_ENV,
    connections: CONNECTIONS,
    access: ACCESS,
    ..Functions::EMPTY
})]
#[output(
    /// Where the functions answer, like `https://func-shop-cust-prod-weu.azurewebsites.net/api/users`.
    endpoint: Endpoint = parts.of::<Functions>()?.endpoint(or(settings.route, parts.component()))
)]
#[output(
    /// The name of the database.
    database: Tf<Text> = parts.of::<Cosmos>()?.database_of(parts.component())?
)]
#[output(
    /// The name of the container.
    container: Tf<Text> = parts.of::<Cosmos>()?.container_of(parts.component())?
)]
#[output(
    /// The Cosmos DB account, for backends that work on it.
    account: CosmosAccount = parts.of::<Cosmos>()?.account()
)]
#[output(
    /// The changes of the items, for functions that hear of them.
    changes: ChangeFeed = parts.of::<Cosmos>()?.changes_of(parts.component())?
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
pub struct CrudApi<E: Entity>(PhantomData<E>);

impl CrudApiHandle {
    /// The operations that the functions perform.
    pub fn operations(&self) -> [&'static str; 5] {
        [OPERATIONS[0].name, OPERATIONS[1].name, OPERATIONS[2].name, OPERATIONS[3].name, OPERATIONS[4].name]
    }
}

const fn operation(name: &'static str, method: &'static [Method], route: &'static str, auth: Auth) -> Operation {
    Operation { name, trigger: Trigger::Http { methods: method, route, auth } }
}

const fn five(auth: Auth) -> [Operation; 5] {
    [
        operation("create", &[Method::Post], "", auth),
        operation("read", &[Method::Get], "{id}", auth),
        operation("update", &[Method::Put, Method::Patch], "{id}", auth),
        operation("delete", &[Method::Delete], "{id}", auth),
        operation("list", &[Method::Get], "", auth),
    ]
}

static OPERATIONS: [Operation; 5] = five(Auth::Function);
static OPEN_OPERATIONS: [Operation; 5] = five(Auth::Anonymous);

const fn operations(auth: Auth) -> &'static [Operation] {
    match auth {
        Auth::Function => &OPERATIONS,
        Auth::Anonymous | Auth::Entra { .. } => &OPEN_OPERATIONS,
    }
}

const OWN_ENV: &[EnvVar] = &[
    EnvVar { name: "DATABASE", value: EnvValue::Deferred(Cosmos::DATABASE.origin()) },
    EnvVar { name: "CONTAINER", value: EnvValue::Deferred(Cosmos::CONTAINER.origin()) },
    EnvVar { name: "PREFERRED_REGIONS", value: EnvValue::Deferred(Cosmos::PREFERRED_REGIONS.origin()) },
];

const CONNECTIONS: &[Connection] = &[Connection {
    name: "COSMOS",
    address_setting: "accountEndpoint",
    address: EnvValue::Deferred(Cosmos::ENDPOINT.origin()),
}];

const ACCESS: &[Access] = &[Access { provider: "cosmos", role: cosmos::DATA_CONTRIBUTOR }];

mod checks {
    use super::{CrudApiSettings, Finding, cosmos};
    use crate::providers::functions::check_origins;

    pub(super) const fn cors(settings: &CrudApiSettings) -> Option<Finding> {
        check_origins(settings.cors)
    }

    pub(super) const fn throughput(settings: &CrudApiSettings) -> Option<Finding> {
        cosmos::check_throughput(settings.throughput)
    }

    pub(super) const fn time_to_live(settings: &CrudApiSettings) -> Option<Finding> {
        cosmos::check_time_to_live(settings.time_to_live)
    }

    pub(super) const fn unique_keys(settings: &CrudApiSettings) -> Option<Finding> {
        cosmos::check_unique_keys(settings.unique_keys)
    }
}
