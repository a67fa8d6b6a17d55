//! What can be brought back, and for how long.

use const_format::formatcp;

use super::super::{Backup, CosmosSettings};
use crate::check::{Finding, Kind, Level, Rule};

const SOURCE: &str = "Azure documentation, Modify periodic backup interval and retention in Azure Cosmos DB, 2026-08";
const INTERVAL_LEAST: u32 = 60;
const INTERVAL_MOST: u32 = 1_440;
const RETENTION_LEAST: u32 = 8;
const RETENTION_MOST: u32 = 720;

/// How often a periodic backup is taken.
pub static BACKUP_INTERVAL: Rule = Rule {
    id: "ATK-COSMOS-020",
    title: "CosmosError",
    message: formatcp!("a periodic backup is taken every {INTERVAL_LEAST} to {INTERVAL_MOST} minutes, not every {{}}"),
    solution: "use a number in this range, or `Backup::Continuous7Days`, which is always up to date and costs nothing",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// How long a periodic backup is kept.
pub static BACKUP_RETENTION: Rule = Rule {
    id: "ATK-COSMOS-021",
    title: "CosmosError",
    message: formatcp!("a periodic backup is kept {RETENTION_LEAST} to {RETENTION_MOST} hours, not {{}}"),
    solution: "use a number in this range",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// There are always two.
pub static BACKUP_COPIES: Rule = Rule {
    id: "ATK-COSMOS-022",
    title: "CosmosError",
    message: "a backup every {} minutes that is kept {} hours leaves fewer than two copies",
    solution: "keep it {} hours at least, or take it more often",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

pub const fn backup(settings: &CosmosSettings) -> Option<Finding> {
    let Backup::Periodic { interval_in_minutes: interval, retention_in_hours: retention, .. } = settings.backup else {
        return None;
    };
    if interval < INTERVAL_LEAST || interval > INTERVAL_MOST {
        return Some(Finding::of(&BACKUP_INTERVAL).number(0, interval as i64));
    }
    if retention < RETENTION_LEAST || retention > RETENTION_MOST {
        return Some(Finding::of(&BACKUP_RETENTION).number(0, retention as i64));
    }
    if retention * 60 < 2 * interval {
        let least = (2 * interval).div_ceil(60);
        return Some(
            Finding::of(&BACKUP_COPIES).number(0, interval as i64).number(1, retention as i64).number(2, least as i64),
        );
    }
    None
}
