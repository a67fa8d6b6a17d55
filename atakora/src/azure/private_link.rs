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
/// The static site of a storage account.
pub const STORAGE_WEB: PrivateLink = PrivateLink { subresource: "web", zones: &["privatelink.web.core.windows.net"] };
/// The file system of a storage account with a hierarchical namespace.
pub const STORAGE_DFS: PrivateLink = PrivateLink { subresource: "dfs", zones: &["privatelink.dfs.core.windows.net"] };
/// A Cosmos DB account for NoSQL.
pub const COSMOS_SQL: PrivateLink = PrivateLink { subresource: "Sql", zones: &["privatelink.documents.azure.com"] };
/// A Cosmos DB account for MongoDB.
pub const COSMOS_MONGO: PrivateLink =
    PrivateLink { subresource: "MongoDB", zones: &["privatelink.mongo.cosmos.azure.com"] };
/// A Cosmos DB account for Apache Cassandra.
pub const COSMOS_CASSANDRA: PrivateLink =
    PrivateLink { subresource: "Cassandra", zones: &["privatelink.cassandra.cosmos.azure.com"] };
/// A Cosmos DB account for Apache Gremlin.
pub const COSMOS_GREMLIN: PrivateLink =
    PrivateLink { subresource: "Gremlin", zones: &["privatelink.gremlin.cosmos.azure.com"] };
/// A Cosmos DB account for Table.
pub const COSMOS_TABLE: PrivateLink =
    PrivateLink { subresource: "Table", zones: &["privatelink.table.cosmos.azure.com"] };
/// A function app, its SCM site included.
pub const SITES: PrivateLink = PrivateLink { subresource: "sites", zones: &["privatelink.azurewebsites.net"] };
/// A Service Bus namespace, Premium, or an Event Hubs namespace.
pub const SERVICEBUS: PrivateLink =
    PrivateLink { subresource: "namespace", zones: &["privatelink.servicebus.windows.net"] };
/// A key vault.
pub const KEY_VAULT: PrivateLink = PrivateLink { subresource: "vault", zones: &["privatelink.vaultcore.azure.net"] };
/// Azure Cache for Redis.
pub const REDIS_CACHE: PrivateLink =
    PrivateLink { subresource: "redisCache", zones: &["privatelink.redis.cache.windows.net"] };
/// Azure Managed Redis.
pub const MANAGED_REDIS: PrivateLink =
    PrivateLink { subresource: "redisEnterprise", zones: &["privatelink.redis.azure.net"] };
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

/// The parts of a resource type, given without `azurerm_`; nothing where none is known.
pub const fn parts(kind: &str) -> &'static [PrivateLink] {
    match kind.as_bytes() {
        b"cosmosdb_account" => &[COSMOS_SQL, COSMOS_MONGO, COSMOS_CASSANDRA, COSMOS_GREMLIN, COSMOS_TABLE],
        b"storage_account" => &[STORAGE_BLOB, STORAGE_QUEUE, STORAGE_TABLE, STORAGE_FILE, STORAGE_WEB, STORAGE_DFS],
        b"function_app_flex_consumption"
        | b"linux_function_app"
        | b"linux_web_app"
        | b"windows_function_app"
        | b"windows_web_app" => &[SITES],
        b"servicebus_namespace" | b"eventhub_namespace" => &[SERVICEBUS],
        b"key_vault" => &[KEY_VAULT],
        b"redis_cache" => &[REDIS_CACHE],
        b"managed_redis" => &[MANAGED_REDIS],
        b"monitor_private_link_scope" => &[AZURE_MONITOR],
        _ => &[],
    }
}
