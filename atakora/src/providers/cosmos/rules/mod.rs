//! What Azure refuses of accounts, and the numbers in which it says so: one file for each thing that it is about.

pub(super) mod backup;
pub(super) mod capacity;
pub(super) mod containers;
pub(super) mod existing;
pub(super) mod regions;

pub use capacity::check_throughput;
pub use containers::{check_time_to_live, check_unique_keys};

use super::{CapacityMode, CosmosMerged};
use crate::check::Rule;

const LIMITS: &str = "Azure documentation, Azure Cosmos DB service quotas and default limits, 2026-08";

/// Every rule of this provider.
pub static RULES: &[&Rule] = &[
    &capacity::MANUAL,
    &capacity::AUTOSCALE,
    &capacity::SERVERLESS_THROUGHPUT,
    &capacity::ACCOUNT_CHILDREN,
    &capacity::DATABASE_THROUGHPUT,
    &containers::TIME_TO_LIVE,
    &containers::UNIQUE_KEYS,
    &capacity::SERVERLESS_REGIONS,
    &capacity::SERVERLESS_MULTI_WRITE,
    &capacity::SERVERLESS_FREE_TIER,
    &regions::REGION_TWICE,
    &regions::PRIORITY_TWICE,
    &regions::PRIORITY_GAP,
    &regions::NO_ZONES,
    &regions::STRONG_MULTI_WRITE,
    &regions::STALENESS_INTERVAL,
    &regions::STALENESS_PREFIX,
    &regions::NOT_BOUNDED,
    &regions::WRITE_REGION,
    &backup::BACKUP_INTERVAL,
    &backup::BACKUP_RETENTION,
    &backup::BACKUP_COPIES,
    &existing::EXISTING_OWN,
    &existing::EXISTING_SETTINGS,
    &existing::EXISTING_ACCOUNT,
    &existing::EXISTING_CONTAINER,
    &existing::EXISTING_KEY,
    &existing::EXISTING_CONTAINER_SETTING,
    &existing::EXISTING_PRIVATE,
];

/// The group code in the account's name: the pin, or the capacity mode where it is not the default.
pub(super) const fn code(merged: &CosmosMerged<'_>) -> &'static str {
    match (merged.account, merged.capacity) {
        (Some(account), _) => account,
        (None, CapacityMode::Serverless) => "sls",
        (None, CapacityMode::Provisioned) => "",
    }
}
