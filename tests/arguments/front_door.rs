//! What Azure takes of Front Door: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_cdn_frontdoor_profile "profile" {
        name: "afd-shop",
        resource_group_name: "rg",
        sku_name: "Standard_AzureFrontDoor",
        response_timeout_seconds: 16,
    });
    resource!(scope, azurerm_cdn_frontdoor_origin_group "group" {
        name: "afd-shop",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
        restore_traffic_time_to_healed_or_new_endpoint_in_minutes: 50,
        health_probe { interval_in_seconds: 255, protocol: "Https", request_type: "GET" },
        load_balancing {
            additional_latency_in_milliseconds: 1000,
            sample_size: 255,
            successful_samples_required: 255,
        },
    });
    resource!(scope, azurerm_cdn_frontdoor_origin "origin" {
        name: "afd-shop",
        cdn_frontdoor_origin_group_id: "/cdn_frontdoor_origin_group",
        certificate_name_check_enabled: true,
        host_name: "shop.azurewebsites.net",
        http_port: 1,
        https_port: 1,
        priority: 5,
        weight: 1,
        private_link {
            location: "westeurope",
            private_link_target_id: "/private_link_target",
            target_type: "sites",
        },
    });
    resource!(scope, azurerm_cdn_frontdoor_route "route" {
        name: "afd-shop",
        cdn_frontdoor_endpoint_id: "/cdn_frontdoor_endpoint",
        cdn_frontdoor_origin_group_id: "/cdn_frontdoor_origin_group",
        patterns_to_match: ["shop"],
        supported_protocols: ["Https"],
        forwarding_protocol: "HttpsOnly",
        cache { query_string_caching_behavior: "IgnoreQueryString" },
    });
    resource!(scope, azurerm_cdn_frontdoor_endpoint "endpoint" {
        name: "shop-eu",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
    });
    resource!(scope, azurerm_cdn_frontdoor_custom_domain "domain" {
        name: "shop-example-com",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
        host_name: "shop.example.com",
        tls { certificate_type: "ManagedCertificate", minimum_version: "TLS12" },
    });
    resource!(scope, azurerm_cdn_frontdoor_rule "rule" {
        name: "sendHome",
        cdn_frontdoor_rule_set_id: "/cdn_frontdoor_rule_set",
        order: 1,
        actions {},
    });
    resource!(scope, azurerm_cdn_frontdoor_rule_set "set" {
        name: "firstRules",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
