//! What an outage of a region costs: what follows from the settings of an account, as the documentation says.

use std::fmt;
use std::time::Duration;

use super::{Consistency, CosmosSettings};

/// What may be lost, and who brings writes back, when the region that writes is out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// What may be lost: the recovery point objective.
    pub point: RecoveryPoint,
    /// When writes go on: the account's part of the recovery time objective. Reads go on at once where there is a second
    /// region: SDKs ask the next of the preferred ones.
    pub writes: WriteRecovery,
}

/// Which writes may be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryPoint {
    /// None.
    Nothing,
    /// Those of less than this last time.
    LessThan(Duration),
    /// Those of this last time, or this many, whichever is reached first.
    Bounded {
        /// In seconds.
        seconds: u32,
        /// Writes.
        writes: u32,
    },
}

/// When writes go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteRecovery {
    /// At once: other regions take them already.
    AtOnce,
    /// When Azure has declared the outage and made the next region write. Nothing promises how soon.
    Azure,
    /// When somebody makes the next region write.
    Somebody,
    /// When the region is back: there is no other.
    Region,
}

impl Recovery {
    /// Where [`Recovery::point`] comes from.
    pub const POINT_SOURCE: &'static str = "Azure documentation, Consistency levels in Azure Cosmos DB, \"Consistency levels and data durability\", 2026-08";
    /// Where [`Recovery::writes`] comes from.
    pub const WRITES_SOURCE: &'static str = "Azure documentation, Reliability in Azure Cosmos DB for NoSQL, 2026-08";

    pub(super) fn of(settings: &CosmosSettings) -> Self {
        let several = settings.region_count() > 1;
        let point = match settings.consistency {
            _ if !several => RecoveryPoint::LessThan(Duration::from_secs(240 * 60)),
            Consistency::Eventual | Consistency::ConsistentPrefix | Consistency::Session => {
                RecoveryPoint::LessThan(Duration::from_secs(15 * 60))
            }
            Consistency::BoundedStaleness => RecoveryPoint::Bounded {
                seconds: settings.max_interval_in_seconds,
                writes: settings.max_staleness_prefix,
            },
            Consistency::Strong => RecoveryPoint::Nothing,
        };
        let writes = match (several, settings.multi_region_writes, settings.automatic_failover) {
            (false, _, _) => WriteRecovery::Region,
            (true, true, _) => WriteRecovery::AtOnce,
            (true, false, true) => WriteRecovery::Azure,
            (true, false, false) => WriteRecovery::Somebody,
        };
        Recovery { point, writes }
    }
}

impl fmt::Display for RecoveryPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            RecoveryPoint::Nothing => f.write_str("nothing is lost"),
            RecoveryPoint::LessThan(time) => write!(f, "less than {} minutes of writes", time.as_secs() / 60),
            RecoveryPoint::Bounded { seconds, writes } => write!(f, "{seconds} seconds of writes, or {writes} of them"),
        }
    }
}

impl fmt::Display for WriteRecovery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WriteRecovery::AtOnce => "at once, in another region",
            WriteRecovery::Azure => "when Azure fails over, which can take an hour or more; sooner if you force it",
            WriteRecovery::Somebody => "when you force a failover: `automatic_failover` is off",
            WriteRecovery::Region => "when the region is back: there is no other",
        })
    }
}
