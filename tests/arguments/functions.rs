//! What Azure takes of plans and function apps: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

// versions that end are legal until then
#[test]
#[allow(deprecated)]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_service_plan "plan" {
        name: "asp_shop",
        location: "westeurope",
        os_type: "Linux",
        resource_group_name: "rg",
        sku_name: "P0v3",
    });
    resource!(scope, azurerm_linux_function_app "app" {
        name: "func-shop",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "/service_plan",
        daily_memory_time_quota: 0,
        site_config {
            health_check_eviction_time_in_min: 2,
            minimum_tls_version: "1.2",
            scm_minimum_tls_version: "1.2",
            worker_count: 100,
            app_service_logs { disk_quota_mb: 25, retention_period_days: 0 },
            application_stack {
                dotnet_version: "8.0",
                java_version: "8",
                node_version: "22",
                powershell_core_version: "7.4",
                python_version: "3.12",
            },
            ip_restriction { action: "Deny", priority: 1 },
            scm_ip_restriction { action: "Deny", priority: 1 },
        },
    });
    resource!(scope, azurerm_windows_function_app "app" {
        name: "func-shop",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "/service_plan",
        site_config {},
    });
    resource!(scope, azurerm_function_app_flex_consumption "consumption" {
        name: "func-shop",
        location: "westeurope",
        resource_group_name: "rg",
        runtime_name: "dotnet-isolated",
        runtime_version: "shop",
        service_plan_id: "/service_plan",
        storage_authentication_type: "SystemAssignedIdentity",
        storage_container_endpoint: "https://stshop.blob.core.windows.net/packages",
        storage_container_type: "blobContainer",
        app_settings: { FUNCTIONS_WORKER_PROCESS_COUNT: "1" },
        http_concurrency: 1,
        instance_memory_in_mb: 2048,
        maximum_instance_count: 1000,
        always_ready { name: "function:orders", instance_count: 0 },
        site_config {},
    });
    assert_eq!(scope.judged(), [""; 0]);
}
