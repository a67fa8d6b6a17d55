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
    pub(crate) CdnFrontdoorProfile = azurerm_cdn_frontdoor_profile;
    pub(crate) CdnFrontdoorEndpoint = azurerm_cdn_frontdoor_endpoint;
    pub(crate) CdnFrontdoorOriginGroup = azurerm_cdn_frontdoor_origin_group;
    pub(crate) CdnFrontdoorOrigin = azurerm_cdn_frontdoor_origin;
    pub(crate) CdnFrontdoorRoute = azurerm_cdn_frontdoor_route;
    pub(crate) CdnFrontdoorRuleSet = azurerm_cdn_frontdoor_rule_set;
    pub(crate) CdnFrontdoorRule = azurerm_cdn_frontdoor_rule;
    pub(crate) CdnFrontdoorCustomDomain = azurerm_cdn_frontdoor_custom_domain;
    pub(crate) CdnFrontdoorCustomDomainAssociation = azurerm_cdn_frontdoor_custom_domain_association;
    pub(crate) CdnFrontdoorFirewallPolicy = azurerm_cdn_frontdoor_firewall_policy;
    pub(crate) CdnFrontdoorSecurityPolicy = azurerm_cdn_frontdoor_security_policy;
    pub(crate) DnsZone = azurerm_dns_zone;
    pub(crate) ExistingDnsZone = data azurerm_dns_zone;
    pub(crate) DnsTxtRecord = azurerm_dns_txt_record;
    pub(crate) DnsCnameRecord = azurerm_dns_cname_record;
    pub(crate) StorageAccountStaticWebsite = azurerm_storage_account_static_website;
    pub(crate) TrafficManagerProfile = azurerm_traffic_manager_profile;
    pub(crate) TrafficManagerAzureEndpoint = azurerm_traffic_manager_azure_endpoint;
    pub(crate) TrafficManagerExternalEndpoint = azurerm_traffic_manager_external_endpoint;
}
