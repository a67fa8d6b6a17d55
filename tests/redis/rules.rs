//! What Azure refuses of caches.

use ::cloud::check::{Finding, Kind, Level, Rule};
use ::cloud::provider::Context;
use ::core::option::Option::{self, None, Some};

use crate::{Eviction, RedisMerged, RedisSettings};

pub(crate) const MOST_MEMORY_MB: u32 = 12_288;

static SEARCH: Rule = Rule {
    id: "REDIS-002",
    title: "RedisError",
    message: "`{}` needs a cache that lets nothing go",
    solution: "`eviction: Eviction::NoEviction`",
    source: "Azure documentation, Azure Managed Redis, modules",
    kind: Kind::Azure,
    level: Level::Error,
};

static PORT: Rule = Rule {
    id: "REDIS-003",
    title: "RedisError",
    message: "a cache listens at 10000, not {}",
    solution: "leave `port` out",
    source: "Azure documentation, Azure Managed Redis",
    kind: Kind::Azure,
    level: Level::Error,
};

pub(crate) const fn port(settings: &RedisSettings) -> Option<Finding> {
    if settings.port == 10_000 { None } else { Some(Finding::of(&PORT).number(0, settings.port as i64)) }
}

pub(crate) const fn search_keeps_everything(
    merged: &RedisMerged<'_>,
    _settings: &RedisSettings,
    _context: &Context,
) -> Option<Finding> {
    let mut i = 0;
    while i < merged.modules.len() {
        let name = merged.modules.at(i).name;
        if ::cloud::check::same_text(name, "RediSearch") && !merged.eviction.same(&Eviction::NoEviction) {
            return Some(Finding::of(&SEARCH).text(0, name));
        }
        i += 1;
    }
    None
}

pub(crate) const fn code(merged: &RedisMerged<'_>) -> &'static str {
    match merged.cluster {
        Some(cluster) => cluster,
        None => "",
    }
}
