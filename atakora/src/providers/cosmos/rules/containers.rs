//! What is fixed when a container is made.

use super::super::{CosmosMerged, CosmosSettings, TimeToLive};
use super::LIMITS;
use crate::check::{Finding, Kind, Level, Rule, check_tenant_key};
use crate::provider::Context;

/// A time to live is not zero.
pub static TIME_TO_LIVE: Rule = Rule {
    id: "ATK-COSMOS-006",
    title: "CosmosError",
    message: "items live 1 to 2,147,483,647 seconds, not {}",
    solution: "`TimeToLive::Off` keeps them for ever",
    source: "azurerm 5.2.0, azurerm_cosmosdb_sql_container.default_ttl (0 is taken for unset)",
    kind: Kind::Azure,
    level: Level::Error,
};

/// Unique keys have room for so much.
pub static UNIQUE_KEYS: Rule = Rule {
    id: "ATK-COSMOS-007",
    title: "CosmosError",
    message: "a container takes 10 unique keys of 1 to 16 paths each, this has {} and one with {}",
    solution: "use fewer",
    source: LIMITS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Does an item live at all?
pub const fn check_time_to_live(time_to_live: TimeToLive) -> Option<Finding> {
    match time_to_live {
        TimeToLive::Seconds(seconds) if seconds == 0 || seconds > i32::MAX as u32 => {
            Some(Finding::of(&TIME_TO_LIVE).number(0, seconds as i64))
        }
        TimeToLive::Seconds(_) | TimeToLive::Off | TimeToLive::PerItem => None,
    }
}

/// Are there few enough unique keys, each with few enough paths?
pub const fn check_unique_keys(keys: &[&[&str]]) -> Option<Finding> {
    let (mut i, mut worst) = (0, if keys.is_empty() { 1 } else { keys[0].len() });
    while i < keys.len() {
        if keys[i].is_empty() || keys[i].len() > 16 {
            worst = keys[i].len();
        }
        i += 1;
    }
    if keys.len() > 10 || worst == 0 || worst > 16 {
        return Some(Finding::of(&UNIQUE_KEYS).number(0, keys.len() as i64).number(1, worst as i64));
    }
    None
}

pub const fn tenant_keys(merged: &CosmosMerged<'_>, _settings: &CosmosSettings, _context: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.containers.len() {
        let container = merged.containers.at(i);
        if let Some(finding) = check_tenant_key(container.tenant_key, container.name, container.partition_key) {
            return Some(finding.blame(merged.containers.owner(i)));
        }
        i += 1;
    }
    None
}
