//! What Azure refuses of Traffic Manager, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_traffic_manager_profile "profile" {
        name: "traf_shop",
        resource_group_name: "rg",
        traffic_routing_method: "Failover",
        max_return: 9,
        dns_config { relative_name: "shop_eu", ttl: -1 },
        monitor_config {
            port: 1,
            protocol: "https",
            expected_status_code_ranges: ["200"],
            interval_in_seconds: 20,
            timeout_in_seconds: 11,
            tolerated_number_of_failures: 10,
        },
    });
    resource!(stack, azurerm_traffic_manager_azure_endpoint "endpoint" {
        name: "shop",
        profile_id: "/profile",
        target_resource_id: "/target_resource",
        priority: 0,
        weight: 0,
        subnet { first: "shop", scope: 33 },
    });
    resource!(stack, azurerm_traffic_manager_external_endpoint "endpoint" {
        name: "shop",
        profile_id: "/profile",
        target: "https://shop.example.com/",
    });
}

fn main() {}
