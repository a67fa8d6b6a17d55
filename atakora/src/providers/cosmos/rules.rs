//! What Azure refuses of an account, and the numbers in which it says so.

use const_format::formatcp;

use super::{CapacityMode, CosmosMerged, CosmosSettings, Throughput};
use crate::check::{Finding, Kind, Level, Rule, check_tenant_key};
use crate::provider::Context;

const LIMITS: &str = "Azure documentation, Azure Cosmos DB service quotas and default limits, 2026-08";

const MANUAL_LEAST: u32 = 400;
const MANUAL_STEP: u32 = 100;
const AUTOSCALE_LEAST: u32 = 1_000;
const AUTOSCALE_STEP: u32 = 1_000;
const MOST: u32 = 1_000_000;
/// Databases and containers of one account, together.
const CHILDREN: usize = 500;

/// Fixed throughput has steps.
pub static MANUAL: Rule = Rule {
    id: "ATK-COSMOS-001",
    title: "CosmosError",
    message: formatcp!("manual throughput is {MANUAL_LEAST} to {MOST} RU/s in steps of {MANUAL_STEP}, not {{}}"),
    solution: "the nearest are {} and {}",
    source: LIMITS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Autoscale throughput has steps.
pub static AUTOSCALE: Rule = Rule {
    id: "ATK-COSMOS-002",
    title: "CosmosError",
    message: formatcp!(
        "autoscale throughput is {AUTOSCALE_LEAST} to {MOST} RU/s in steps of {AUTOSCALE_STEP}, not {{}}"
    ),
    solution: "the nearest are {} and {}",
    source: LIMITS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A serverless account has no throughput to share out.
pub static SERVERLESS_THROUGHPUT: Rule = Rule {
    id: "ATK-COSMOS-003",
    title: "CosmosError",
    message: "container `{}` has throughput of its own, and a serverless account takes none",
    solution: "leave `throughput` out, or make the account provisioned",
    source: LIMITS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// An account has room for so many databases and containers.
pub static ACCOUNT_CHILDREN: Rule = Rule {
    id: "ATK-COSMOS-004",
    title: "CosmosError",
    message: formatcp!("one account takes {CHILDREN} databases and containers, {{}} are asked for"),
    solution: "pin some of the components to another account: `account: Some(\"b\")`",
    source: LIMITS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// The throughput of a database cannot be a share of itself.
pub static DATABASE_THROUGHPUT: Rule = Rule {
    id: "ATK-COSMOS-005",
    title: "CosmosError",
    message: "`Shared` is a container's share of its database; the database needs throughput to share",
    solution: formatcp!("`Throughput::Autoscale({AUTOSCALE_LEAST})`, or `Throughput::Manual({MANUAL_LEAST})`"),
    source: LIMITS,
    kind: Kind::Promise,
    level: Level::Error,
};

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

/// Every rule of this provider.
pub static RULES: &[&Rule] = &[
    &MANUAL,
    &AUTOSCALE,
    &SERVERLESS_THROUGHPUT,
    &ACCOUNT_CHILDREN,
    &DATABASE_THROUGHPUT,
    &TIME_TO_LIVE,
    &UNIQUE_KEYS,
];

/// Is the throughput of a container one that Azure has?
pub const fn check_throughput(throughput: Throughput) -> Option<Finding> {
    match throughput {
        Throughput::Shared => None,
        Throughput::Manual(units) => stepped(&MANUAL, units, MANUAL_LEAST, MANUAL_STEP),
        Throughput::Autoscale(units) => stepped(&AUTOSCALE, units, AUTOSCALE_LEAST, AUTOSCALE_STEP),
    }
}

const fn stepped(rule: &'static Rule, units: u32, least: u32, step: u32) -> Option<Finding> {
    if units >= least && units <= MOST && units.is_multiple_of(step) {
        return None;
    }
    let below = if units < least {
        least
    } else if units > MOST {
        MOST - step
    } else {
        units / step * step
    };
    Some(Finding::of(rule).number(0, units as i64).number(1, below as i64).number(2, (below + step) as i64))
}

/// Is the throughput of the databases one that Azure has?
pub(super) const fn database_throughput(settings: &CosmosSettings) -> Option<Finding> {
    match settings.throughput {
        Throughput::Shared => Some(Finding::of(&DATABASE_THROUGHPUT)),
        given => check_throughput(given),
    }
}

/// Does an item live at all?
pub const fn check_time_to_live(seconds: u32) -> Option<Finding> {
    if seconds == 0 || seconds > i32::MAX as u32 {
        return Some(Finding::of(&TIME_TO_LIVE).number(0, seconds as i64));
    }
    None
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

pub(super) const fn serverless_throughput(
    merged: &CosmosMerged<'_>,
    _settings: &CosmosSettings,
    _context: &Context,
) -> Option<Finding> {
    let CapacityMode::Serverless = merged.capacity else { return None };
    let mut i = 0;
    while i < merged.containers.len() {
        let container = merged.containers.at(i);
        if !matches!(container.throughput, Throughput::Shared) {
            return Some(Finding::of(&SERVERLESS_THROUGHPUT).text(0, container.name).blame(merged.containers.owner(i)));
        }
        i += 1;
    }
    None
}

pub(super) const fn tenant_keys(
    merged: &CosmosMerged<'_>,
    _settings: &CosmosSettings,
    _context: &Context,
) -> Option<Finding> {
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

pub(super) const fn databases_and_containers(
    merged: &CosmosMerged<'_>,
    _settings: &CosmosSettings,
    _context: &Context,
) -> Option<Finding> {
    let containers = merged.containers.len();
    // one database at least: the exact number would cost a hash table, and only matters at the very edge
    if containers + 1 > CHILDREN {
        return Some(Finding::of(&ACCOUNT_CHILDREN).number(0, (containers + 1) as i64));
    }
    None
}

/// The group code in the account's name: the pin, or the capacity mode where it is not the default.
pub(super) const fn code(merged: &CosmosMerged<'_>) -> &'static str {
    match (merged.account, merged.capacity) {
        (Some(account), _) => account,
        (None, CapacityMode::Serverless) => "sls",
        (None, CapacityMode::Provisioned) => "",
    }
}

/// What a database of so many sharing containers needs: 25 are free of extra minimum.
pub(super) fn shared_throughput(given: Throughput, sharing: usize) -> Throughput {
    let beyond = sharing.saturating_sub(25) as u32;
    match given {
        Throughput::Autoscale(units) => Throughput::Autoscale(units.max(AUTOSCALE_LEAST + AUTOSCALE_STEP * beyond)),
        Throughput::Manual(units) => Throughput::Manual(units.max(MANUAL_LEAST + MANUAL_STEP * beyond)),
        Throughput::Shared => Throughput::Shared,
    }
}
