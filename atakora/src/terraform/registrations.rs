//! Which Azure resource provider serves a resource type. azurerm 5 registers none by itself, and one that is not
//! registered refuses every request; so a stack lists what its types need.
//!
//! `Microsoft.Authorization`, `Microsoft.Resources` and the other namespaces that every subscription has are left out.
//! Names are case-sensitive, and the one of Application Insights is spelled in lower case (azurerm 5, provider
//! documentation, `resource_providers_to_register`).

/// The namespaces that a resource type needs: those of the longest prefix in the table.
pub(crate) fn of(type_name: &str) -> &'static [&'static str] {
    let Some(name) = type_name.strip_prefix("azurerm_") else {
        return &[];
    };
    // in the order of the prefixes: what begins `name` is at or before it, the longest first
    let end = NAMESPACES.partition_point(|(prefix, _)| *prefix <= name);
    NAMESPACES[..end]
        .iter()
        .rev()
        .take_while(|(prefix, _)| prefix.as_bytes().first() == name.as_bytes().first())
        .find(|(prefix, _)| name.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('_')))
        .map_or(&[], |(_, namespaces)| namespaces)
}

/// Prefixes of type names, without `azurerm_`, in alphabetical order.
const NAMESPACES: &[(&str, &[&str])] = &[
    ("ai_foundry", &["Microsoft.MachineLearningServices"]),
    ("analysis_services", &["Microsoft.AnalysisServices"]),
    ("api_connection", &["Microsoft.Web"]),
    ("api_management", &["Microsoft.ApiManagement"]),
    ("app_configuration", &["Microsoft.AppConfiguration"]),
    ("app_service", &["Microsoft.Web"]),
    ("application_gateway", &["Microsoft.Network"]),
    ("application_insights", &["microsoft.insights"]),
    ("application_load_balancer", &["Microsoft.ServiceNetworking"]),
    ("application_security_group", &["Microsoft.Network"]),
    ("attestation", &["Microsoft.Attestation"]),
    ("automation", &["Microsoft.Automation"]),
    ("availability_set", &["Microsoft.Compute"]),
    ("backup", &["Microsoft.RecoveryServices"]),
    ("bastion_host", &["Microsoft.Network"]),
    ("batch", &["Microsoft.Batch"]),
    ("bot", &["Microsoft.BotService"]),
    ("cdn", &["Microsoft.Cdn"]),
    ("cdn_frontdoor_firewall_policy", &["Microsoft.Network"]),
    ("chaos_studio", &["Microsoft.Chaos"]),
    ("cognitive", &["Microsoft.CognitiveServices"]),
    ("communication_service", &["Microsoft.Communication"]),
    ("consumption_budget", &["Microsoft.Consumption"]),
    ("container_app", &["Microsoft.App"]),
    ("container_group", &["Microsoft.ContainerInstance"]),
    ("container_registry", &["Microsoft.ContainerRegistry"]),
    ("cosmosdb", &["Microsoft.DocumentDB"]),
    ("dashboard_grafana", &["Microsoft.Dashboard"]),
    ("data_factory", &["Microsoft.DataFactory"]),
    ("data_protection", &["Microsoft.DataProtection"]),
    ("databricks", &["Microsoft.Databricks"]),
    ("dev_center", &["Microsoft.DevCenter"]),
    ("dev_test", &["Microsoft.DevTestLab"]),
    ("digital_twins", &["Microsoft.DigitalTwins"]),
    ("disk", &["Microsoft.Compute"]),
    ("dns", &["Microsoft.Network"]),
    ("email_communication_service", &["Microsoft.Communication"]),
    ("eventgrid", &["Microsoft.EventGrid"]),
    ("eventhub", &["Microsoft.EventHub"]),
    ("express_route", &["Microsoft.Network"]),
    ("federated_identity_credential", &["Microsoft.ManagedIdentity"]),
    ("firewall", &["Microsoft.Network"]),
    ("frontdoor", &["Microsoft.Network"]),
    ("function_app", &["Microsoft.Web"]),
    // its instances and its network integration run on Container Apps
    ("function_app_flex_consumption", &["Microsoft.App", "Microsoft.Web"]),
    ("healthcare", &["Microsoft.HealthcareApis"]),
    ("image", &["Microsoft.Compute"]),
    ("iothub", &["Microsoft.Devices"]),
    ("ip_group", &["Microsoft.Network"]),
    ("key_vault", &["Microsoft.KeyVault"]),
    ("kubernetes", &["Microsoft.ContainerService"]),
    ("kusto", &["Microsoft.Kusto"]),
    ("lb", &["Microsoft.Network"]),
    ("linux_function_app", &["Microsoft.Web"]),
    ("linux_virtual_machine", &["Microsoft.Compute"]),
    ("linux_web_app", &["Microsoft.Web"]),
    ("load_test", &["Microsoft.LoadTestService"]),
    ("local_network_gateway", &["Microsoft.Network"]),
    ("log_analytics", &["Microsoft.OperationalInsights"]),
    ("log_analytics_solution", &["Microsoft.OperationalInsights", "Microsoft.OperationsManagement"]),
    ("logic_app", &["Microsoft.Logic"]),
    ("logic_app_standard", &["Microsoft.Web"]),
    ("machine_learning", &["Microsoft.MachineLearningServices"]),
    ("maintenance", &["Microsoft.Maintenance"]),
    ("managed_disk", &["Microsoft.Compute"]),
    ("managed_redis", &["Microsoft.Cache"]),
    ("maps_account", &["Microsoft.Maps"]),
    ("mongo_cluster", &["Microsoft.DocumentDB"]),
    ("monitor", &["microsoft.insights"]),
    ("monitor_alert_processing_rule", &["Microsoft.AlertsManagement"]),
    ("monitor_alert_prometheus_rule_group", &["Microsoft.AlertsManagement"]),
    ("monitor_smart_detector_alert_rule", &["Microsoft.AlertsManagement"]),
    ("monitor_workspace", &["Microsoft.Monitor"]),
    ("mssql", &["Microsoft.Sql"]),
    ("mssql_virtual_machine", &["Microsoft.SqlVirtualMachine"]),
    ("mysql", &["Microsoft.DBforMySQL"]),
    ("nat_gateway", &["Microsoft.Network"]),
    ("netapp", &["Microsoft.NetApp"]),
    ("network", &["Microsoft.Network"]),
    ("notification_hub", &["Microsoft.NotificationHubs"]),
    ("point_to_site_vpn_gateway", &["Microsoft.Network"]),
    ("policy", &["Microsoft.PolicyInsights"]),
    ("portal_dashboard", &["Microsoft.Portal"]),
    ("postgresql", &["Microsoft.DBforPostgreSQL"]),
    ("powerbi_embedded", &["Microsoft.PowerBIDedicated"]),
    ("private_dns", &["Microsoft.Network"]),
    ("private_endpoint", &["Microsoft.Network"]),
    ("private_link_service", &["Microsoft.Network"]),
    ("proximity_placement_group", &["Microsoft.Compute"]),
    ("public_ip", &["Microsoft.Network"]),
    ("purview", &["Microsoft.Purview"]),
    ("recovery_services", &["Microsoft.RecoveryServices"]),
    ("redis", &["Microsoft.Cache"]),
    ("relay", &["Microsoft.Relay"]),
    ("route", &["Microsoft.Network"]),
    ("search", &["Microsoft.Search"]),
    ("security_center", &["Microsoft.Security"]),
    ("sentinel", &["Microsoft.OperationalInsights", "Microsoft.SecurityInsights"]),
    ("service_fabric", &["Microsoft.ServiceFabric"]),
    ("service_plan", &["Microsoft.Web"]),
    ("servicebus", &["Microsoft.ServiceBus"]),
    ("shared_image", &["Microsoft.Compute"]),
    ("signalr", &["Microsoft.SignalRService"]),
    ("snapshot", &["Microsoft.Compute"]),
    ("spring_cloud", &["Microsoft.AppPlatform"]),
    ("ssh_public_key", &["Microsoft.Compute"]),
    ("static_web_app", &["Microsoft.Web"]),
    ("storage", &["Microsoft.Storage"]),
    ("storage_sync", &["Microsoft.StorageSync"]),
    ("stream_analytics", &["Microsoft.StreamAnalytics"]),
    ("subnet", &["Microsoft.Network"]),
    ("synapse", &["Microsoft.Synapse"]),
    ("traffic_manager", &["Microsoft.Network"]),
    ("user_assigned_identity", &["Microsoft.ManagedIdentity"]),
    ("virtual_desktop", &["Microsoft.DesktopVirtualization"]),
    ("virtual_hub", &["Microsoft.Network"]),
    ("virtual_machine", &["Microsoft.Compute"]),
    ("virtual_network", &["Microsoft.Network"]),
    ("virtual_wan", &["Microsoft.Network"]),
    ("vpn", &["Microsoft.Network"]),
    ("web_app", &["Microsoft.Web"]),
    ("web_application_firewall_policy", &["Microsoft.Network"]),
    ("web_pubsub", &["Microsoft.SignalRService"]),
    ("windows_function_app", &["Microsoft.Web"]),
    ("windows_virtual_machine", &["Microsoft.Compute"]),
    ("windows_web_app", &["Microsoft.Web"]),
];

#[cfg(test)]
mod tests {
    use super::{NAMESPACES, of};

    #[test]
    fn the_table_is_in_order() {
        assert!(NAMESPACES.is_sorted_by(|(a, _), (b, _)| a < b));
    }

    #[test]
    fn the_longest_prefix_decides() {
        assert_eq!(of("azurerm_function_app_flex_consumption"), ["Microsoft.App", "Microsoft.Web"]);
        assert_eq!(of("azurerm_function_app_function"), ["Microsoft.Web"]);
        assert_eq!(of("azurerm_cosmosdb_sql_container"), ["Microsoft.DocumentDB"]);
        assert_eq!(of("azurerm_application_insights"), ["microsoft.insights"]);
        assert_eq!(of("azurerm_log_analytics_workspace"), ["Microsoft.OperationalInsights"]);
        assert_eq!(of("azurerm_lb_rule"), ["Microsoft.Network"]);
        assert_eq!(of("azurerm_resource_group"), [""; 0]);
        assert_eq!(of("random_id"), [""; 0]);
    }
}
