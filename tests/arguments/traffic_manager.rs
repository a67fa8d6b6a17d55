//! What Azure takes of Traffic Manager: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_traffic_manager_profile "profile" {
        name: "traf-shop",
        resource_group_name: "rg",
        traffic_routing_method: "Priority",
        max_return: 8,
        dns_config { relative_name: "shop-eu", ttl: 0 },
        monitor_config {
            port: 1,
            protocol: "HTTPS",
            expected_status_code_ranges: ["200-200"],
            interval_in_seconds: 30,
            timeout_in_seconds: 10,
            tolerated_number_of_failures: 9,
        },
    });
    resource!(scope, azurerm_traffic_manager_azure_endpoint "endpoint" {
        name: "shop",
        profile_id: "/profile",
        target_resource_id: "/target_resource",
        priority: 1,
        weight: 1,
        subnet { first: "shop", scope: 32 },
    });
    resource!(scope, azurerm_traffic_manager_external_endpoint "endpoint" {
        name: "shop",
        profile_id: "/profile",
        target: "shop.example.com",
        priority: 1,
        weight: 1,
        subnet { first: "shop", scope: 32 },
    });
    resource!(scope, azurerm_traffic_manager_nested_endpoint "endpoint" {
        name: "shop",
        minimum_child_endpoints: 1,
        profile_id: "/profile",
        target_resource_id: "/target_resource",
        priority: 1,
        weight: 1,
    });
    assert_eq!(scope.judged(), [""; 0]);
}
