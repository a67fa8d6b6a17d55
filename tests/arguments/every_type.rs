//! What Azure takes of arguments that many types have: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_resource_group "group" {
        name: "rg-(shop)",
        location: "West Europe",
    });
    resource!(scope, azurerm_cosmosdb_account "account" {
        name: "cosmos-shop-and-all-that-we-sell-in-the-west",
        location: "westeurope",
        offer_type: "Standard",
        resource_group_name: "rg",
        consistency_policy { consistency_level: "Session" },
        geo_location { failover_priority: 0, location: "West Europe" },
    });
    resource!(scope, azurerm_traffic_manager_external_endpoint "endpoint" {
        name: "shop",
        profile_id: "/profile",
        target: "shop.example.com",
        endpoint_location: "West Europe",
    });
    resource!(scope, azurerm_cdn_frontdoor_origin "origin" {
        name: "afd-shop",
        cdn_frontdoor_origin_group_id: "/cdn_frontdoor_origin_group",
        certificate_name_check_enabled: true,
        host_name: "shop.azurewebsites.net",
        private_link { location: "West Europe", private_link_target_id: "/private_link_target" },
    });
    resource!(scope, azurerm_eventhub_namespace "namespace" {
        name: "shop-events",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "Standard",
        identity { type: "SystemAssigned, UserAssigned" },
    });
    resource!(scope, azurerm_log_analytics_workspace "workspace" {
        name: "logs",
        location: "westeurope",
        resource_group_name: "rg",
        identity { type: "SystemAssigned" },
    });
    resource!(scope, azurerm_dns_zone "zone" {
        name: "example.com",
        resource_group_name: "rg-(shop)",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
