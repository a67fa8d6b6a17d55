//! What Azure refuses of monitoring, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_log_analytics_workspace "workspace" {
        name: "log",
        location: "westeurope",
        resource_group_name: "rg",
        daily_quota_gb: -2,
        internet_ingestion_access_type: "true",
        reservation_capacity_in_gb_per_day: 250,
        retention_in_days: 7,
        sku: "Free",
    });
    resource!(stack, azurerm_application_insights "insights" {
        name: "shop/web",
        application_type: "Web",
        location: "westeurope",
        resource_group_name: "rg",
        daily_data_cap_in_gb: -1,
        retention_in_days: 100,
        sampling_percentage: 101,
    });
    resource!(stack, azurerm_monitor_diagnostic_setting "setting" {
        name: "logs+metrics",
        target_resource_id: "/target_resource",
        log_analytics_destination_type: "Shared",
    });
}

fn main() {}
