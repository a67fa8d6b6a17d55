//! Host names and addresses that follow from the name of a resource, for where a reference would be a cycle: inside
//! the resource itself.
//!
//! Public cloud only. Source: Azure documentation, pages of the services.

/// Of a function app.
pub fn function_app(name: &str) -> String {
    format!("{name}.azurewebsites.net")
}

/// Of a Service Bus or Event Hubs namespace.
pub fn servicebus_namespace(name: &str) -> String {
    format!("{name}.servicebus.windows.net")
}

/// Of a Traffic Manager profile, by its relative name.
pub fn traffic_manager_profile(relative_name: &str) -> String {
    format!("{relative_name}.trafficmanager.net")
}

/// The address of a Cosmos DB account, with port and final slash as its `endpoint` has them.
pub fn cosmosdb_account_endpoint(name: &str) -> String {
    format!("https://{name}.documents.azure.com:443/")
}

/// The address of a vault, with a final slash as its `vault_uri` has it.
pub fn key_vault_uri(name: &str) -> String {
    format!("https://{name}.vault.azure.net/")
}

/// The address of a storage account's service, with a final slash as `primary_blob_endpoint` has it.
pub fn storage_endpoint(account: &str, service: StorageService) -> String {
    format!("https://{account}.{}.core.windows.net/", service.name())
}

/// A service of a storage account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageService {
    /// Blobs in containers.
    Blob,
    /// Queues.
    Queue,
    /// Tables.
    Table,
    /// File shares.
    File,
}

impl StorageService {
    /// As it is in the host name, like `blob`.
    pub const fn name(self) -> &'static str {
        match self {
            StorageService::Blob => "blob",
            StorageService::Queue => "queue",
            StorageService::Table => "table",
            StorageService::File => "file",
        }
    }
}
