//! The shapes of names, one per type of resource.
//!
//! Abbreviations: Cloud Adoption Framework, "Abbreviation recommendations for Azure resources". Lengths: Azure
//! documentation, "Naming rules and restrictions for Azure resources", and the validation in azurerm 5.2.0, whichever
//! is narrower.

use super::naming::{Alphabet, NameScope, NameShape};

/// How many characters of a function app's name make the id of its host. Two apps whose names begin with the same ones
/// must not share a storage account for the host.
pub const FUNCTION_HOST_ID_LENGTH: usize = 32;

macro_rules! shapes {
    ($($(#[$doc:meta])* $shape:ident = $resource_type:literal, $abbreviation:literal, $minimum:literal to $maximum:literal $alphabet:ident, $scope:ident;)*) => {
        $(
            $(#[$doc])*
            pub static $shape: NameShape = NameShape {
                resource_type: $resource_type,
                abbreviation: $abbreviation,
                minimum: $minimum,
                maximum: $maximum,
                alphabet: Alphabet::$alphabet,
                scope: NameScope::$scope,
            };
        )*

        /// Every shape.
        pub static ALL: &[&NameShape] = &[$(&$shape),*];
    };
}

shapes! {
    /// Azure keeps the name for the whole subscription, in any case of letters.
    RESOURCE_GROUP = "azurerm_resource_group", "rg", 1 to 90 LettersAndHyphens, Subscription;
    /// `<name>.documents.azure.com`. The provider accepts 50 characters, Azure 44.
    COSMOSDB_ACCOUNT = "azurerm_cosmosdb_account", "cosmos", 3 to 44 LettersAndHyphens, Global;
    /// `<name>.blob.core.windows.net`.
    STORAGE_ACCOUNT = "azurerm_storage_account", "st", 3 to 24 Letters, Global;
    /// A plan of function apps.
    SERVICE_PLAN = "azurerm_service_plan", "asp", 1 to 60 LettersAndHyphens, ResourceGroup;
    /// `<name>.azurewebsites.net`, which it shares with [`FUNCTION_APP_FLEX_CONSUMPTION`].
    LINUX_FUNCTION_APP = "azurerm_linux_function_app", "func", 2 to 60 LettersAndHyphens, Global;
    /// `<name>.azurewebsites.net`, which it shares with [`LINUX_FUNCTION_APP`].
    FUNCTION_APP_FLEX_CONSUMPTION = "azurerm_function_app_flex_consumption", "func", 2 to 60 LettersAndHyphens, Global;
    /// The identity of an app.
    USER_ASSIGNED_IDENTITY = "azurerm_user_assigned_identity", "id", 3 to 128 LettersAndHyphens, ResourceGroup;
    /// Where logs go.
    LOG_ANALYTICS_WORKSPACE = "azurerm_log_analytics_workspace", "log", 4 to 63 LettersAndHyphens, ResourceGroup;
    /// Where traces go.
    APPLICATION_INSIGHTS = "azurerm_application_insights", "appi", 1 to 260 LettersAndHyphens, ResourceGroup;
    /// `<name>.vault.azure.net`. A deleted vault keeps its name until it is purged.
    KEY_VAULT = "azurerm_key_vault", "kv", 3 to 24 LettersAndHyphens, Global;
    /// `<name>.servicebus.windows.net`. It cannot end in `-sb` or `-mgmt`.
    SERVICEBUS_NAMESPACE = "azurerm_servicebus_namespace", "sbns", 6 to 50 LettersAndHyphens, Global;
    /// A network.
    VIRTUAL_NETWORK = "azurerm_virtual_network", "vnet", 2 to 64 LettersAndHyphens, ResourceGroup;
    /// A part of a network. No underscore: Flex Consumption refuses such a subnet.
    SUBNET = "azurerm_subnet", "snet", 1 to 80 LettersAndHyphens, Parent;
    /// The rules of a subnet. Azure takes 80 characters; the last five are the subnet's.
    NETWORK_SECURITY_GROUP = "azurerm_network_security_group", "nsg", 1 to 75 LettersAndHyphens, ResourceGroup;
    /// A resource's address inside a network.
    PRIVATE_ENDPOINT = "azurerm_private_endpoint", "pep", 1 to 80 LettersAndHyphens, ResourceGroup;
    /// What private endpoints lead to for monitoring. Azure takes more; the name of its endpoint is made of it.
    MONITOR_PRIVATE_LINK_SCOPE = "azurerm_monitor_private_link_scope", "ampls", 1 to 60 LettersAndHyphens, ResourceGroup;
    /// A Front Door.
    CDN_FRONTDOOR_PROFILE = "azurerm_cdn_frontdoor_profile", "afd", 2 to 90 LettersAndHyphens, ResourceGroup;
    /// A Front Door's host name. Azure appends a hash, so that it need not be unique.
    CDN_FRONTDOOR_ENDPOINT = "azurerm_cdn_frontdoor_endpoint", "fde", 2 to 46 LettersAndHyphens, Parent;
    /// The firewall of a Front Door.
    CDN_FRONTDOOR_FIREWALL_POLICY = "azurerm_cdn_frontdoor_firewall_policy", "fdfp", 1 to 128 Letters, ResourceGroup;
    /// `<name>.trafficmanager.net`, if the relative name is the same.
    TRAFFIC_MANAGER_PROFILE = "azurerm_traffic_manager_profile", "traf", 1 to 63 LettersAndHyphens, Global;
    /// `<name>.<region>.redis.azure.net`.
    MANAGED_REDIS = "azurerm_managed_redis", "amr", 3 to 63 LettersAndHyphens, Global;
}
