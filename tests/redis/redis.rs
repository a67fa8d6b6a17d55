//! A third party: a provider and components outside Atakora, in a crate without a prelude that calls the library
//! `cloud`.
#![no_implicit_prelude]

mod components;
mod emit;
mod rules;
pub mod shop;

pub use components::{
    Cache, CacheHandle, CacheOutputs, CacheSettings, ItemCache, ItemCacheHandle, ItemCacheOutputs, Sessions,
    SessionsHandle, SessionsOutputs, SessionsSettings,
};
pub use emit::RedisHandle;

use ::cloud::azure::resource_name::MANAGED_REDIS;
use ::cloud::deferred::Deferred;
use ::cloud::merge::List;
use ::cloud::provider;
use ::core::option::Option;
use ::std::string::String;

/// The size of a cache, from the smallest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ::cloud::Sku)]
#[atakora(crate = ::cloud)]
pub enum Size {
    /// Half a gigabyte.
    B0,
    /// One gigabyte.
    B1,
    /// Three gigabytes.
    B3,
    /// Six gigabytes.
    B5,
    /// Twelve gigabytes.
    B10,
}

/// What a full cache lets go of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ::cloud::Sku)]
#[atakora(crate = ::cloud)]
pub enum Eviction {
    /// The least recently used of what expires.
    VolatileLru,
    /// The least recently used.
    AllKeysLru,
    /// Nothing: writes fail.
    NoEviction,
}

/// A module that is loaded into a cache.
#[derive(Clone, Copy, Debug, ::cloud::Item)]
#[atakora(crate = ::cloud)]
pub struct Module {
    /// Like `RediSearch`.
    pub name: &'static str,
    /// Its arguments; may be empty.
    pub arguments: &'static str,
}

/// `redis: { … }` of a backend.
#[derive(Clone, Copy, Debug, ::cloud::Settings)]
#[atakora(crate = ::cloud)]
pub struct RedisSettings {
    /// Whether each cache has a replica. Default: yes.
    #[setting(default = true)]
    pub high_availability: bool,
    /// The port of the proxy; only 10000 exists.
    #[setting(default = 10_000, check = rules::port)]
    pub port: u32,
}

/// What a component asks of Redis.
#[provider(
    crate = ::cloud,
    id = "redis",
    label = "Redis",
    settings = RedisSettings,
    code = rules::code,
    names(MANAGED_REDIS)
)]
#[rule(
    id = "REDIS-001",
    when = memory_mb > rules::MOST_MEMORY_MB,
    message = "the components ask for {} MB of one cache, and the largest has {}",
    solution = "give some of them a `cluster` of their own",
    source = "Azure documentation, Azure Managed Redis",
    arguments = [memory_mb, rules::MOST_MEMORY_MB]
)]
#[rule(check = rules::search_keeps_everything, blame = modules)]
#[rule(
    warn,
    id = "REDIS-010",
    when = persistent && size == B0,
    message = "the smallest cache is kept on disk",
    solution = "ask for `Size::B1`",
    source = "Azure documentation, Azure Managed Redis, persistence"
)]
#[limit(
    name = max_redis_caches,
    count = groups,
    label = "Redis caches",
    solution = "let the components share a cluster, or raise max_redis_caches"
)]
#[limit(
    name = max_redis_memory,
    count = memory_mb,
    label = "megabytes of Redis",
    solution = "ask for less, or raise max_redis_memory"
)]
#[limit(
    name = max_redis_modules,
    per_group = modules.len(),
    label = "modules per Redis cache",
    solution = "give a component a `cluster` of its own, or raise max_redis_modules"
)]
pub struct Redis {
    /// A code that gives the component a cache of its own.
    #[group]
    pub cluster: Option<&'static str>,
    /// At least this large.
    #[merge(max)]
    pub size: Size,
    /// How much of the cache the component fills.
    #[merge(sum)]
    pub memory_mb: u32,
    /// Whether what is cached survives a restart.
    #[merge(any)]
    pub persistent: bool,
    /// What a full cache lets go of.
    #[merge(same)]
    pub eviction: Eviction,
    /// Whose word counts.
    #[priority]
    pub importance: u32,
    /// Modules; equal ones are shared.
    #[merge(union, key = name)]
    pub modules: List<Module>,
}

impl Redis {
    /// The host of the cache, like `amr-shop-prod-weu.westeurope.redis.azure.net`.
    pub const HOST: Deferred<String> = Deferred::provider("redis", "host");
}

/// The role that reads and writes all keys.
pub const DATA_OWNER: &str = "Data Owner";
