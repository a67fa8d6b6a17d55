//! Handle types of the resources that the built-in providers make, each once for the whole crate: a shared handle type
//! costs a third of one made in place.

crate::resource_type! {
    pub(crate) CosmosdbAccount = azurerm_cosmosdb_account;
    pub(crate) CosmosdbAccountData = data azurerm_cosmosdb_account;
    pub(crate) CosmosdbSqlDatabase = azurerm_cosmosdb_sql_database;
    pub(crate) CosmosdbSqlContainer = azurerm_cosmosdb_sql_container;
    pub(crate) CosmosdbSqlRoleAssignment = azurerm_cosmosdb_sql_role_assignment;
    pub(crate) StorageAccount = azurerm_storage_account;
    pub(crate) StorageContainer = azurerm_storage_container;
    pub(crate) StorageQueue = azurerm_storage_queue;
    pub(crate) ServicePlan = azurerm_service_plan;
    pub(crate) FunctionAppFlexConsumption = azurerm_function_app_flex_consumption;
    pub(crate) LinuxFunctionApp = azurerm_linux_function_app;
    pub(crate) UserAssignedIdentity = azurerm_user_assigned_identity;
    pub(crate) RoleAssignment = azurerm_role_assignment;
    pub(crate) LogAnalyticsWorkspace = azurerm_log_analytics_workspace;
    pub(crate) ApplicationInsights = azurerm_application_insights;
    pub(crate) VirtualNetwork = azurerm_virtual_network;
    pub(crate) Subnet = azurerm_subnet;
    pub(crate) NetworkSecurityGroup = azurerm_network_security_group;
    pub(crate) SubnetNetworkSecurityGroupAssociation = azurerm_subnet_network_security_group_association;
    pub(crate) PrivateDnsZone = azurerm_private_dns_zone;
    pub(crate) PrivateDnsZoneVirtualNetworkLink = azurerm_private_dns_zone_virtual_network_link;
    pub(crate) PrivateEndpoint = azurerm_private_endpoint;
    pub(crate) MonitorPrivateLinkScope = azurerm_monitor_private_link_scope;
    pub(crate) MonitorPrivateLinkScopedService = azurerm_monitor_private_link_scoped_service;
    pub(crate) MonitorDiagnosticSetting = azurerm_monitor_diagnostic_setting;
}
