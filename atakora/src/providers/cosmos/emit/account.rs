//! The account itself.

use super::super::{Backup, CapacityMode, Consistency, CosmosMerged, CosmosSettings, GeoLocation};
use crate::azure::private_link::COSMOS_SQL;
use crate::azure::resource_name::COSMOSDB_ACCOUNT;
use crate::backend::Scope;
use crate::providers::monitoring::{Logs, Monitoring};
use crate::providers::networking::{Networking, NetworkingHandle, Target};
use crate::providers::types::CosmosdbAccount;
use crate::resource;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;

/// The account, in these regions.
pub(super) fn account(
    merged: &CosmosMerged<'_>,
    settings: &CosmosSettings,
    locations: &[GeoLocation],
    scope: &Scope<'_>,
) -> CosmosdbAccount {
    let bounded = settings.consistency == Consistency::BoundedStaleness;
    let periodic = match settings.backup {
        Backup::Periodic { interval_in_minutes, retention_in_hours, storage_redundancy } => {
            Some((interval_in_minutes, retention_in_hours, storage_redundancy.name()))
        }
        Backup::Continuous7Days | Backup::Continuous30Days => None,
    };
    let tier = if settings.backup == Backup::Continuous30Days { "Continuous30Days" } else { "Continuous7Days" };
    let network = Networking::of(scope);
    let account = resource!(&scope.lasting(), CosmosdbAccount = azurerm_cosmosdb_account (scope.id("account")) {
        name: scope.name(&COSMOSDB_ACCOUNT),
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        offer_type: "Standard",
        kind: "GlobalDocumentDB",
        free_tier_enabled: settings.free_tier,
        local_authentication_enabled: false,
        access_key_metadata_writes_enabled: false,
        minimal_tls_version: "Tls12",
        automatic_failover_enabled?: settings.automatic_failover.then_some(true),
        multiple_write_locations_enabled?: settings.multi_region_writes.then_some(true),
        consistency_policy {
            consistency_level: settings.consistency.name(),
            max_interval_in_seconds?: bounded.then_some(settings.max_interval_in_seconds),
            max_staleness_prefix?: bounded.then_some(settings.max_staleness_prefix),
        },
        geo_location: for region in locations {
            location: region.location,
            failover_priority: region.failover_priority,
            zone_redundant?: region.zone_redundant.then_some(true),
        },
        capabilities: if merged.capacity == CapacityMode::Serverless { name: "EnableServerless" },
        backup: if let Some((interval, retention, redundancy)) = periodic {
            type: "Periodic",
            interval_in_minutes: interval,
            retention_in_hours: retention,
            storage_redundancy: redundancy,
        } else {
            type: "Continuous",
            tier: tier,
        },
        public_network_access_enabled?: network.public_data(),
        tags: scope.tags(),
    });
    endpoint(account.id(), &network, scope);
    if let Some(monitoring) = Monitoring::of(scope) {
        monitoring.diagnose(scope, "account", account.id(), Logs::All);
    }
    account
}

/// Makes an account reachable from the network of the backend, if it has one.
pub(super) fn endpoint(id: Ref<Text>, network: &NetworkingHandle, scope: &Scope<'_>) {
    // the backend's own name, also of an account that is there already: two backends can have endpoints of one account
    let name = scope.name(&COSMOSDB_ACCOUNT);
    network.private_endpoint(scope, &Target { what: "account", name: &name, id, after: &[] }, &COSMOS_SQL);
}
