//! What has an announced end, in `resource!`: warnings, here errors, at the value or at the type. What is allowed is silent.
#![deny(deprecated)]

use atakora::resource;
use atakora::terraform::declare::Declare;

fn values(stack: &impl Declare) {
    resource!(stack, azurerm_service_plan "consumption" {
        name: "asp-shop",
        location: "westeurope",
        resource_group_name: "rg",
        os_type: "Linux",
        sku_name: "Y1",
    });
    // Windows Consumption stays
    resource!(stack, azurerm_service_plan "windows" {
        name: "asp-shop-windows",
        location: "westeurope",
        resource_group_name: "rg",
        os_type: "Windows",
        sku_name: "Y1",
    });
    resource!(stack, azurerm_linux_function_app "v3" {
        name: "func-shop",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        functions_extension_version: "~3",
        site_config { application_stack { node_version: "18" } },
    });
    resource!(stack, azurerm_windows_function_app "v1" {
        name: "func-shop-windows",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        functions_extension_version: "~1",
        site_config { application_stack { dotnet_version: "v6.0" } },
    });
    resource!(stack, azurerm_function_app_flex_consumption "flex" {
        name: "func-shop-flex",
        location: "westeurope",
        resource_group_name: "rg",
        service_plan_id: "plan",
        storage_container_type: "blobContainer",
        storage_container_endpoint: "https://stshop.blob.core.windows.net/packages",
        storage_authentication_type: "SystemAssignedIdentity",
        runtime_name: "python",
        runtime_version: "3.10",
        identity { type: "SystemAssigned" },
        site_config {},
    });
    resource!(stack, azurerm_storage_account "v1" {
        name: "stshop",
        location: "westeurope",
        resource_group_name: "rg",
        account_tier: "Standard",
        account_replication_type: "LRS",
        account_kind: "Storage",
        dns_endpoint_type: "AzureDnsZone",
    });
    resource!(stack, azurerm_storage_account "blobs" {
        name: "stshopblobs",
        location: "westeurope",
        resource_group_name: "rg",
        account_tier: "Standard",
        account_replication_type: "LRS",
        account_kind: "BlobStorage",
    });
    resource!(stack, azurerm_public_ip "ip" {
        name: "pip-shop",
        location: "westeurope",
        resource_group_name: "rg",
        allocation_method: "Static",
        sku: "Basic",
    });
    resource!(stack, azurerm_lb "balancer" {
        name: "lb-shop",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "Basic",
    });
}

fn types(stack: &impl Declare) {
    resource!(stack, azurerm_redis_cache "cache" {
        name: "redis-shop",
        location: "westeurope",
        resource_group_name: "rg",
        sku_name: "Basic",
        family: "C",
        capacity: 0,
    });
    resource!(stack, azurerm_spring_cloud_service "spring" {
        name: "spring-shop",
        location: "westeurope",
        resource_group_name: "rg",
    });
    resource!(stack, azurerm_frontdoor_firewall_policy "policy" {
        name: "fdfp",
        resource_group_name: "rg",
    });
}

#[allow(deprecated)]
fn silent(stack: &impl Declare) {
    resource!(stack, azurerm_lb "balancer" {
        name: "lb-shop",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "Basic",
    });
}

fn main() {}
