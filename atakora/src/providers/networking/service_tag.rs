//! Groups of addresses that Azure keeps up to date.

use crate::Sku;

/// A group of addresses that apps may reach beside the network and Microsoft Entra, by its name in Azure. `Internet` and
/// `AzureCloud` are missing on purpose: the one is everything, the other whatever anybody runs in Azure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum ServiceTag {
    /// App Configuration.
    AppConfiguration,
    /// App Service and Functions: their management, not the apps.
    AppServiceManagement,
    /// Container Registry.
    AzureContainerRegistry,
    /// Cosmos DB, all accounts of everybody.
    AzureCosmosDB,
    /// Key Vault, all vaults of everybody.
    AzureKeyVault,
    /// Application Insights and Log Analytics.
    AzureMonitor,
    /// Resource Manager: what manages resources.
    AzureResourceManager,
    /// Event Hubs.
    EventHub,
    /// Service Bus.
    ServiceBus,
    /// SQL Database.
    Sql,
    /// Storage, all accounts of everybody.
    Storage,
    /// The network itself, what it is peered with, and what is connected to it on premises.
    VirtualNetwork,
}
