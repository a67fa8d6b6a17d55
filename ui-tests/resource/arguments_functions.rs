//! What Azure refuses of plans and function apps, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_service_plan "plan" {
        name: "asp.shop",
        location: "westeurope",
        os_type: "linux",
        resource_group_name: "rg",
        sku_name: "P0V3",
    });
    resource!(stack, azurerm_linux_function_app "app" {
        name: "func-shop-",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "/service_plan",
        daily_memory_time_quota: -1,
        site_config {
            health_check_eviction_time_in_min: 1,
            minimum_tls_version: "TLS1_2",
            worker_count: 101,
            app_service_logs { disk_quota_mb: 24, retention_period_days: -1 },
            application_stack {
                dotnet_version: "8",
                java_version: "1.8",
                node_version: "~22",
                powershell_core_version: "7.3",
                python_version: "3.6",
            },
            ip_restriction { action: "Block", priority: 0 },
        },
    });
    resource!(stack, azurerm_function_app_flex_consumption "consumption" {
        name: "func-shop",
        location: "westeurope",
        resource_group_name: "rg",
        runtime_name: "dotnet",
        runtime_version: "shop",
        service_plan_id: "/service_plan",
        storage_authentication_type: "SystemAssigned",
        storage_container_endpoint: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stshop/blobServices/default/containers/packages",
        storage_container_type: "container",
        app_settings: { FUNCTIONS_WORKER_RUNTIME: "1" },
        http_concurrency: 0,
        instance_memory_in_mb: 1000,
        maximum_instance_count: 1001,
        always_ready { name: "orders", instance_count: -1 },
        site_config {},
    });
}

fn main() {}
