//! What Azure takes of monitoring: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_log_analytics_workspace "workspace" {
        name: "logs",
        location: "westeurope",
        resource_group_name: "rg",
        daily_quota_gb: -1,
        internet_ingestion_access_type: "Enabled",
        internet_query_access_type: "Enabled",
        reservation_capacity_in_gb_per_day: 200,
        retention_in_days: 30,
        sku: "PerGB2018",
    });
    resource!(scope, azurerm_application_insights "insights" {
        name: "shop-web",
        application_type: "web",
        location: "westeurope",
        resource_group_name: "rg",
        daily_data_cap_in_gb: 0,
        retention_in_days: 90,
        sampling_percentage: 100,
    });
    resource!(scope, azurerm_monitor_diagnostic_setting "setting" {
        name: "logs and metrics",
        target_resource_id: "/target_resource",
        log_analytics_destination_type: "Dedicated",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
