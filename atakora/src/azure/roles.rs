//! Built-in roles on data, by the names that `role_definition_name` takes, and those of Cosmos DB, which has its own.
//!
//! Source: Azure documentation, "Azure built-in roles"; azurerm 5.2.0 for Cosmos DB.

/// Blobs, with access control: what the host of a function app needs on its own storage.
pub const STORAGE_BLOB_DATA_OWNER: &str = "Storage Blob Data Owner";
/// Reads, writes and deletes blobs.
pub const STORAGE_BLOB_DATA_CONTRIBUTOR: &str = "Storage Blob Data Contributor";
/// Reads blobs.
pub const STORAGE_BLOB_DATA_READER: &str = "Storage Blob Data Reader";
/// Reads, writes and deletes queues and messages.
pub const STORAGE_QUEUE_DATA_CONTRIBUTOR: &str = "Storage Queue Data Contributor";
/// Takes messages from a queue and deletes them: what a queue trigger needs, with [`STORAGE_QUEUE_DATA_READER`].
pub const STORAGE_QUEUE_DATA_MESSAGE_PROCESSOR: &str = "Storage Queue Data Message Processor";
/// Puts messages into a queue.
pub const STORAGE_QUEUE_DATA_MESSAGE_SENDER: &str = "Storage Queue Data Message Sender";
/// Looks at queues and messages.
pub const STORAGE_QUEUE_DATA_READER: &str = "Storage Queue Data Reader";
/// Reads, writes and deletes tables and their rows: what the host keeps diagnostic events in.
pub const STORAGE_TABLE_DATA_CONTRIBUTOR: &str = "Storage Table Data Contributor";
/// Sends telemetry to Application Insights without a key.
pub const MONITORING_METRICS_PUBLISHER: &str = "Monitoring Metrics Publisher";
/// Sends to queues and topics.
pub const AZURE_SERVICE_BUS_DATA_SENDER: &str = "Azure Service Bus Data Sender";
/// Receives from queues and subscriptions.
pub const AZURE_SERVICE_BUS_DATA_RECEIVER: &str = "Azure Service Bus Data Receiver";
/// Reads secrets of a vault.
pub const KEY_VAULT_SECRETS_USER: &str = "Key Vault Secrets User";

/// Cosmos DB's own role that reads items: the last part of `<account id>/sqlRoleDefinitions/…`.
pub const COSMOSDB_DATA_READER: &str = "00000000-0000-0000-0000-000000000001";
/// Cosmos DB's own role that reads and writes items: the last part of `<account id>/sqlRoleDefinitions/…`.
pub const COSMOSDB_DATA_CONTRIBUTOR: &str = "00000000-0000-0000-0000-000000000002";
