//! Where an account is, in which order its regions take over, and how current reads in them are.

use const_format::formatcp;

use super::super::{Consistency, CosmosSettings, GeoLocation};
use crate::azure::Region;
use crate::check::{Finding, Kind, Level, Rule};

const ACCOUNT: &str = "azurerm 5.2.0, azurerm_cosmosdb_account.geo_location";
const CONSISTENCY: &str = "Azure documentation, Consistency levels in Azure Cosmos DB, 2026-08";
const INTERVAL_MOST: u32 = 86_400;
const PREFIX_MOST: u32 = i32::MAX as u32;

/// A region is there once.
pub static REGION_TWICE: Rule = Rule {
    id: "ATK-COSMOS-011",
    title: "CosmosError",
    message: "`{}` is there twice in the regions of one account",
    solution: "name each region once; the stack's own is there with failover priority 0 unless `regions` has one with 0",
    source: ACCOUNT,
    kind: Kind::Azure,
    level: Level::Error,
};

/// No two regions are next in line.
pub static PRIORITY_TWICE: Rule = Rule {
    id: "ATK-COSMOS-012",
    title: "CosmosError",
    message: "`{}` and `{}` both have failover priority {}",
    solution: "give each region one of its own; {} is free",
    source: ACCOUNT,
    kind: Kind::Azure,
    level: Level::Error,
};

/// The line has no gap.
pub static PRIORITY_GAP: Rule = Rule {
    id: "ATK-COSMOS-013",
    title: "CosmosError",
    message: "`{}` has failover priority {}, and no region has {}",
    solution: "count on without a gap: 0 is the stack's own region unless `regions` says otherwise, the next is 1",
    source: ACCOUNT,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Not every region has zones.
pub static NO_ZONES: Rule = Rule {
    id: "ATK-COSMOS-014",
    title: "CosmosError",
    message: "`{}` has no availability zones",
    solution: "leave `zone_redundant` out there, or take another region",
    source: "Azure documentation, List of Azure regions, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// Several regions that write cannot agree on what is newest.
pub static STRONG_MULTI_WRITE: Rule = Rule {
    id: "ATK-COSMOS-015",
    title: "CosmosError",
    message: "`Consistency::Strong` holds in one write region, and here {} take writes",
    solution: "`Consistency::BoundedStaleness`, or leave `multi_region_writes` out",
    source: CONSISTENCY,
    kind: Kind::Azure,
    level: Level::Error,
};

/// How late reads can be, in seconds.
pub static STALENESS_INTERVAL: Rule = Rule {
    id: "ATK-COSMOS-016",
    title: "CosmosError",
    message: formatcp!("the bound is {{}} to {INTERVAL_MOST} seconds with this number of regions ({{}}), not {{}}"),
    solution: "use a number in this range",
    source: CONSISTENCY,
    kind: Kind::Azure,
    level: Level::Error,
};

/// How late reads can be, in writes.
pub static STALENESS_PREFIX: Rule = Rule {
    id: "ATK-COSMOS-017",
    title: "CosmosError",
    message: formatcp!("the bound is {{}} to {PREFIX_MOST} writes with this number of regions ({{}}), not {{}}"),
    solution: "use a number in this range",
    source: CONSISTENCY,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Only one level has bounds.
pub static NOT_BOUNDED: Rule = Rule {
    id: "ATK-COSMOS-018",
    title: "CosmosError",
    message: "only `Consistency::BoundedStaleness` has a bound, and reads here are `{}`",
    solution: "leave it out, or set `consistency: Consistency::BoundedStaleness`",
    source: CONSISTENCY,
    kind: Kind::Works,
    level: Level::Error,
};

/// The stack's region is the one that writes.
pub static WRITE_REGION: Rule = Rule {
    id: "ATK-COSMOS-019",
    title: "CosmosError",
    message: "the account would write in `{}` (failover priority 0), and its stack is in `{}`",
    solution: "put the stack into the region that writes, or leave priority 0 out: it is the stack's region",
    source: "each write of the stack would cross regions",
    kind: Kind::Promise,
    level: Level::Error,
};

/// Do the regions stand in one line, each once?
pub const fn regions(settings: &CosmosSettings) -> Option<Finding> {
    let regions = settings.regions;
    let mut i = 0;
    while i < regions.len() {
        if regions[i].zone_redundant && !regions[i].location.zones() {
            return Some(Finding::of(&NO_ZONES).text(0, regions[i].location.name()));
        }
        let mut j = 0;
        while j < i {
            if regions[j].location as usize == regions[i].location as usize {
                return Some(Finding::of(&REGION_TWICE).text(0, regions[i].location.name()));
            }
            if regions[j].failover_priority == regions[i].failover_priority {
                return Some(
                    Finding::of(&PRIORITY_TWICE)
                        .text(0, regions[j].location.name())
                        .text(1, regions[i].location.name())
                        .number(2, regions[i].failover_priority as i64)
                        .number(3, free(regions) as i64),
                );
            }
            j += 1;
        }
        i += 1;
    }
    gap(settings)
}

/// Each has a priority of its own: is one of them beyond what so many regions need?
const fn gap(settings: &CosmosSettings) -> Option<Finding> {
    let (regions, last) = (settings.regions, settings.region_count() as u32 - 1);
    let mut i = 0;
    while i < regions.len() {
        if regions[i].failover_priority > last {
            return Some(
                Finding::of(&PRIORITY_GAP)
                    .text(0, regions[i].location.name())
                    .number(1, regions[i].failover_priority as i64)
                    .number(2, free(regions) as i64),
            );
        }
        i += 1;
    }
    None
}

/// The lowest priority from 1 on that no region has.
const fn free(regions: &[GeoLocation]) -> u32 {
    let mut priority = 1;
    loop {
        let (mut i, mut taken) = (0, false);
        while i < regions.len() {
            taken = taken || regions[i].failover_priority == priority;
            i += 1;
        }
        if !taken {
            return priority;
        }
        priority += 1;
    }
}

pub const fn multi_region_writes(settings: &CosmosSettings) -> Option<Finding> {
    let regions = settings.region_count();
    if settings.multi_region_writes && regions > 1 && matches!(settings.consistency, Consistency::Strong) {
        return Some(Finding::of(&STRONG_MULTI_WRITE).number(0, regions as i64));
    }
    None
}

pub const fn max_interval(settings: &CosmosSettings) -> Option<Finding> {
    let default = CosmosSettings::DEFAULT.max_interval_in_seconds;
    let least = if settings.region_count() > 1 { 300 } else { 5 };
    bound(&STALENESS_INTERVAL, settings, settings.max_interval_in_seconds, default, least, INTERVAL_MOST)
}

pub const fn max_staleness(settings: &CosmosSettings) -> Option<Finding> {
    let default = CosmosSettings::DEFAULT.max_staleness_prefix;
    let least = if settings.region_count() > 1 { 100_000 } else { 10 };
    bound(&STALENESS_PREFIX, settings, settings.max_staleness_prefix, default, least, PREFIX_MOST)
}

const fn bound(
    rule: &'static Rule,
    settings: &CosmosSettings,
    given: u32,
    default: u32,
    least: u32,
    most: u32,
) -> Option<Finding> {
    if !matches!(settings.consistency, Consistency::BoundedStaleness) {
        if given == default {
            return None;
        }
        return Some(Finding::of(&NOT_BOUNDED).text(0, settings.consistency.name()));
    }
    if given < least || given > most {
        return Some(
            Finding::of(rule).number(0, least as i64).number(1, settings.region_count() as i64).number(2, given as i64),
        );
    }
    None
}

/// Where the account is, in failover order. Only the running program knows where the stack is.
///
/// # Errors
/// Another region than the stack's writes, or the stack's is there twice.
pub fn locations(settings: &CosmosSettings, stack: Region) -> Result<Vec<GeoLocation>, Box<Finding>> {
    let mut all = settings.regions.to_vec();
    match all.iter().find(|region| region.failover_priority == 0) {
        Some(first) if first.location != stack => {
            return Err(Box::new(Finding::of(&WRITE_REGION).text(0, first.location.name()).text(1, stack.name())));
        }
        Some(_) => {}
        None if all.iter().any(|region| region.location == stack) => {
            return Err(Box::new(Finding::of(&REGION_TWICE).text(0, stack.name())));
        }
        None => all.push(GeoLocation::new(stack, 0)),
    }
    all.sort_by_key(|region| region.failover_priority);
    Ok(all)
}
