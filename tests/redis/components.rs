//! What asks for Redis: a cache for whoever refers to it, and sessions with functions of their own.

use ::cloud::deferred::{EnvValue, EnvVar};
use ::cloud::merge::List;
use ::cloud::provider::Access;
use ::cloud::providers::functions::{
    Auth, Connection, Functions, Method, Operation, Plan, RouteBase, Runtime, Trigger,
};
use ::cloud::terraform::{Number, Ref, Text};
use ::core::option::Option::{self, None};

use crate::{DATA_OWNER, Eviction, Module, Redis, Size};

/// What a [`Cache`] can be given.
#[derive(Clone, Copy, Debug, ::cloud::Settings)]
#[atakora(crate = ::cloud)]
pub struct CacheSettings {
    /// At least this large. Default: `Size::B0`.
    #[setting(default = Size::B0)]
    pub size: Size,
    /// How much of it is filled. Default: 256.
    #[setting(default = 256)]
    pub memory_mb: u32,
    /// What goes when it is full. Default: the least recently used of what expires.
    #[setting(default = Eviction::VolatileLru)]
    pub eviction: Eviction,
    /// Modules. Default: none.
    #[setting(default = &[])]
    pub modules: &'static [Module],
    /// A code that gives it a cache of its own. Default: none.
    #[setting(default = None)]
    pub cluster: Option<&'static str>,
}

/// A cache that other components refer to.
#[::cloud::component(crate = ::cloud, settings = CacheSettings)]
#[requires(Redis {
    size: settings.size,
    memory_mb: settings.memory_mb,
    eviction: settings.eviction,
    importance: 0,
    modules: List::Many(settings.modules),
    cluster: settings.cluster,
    ..Redis::EMPTY
})]
#[output(
    /// The host.
    host: Ref<Text> = parts.of::<Redis>()?.host()
)]
#[output(
    /// The port.
    port: Ref<Number> = parts.of::<Redis>()?.port()
)]
pub struct Cache;

/// A cache for the items of one entity.
#[::cloud::component(crate = ::cloud)]
#[requires(Redis { memory_mb: 64, eviction: Eviction::NoEviction, ..Redis::EMPTY })]
#[output(
    /// The host.
    host: Ref<Text> = parts.of::<Redis>()?.host()
)]
pub struct ItemCache<E: ::cloud::Entity>(::core::marker::PhantomData<E>);

/// What [`Sessions`] can be given.
#[derive(Clone, Copy, Debug, ::cloud::Settings)]
#[atakora(crate = ::cloud)]
pub struct SessionsSettings {
    /// How many are kept at once. Default: 10,000.
    #[setting(default = 10_000)]
    pub sessions: u32,
    /// The language worker of the functions. Default: that of CRUD APIs.
    #[setting(default = Runtime::Crud)]
    pub runtime: Runtime,
}

/// Sessions: two functions that begin and end them, and the cache that keeps them.
#[::cloud::component(crate = ::cloud, settings = SessionsSettings)]
#[requires(Redis {
    size: Size::B1,
    memory_mb: settings.sessions / 100,
    persistent: true,
    eviction: Eviction::NoEviction,
    importance: 1,
    modules: List::One(Module { name: "RedisJSON", arguments: "" }),
    ..Redis::EMPTY
})]
#[requires(Functions {
    runtime: settings.runtime,
    plan: Plan::Flex,
    operations: OPERATIONS,
    routes: List::One(RouteBase { path: component, component }),
    own_env: OWN_ENV,
    connections: CONNECTIONS,
    access: ACCESS,
    ..Functions::EMPTY
})]
#[output(
    /// The host of the cache.
    host: Ref<Text> = parts.of::<Redis>()?.host()
)]
#[output(
    /// Where sessions begin and end.
    endpoint: ::cloud::deferred::Endpoint = parts.of::<Functions>()?.endpoint(parts.component())
)]
pub struct Sessions;

const OPERATIONS: &[Operation] = &[
    Operation { name: "begin", trigger: Trigger::Http { methods: &[Method::Post], route: "", auth: Auth::Function } },
    Operation {
        name: "end",
        trigger: Trigger::Http { methods: &[Method::Delete], route: "{id}", auth: Auth::Function },
    },
];

const OWN_ENV: &[EnvVar] = &[EnvVar { name: "SESSION_HOST", value: EnvValue::Deferred(Redis::HOST.origin()) }];

const CONNECTIONS: &[Connection] = &[Connection {
    name: "REDIS",
    address_setting: "redisHostName",
    address: EnvValue::Deferred(Redis::HOST.origin()),
}];

const ACCESS: &[Access] = &[Access { provider: "redis", role: DATA_OWNER }];
