//! What a private endpoint leads to, and in which DNS zones its address must stand so that the public name of the
//! service leads there as well. Public cloud only.
//!
//! Source: Azure documentation, Azure Private Endpoint private DNS zone values, 2026.

/// A part of a service that private endpoints lead to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrivateLink {
    /// As Azure calls the part. Letters matter.
    pub subresource: &'static str,
    /// The zones, five at most.
    pub zones: &'static [&'static str],
}

/// Blobs of a storage account.
pub const STORAGE_BLOB: PrivateLink =
    PrivateLink { subresource: "blob", zones: &["privatelink.blob.core.windows.net"] };
/// Queues of a storage account.
pub const STORAGE_QUEUE: PrivateLink =
    PrivateLink { subresource: "queue", zones: &["privatelink.queue.core.windows.net"] };
/// Tables of a storage account.
pub const STORAGE_TABLE: PrivateLink =
    PrivateLink { subresource: "table", zones: &["privatelink.table.core.windows.net"] };
/// File shares of a storage account.
pub const STORAGE_FILE: PrivateLink =
    PrivateLink { subresource: "file", zones: &["privatelink.file.core.windows.net"] };
/// A Cosmos DB account for NoSQL.
pub const COSMOS_SQL: PrivateLink = PrivateLink { subresource: "Sql", zones: &["privatelink.documents.azure.com"] };
/// A function app, its SCM site included.
pub const SITES: PrivateLink = PrivateLink { subresource: "sites", zones: &["privatelink.azurewebsites.net"] };
/// A Service Bus namespace, Premium, or an Event Hubs namespace.
pub const SERVICEBUS: PrivateLink =
    PrivateLink { subresource: "namespace", zones: &["privatelink.servicebus.windows.net"] };
/// A key vault.
pub const KEY_VAULT: PrivateLink = PrivateLink { subresource: "vault", zones: &["privatelink.vaultcore.azure.net"] };
/// Azure Monitor, by way of a private link scope. Its agents keep their state in blobs, hence the last zone.
pub const AZURE_MONITOR: PrivateLink = PrivateLink {
    subresource: "azuremonitor",
    zones: &[
        "privatelink.monitor.azure.com",
        "privatelink.oms.opinsights.azure.com",
        "privatelink.ods.opinsights.azure.com",
        "privatelink.agentsvc.azure-automation.net",
        "privatelink.blob.core.windows.net",
    ],
};
