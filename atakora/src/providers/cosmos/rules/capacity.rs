//! How an account is paid for: request units, and what a serverless account cannot have.

use const_format::formatcp;

use super::super::{CapacityMode, CosmosMerged, CosmosSettings, Throughput};
use super::LIMITS;
use crate::check::{Finding, Kind, Level, Rule};
use crate::provider::Context;

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

/// A serverless account is in one region.
pub static SERVERLESS_REGIONS: Rule = Rule {
    id: "ATK-COSMOS-008",
    title: "CosmosError",
    message: "a serverless account is in one region, `regions` makes it {}",
    solution: "leave `regions` out, make the account provisioned, or move the component to a backend of its own",
    source: LIMITS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A serverless account has one region to write in.
pub static SERVERLESS_MULTI_WRITE: Rule = Rule {
    id: "ATK-COSMOS-009",
    title: "CosmosError",
    message: "a serverless account is in one region, so none other can take writes",
    solution: "leave `multi_region_writes` out, make the account provisioned, or move the component to a backend of its own",
    source: LIMITS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A serverless account has no throughput that could be free.
pub static SERVERLESS_FREE_TIER: Rule = Rule {
    id: "ATK-COSMOS-010",
    title: "CosmosError",
    message: "a serverless account cannot be the free one of the subscription",
    solution: "leave `free_tier` out, make the account provisioned, or move the component to a backend of its own",
    source: "Azure documentation, Azure Cosmos DB lifetime free tier, 2026-08",
    kind: Kind::Azure,
    level: Level::Error,
};

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
pub const fn database_throughput(settings: &CosmosSettings) -> Option<Finding> {
    match settings.throughput {
        Throughput::Shared => Some(Finding::of(&DATABASE_THROUGHPUT)),
        given => check_throughput(given),
    }
}

pub const fn serverless_throughput(
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

/// Does the backend set for its accounts what this one, a serverless one, cannot have?
pub const fn serverless_settings(
    merged: &CosmosMerged<'_>,
    settings: &CosmosSettings,
    _context: &Context,
) -> Option<Finding> {
    let CapacityMode::Serverless = merged.capacity else { return None };
    let regions = settings.region_count();
    if regions > 1 {
        return Some(Finding::of(&SERVERLESS_REGIONS).number(0, regions as i64));
    }
    if settings.multi_region_writes {
        return Some(Finding::of(&SERVERLESS_MULTI_WRITE));
    }
    if settings.free_tier {
        return Some(Finding::of(&SERVERLESS_FREE_TIER));
    }
    None
}

pub const fn databases_and_containers(
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

/// What a database of so many sharing containers needs: 25 are free of extra minimum.
pub fn shared_throughput(given: Throughput, sharing: usize) -> Throughput {
    let beyond = sharing.saturating_sub(25) as u32;
    match given {
        Throughput::Autoscale(units) => Throughput::Autoscale(units.max(AUTOSCALE_LEAST + AUTOSCALE_STEP * beyond)),
        Throughput::Manual(units) => Throughput::Manual(units.max(MANUAL_LEAST + MANUAL_STEP * beyond)),
        Throughput::Shared => Throughput::Shared,
    }
}
