//! What must not compile, and the text it fails with. Here is what several of the files use: a provider and components
//! of a third party.

use std::marker::PhantomData;

use atakora::backend::Scope;
use atakora::provider::{Emit, Provided};
use atakora::providers::networking::Networking;
use atakora::settings::NoSettings;
use atakora::{Settings, component, provider};

/// A cache that all components share.
#[provider(id = "cache", label = "Cache")]
#[rule(
    id = "CACHE-001",
    when = shards > 10,
    message = "one cache has at most {} shards, the components ask for {}",
    solution = "use fewer",
    source = "made up",
    arguments = [10, shards]
)]
#[limit(
    name = max_cache_shards,
    count = shards,
    label = "cache shards",
    solution = "use fewer, or raise max_cache_shards"
)]
pub struct Cache {
    /// How many.
    #[merge(sum)]
    pub shards: u32,
    /// What a full cache lets go of.
    #[merge(same)]
    pub eviction: &'static str,
}

/// A cache that was made.
#[derive(Clone)]
pub struct CacheHandle;

impl Provided for CacheHandle {}

impl Emit for Cache {
    type Handle = CacheHandle;

    fn emit(_merged: &CacheMerged<'_>, _settings: &NoSettings, _scope: &Scope<'_>) -> atakora::Result<CacheHandle> {
        Ok(CacheHandle)
    }
}

/// What [`Sessions`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct SessionsSettings {
    /// How many shards. Default: 1.
    #[setting(default = 1)]
    pub shards: u32,
    /// What a full cache lets go of. Default: the oldest.
    #[setting(default = "oldest")]
    pub eviction: &'static str,
}

/// Sessions in the cache.
#[component(settings = SessionsSettings)]
#[requires(Cache { shards: settings.shards, eviction: settings.eviction })]
pub struct Sessions;

/// Whose use somebody looks at.
pub trait Audited: 'static {}

/// A log of something whose use somebody looks at.
#[component]
#[requires(Cache { shards: 1, eviction: "never" })]
pub struct AuditLog<T: Audited>(PhantomData<T>);

/// A site that everybody reads.
#[component]
#[requires(Networking { public_site: true, ..Networking::EMPTY })]
pub struct Brochure;
