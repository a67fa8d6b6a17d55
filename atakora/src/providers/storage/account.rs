//! A storage account that is safe by default: no keys, no public blobs, TLS 1.2, deleted blobs kept for a while.

use super::Redundancy;
use super::rules::NO_PAIR;
use crate::azure::Region;
use crate::azure::private_link::{STORAGE_BLOB, STORAGE_QUEUE, STORAGE_TABLE};
use crate::azure::resource_name::STORAGE_ACCOUNT;
use crate::backend::Scope;
use crate::check::Finding;
use crate::providers::monitoring::{Logs, Monitoring};
use crate::providers::networking::{Networking, NetworkingHandle, Target};
use crate::providers::types::StorageAccount;
use crate::{Error, Result, resource, template};

/// An account of the scope's group, under the logical id `what`.
///
/// # Errors
/// Geo-redundancy in a region without a pair.
pub(crate) fn account(
    scope: &Scope<'_>,
    what: &str,
    redundancy: Redundancy,
    delete_retention_days: u32,
) -> Result<StorageAccount> {
    account_in(&Networking::of(scope), scope, what, redundancy, delete_retention_days)
}

/// An account that everybody reaches, whatever the mode of the backend's network.
///
/// # Errors
/// Geo-redundancy in a region without a pair.
pub(crate) fn public_account(
    scope: &Scope<'_>,
    what: &str,
    redundancy: Redundancy,
    delete_retention_days: u32,
) -> Result<StorageAccount> {
    account_in(&NetworkingHandle::public(), scope, what, redundancy, delete_retention_days)
}

fn account_in(
    network: &NetworkingHandle,
    scope: &Scope<'_>,
    what: &str,
    redundancy: Redundancy,
    delete_retention_days: u32,
) -> Result<StorageAccount> {
    let replication = replication(redundancy, scope.region())?;
    let name = scope.name(&STORAGE_ACCOUNT);
    let account = resource!(&scope.lasting(), StorageAccount = azurerm_storage_account (scope.id(what)) {
        name: name.as_str(),
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        account_tier: "Standard",
        account_replication_type: replication,
        min_tls_version: "TLS1_2",
        https_traffic_only_enabled: true,
        allow_nested_items_to_be_public: false,
        shared_access_key_enabled: false,
        default_to_oauth_authentication: true,
        local_user_enabled: false,
        cross_tenant_replication_enabled: false,
        blob_properties {
            delete_retention_policy { days: delete_retention_days },
            container_delete_retention_policy { days: delete_retention_days },
        },
        sas_policy { expiration_period: "01.00:00:00" },
        public_network_access_enabled?: network.public_data(),
        network_rules: if network.is_private() { default_action: "Deny", bypass: ["AzureServices"] },
        tags: scope.tags(),
    });
    for link in [STORAGE_BLOB, STORAGE_QUEUE, STORAGE_TABLE] {
        network.private_endpoint(scope, &Target { what, name: &name, id: account.id(), after: &[] }, &link);
    }
    if let Some(monitoring) = Monitoring::of(scope) {
        monitoring.diagnose(scope, what, template![account.id(), "/blobServices/default"], Logs::All);
    }
    Ok(account)
}

/// Azure's name for a redundancy in a region.
///
/// # Errors
/// A region without a pair has nowhere to copy to.
fn replication(redundancy: Redundancy, region: Region) -> Result<&'static str> {
    match redundancy {
        Redundancy::Local => Ok("LRS"),
        Redundancy::Zone if region.zones() => Ok("ZRS"),
        Redundancy::Zone => Ok("LRS"),
        Redundancy::Geo if region.pair().is_some() => Ok("GRS"),
        Redundancy::Geo => Err(Error::of(&Finding::of(&NO_PAIR).text(0, region.name()))),
    }
}
