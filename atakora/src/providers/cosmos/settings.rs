//! What a backend sets for all its Cosmos DB accounts: `cosmos: { … }`.

use super::Throughput;
use super::existing::Existing;
use super::rules::{backup, capacity, existing, regions};
use crate::azure::Region;
use crate::{Settings, Sku};

/// How current reads are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum Consistency {
    /// No order.
    Eventual,
    /// In order, perhaps late.
    ConsistentPrefix,
    /// A session reads its own writes.
    Session,
    /// Late by a bounded time and number of writes.
    BoundedStaleness,
    /// Always the newest.
    Strong,
}

/// A region of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GeoLocation {
    /// Where.
    pub location: Region,
    /// When it is its turn to take writes: 0 does, 1 is the first to take over.
    pub failover_priority: u32,
    /// Whether copies lie in several zones of the region. Fixed when the region is added.
    pub zone_redundant: bool,
}

impl GeoLocation {
    /// A region and its place in the line; its copies lie in one zone.
    pub const fn new(location: Region, failover_priority: u32) -> Self {
        GeoLocation { location, failover_priority, zone_redundant: false }
    }

    /// The same, with copies in several zones.
    pub const fn zone_redundant(self) -> Self {
        GeoLocation { zone_redundant: true, ..self }
    }
}

/// What can be brought back. From `Continuous…` to `Periodic` there is no way: Terraform would replace the account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backup {
    /// Any point in time of the last 7 days. Costs nothing.
    Continuous7Days,
    /// Any point in time of the last 30 days.
    Continuous30Days,
    /// Copies at intervals; Microsoft's support brings them back.
    Periodic {
        /// A copy every so many minutes: 60 to 1,440.
        interval_in_minutes: u32,
        /// Kept for so many hours: 8 to 720, and at least twice the interval.
        retention_in_hours: u32,
        /// Where the copies lie.
        storage_redundancy: BackupRedundancy,
    },
}

/// Where the copies of a periodic backup lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum BackupRedundancy {
    /// In the region.
    Local,
    /// In several zones of the region.
    Zone,
    /// In the region and its pair.
    Geo,
}

/// `cosmos: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct CosmosSettings {
    /// How current reads are. Default: `Session`.
    #[setting(default = Consistency::Session)]
    pub consistency: Consistency,
    /// With `BoundedStaleness`, how many seconds reads can be late: 5 to 86,400, with several regions from 300. Default:
    /// 300.
    #[setting(default = 300, check = regions::max_interval)]
    pub max_interval_in_seconds: u32,
    /// With `BoundedStaleness`, how many writes reads can be late: 10 to 2,147,483,647, with several regions from 100,000.
    /// Default: 100,000.
    #[setting(default = 100_000, check = regions::max_staleness)]
    pub max_staleness_prefix: u32,
    /// The regions that hold the data, each with its place in the line. The stack's own is there with priority 0 and need
    /// not be written, unless it is to be zone-redundant. Default: no other.
    #[setting(default = &[], check = regions::regions)]
    pub regions: &'static [GeoLocation],
    /// Whether Azure makes the next region in line take writes when the first is out. Default: no; somebody must.
    #[setting(default = false)]
    pub automatic_failover: bool,
    /// Whether every region takes writes. Default: no, only the first.
    #[setting(default = false, check = regions::multi_region_writes)]
    pub multi_region_writes: bool,
    /// What can be brought back. Default: `Continuous7Days`.
    #[setting(default = Backup::Continuous7Days, check = backup::backup)]
    pub backup: Backup,
    /// What the containers of a database share. Default: autoscale up to 1,000 RU/s, the least that Azure takes; it is
    /// raised by 1,000 for each container beyond 25, as Azure demands.
    #[setting(default = Throughput::Autoscale(1000), check = capacity::database_throughput)]
    pub throughput: Throughput,
    /// Whether one account of the subscription is free up to 1,000 RU/s. Default: no.
    #[setting(default = false)]
    pub free_tier: bool,
    /// An account that is there already: nothing is made but the access of apps to its containers. Default:
    /// `Existing::No`.
    #[setting(default = Existing::No, check = existing::existing)]
    pub existing: Existing,
}

impl CosmosSettings {
    /// How many regions hold the data.
    pub const fn region_count(&self) -> usize {
        let mut i = 0;
        while i < self.regions.len() {
            if self.regions[i].failover_priority == 0 {
                return self.regions.len();
            }
            i += 1;
        }
        self.regions.len() + 1
    }

    /// The first setting of an account that is written.
    pub(super) const fn of_the_account(&self) -> Option<&'static str> {
        let default = &Self::DEFAULT;
        if self.consistency as u8 != default.consistency as u8 {
            return Some("consistency");
        }
        if self.max_interval_in_seconds != default.max_interval_in_seconds {
            return Some("max_interval_in_seconds");
        }
        if self.max_staleness_prefix != default.max_staleness_prefix {
            return Some("max_staleness_prefix");
        }
        if !self.regions.is_empty() {
            return Some("regions");
        }
        if self.automatic_failover {
            return Some("automatic_failover");
        }
        if self.multi_region_writes {
            return Some("multi_region_writes");
        }
        if !matches!(self.backup, Backup::Continuous7Days) {
            return Some("backup");
        }
        if !matches!(self.throughput, Throughput::Autoscale(1000)) {
            return Some("throughput");
        }
        if self.free_tier { Some("free_tier") } else { None }
    }
}
