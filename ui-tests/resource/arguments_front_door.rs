//! What Azure refuses of Front Door, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_cdn_frontdoor_profile "profile" {
        name: "afd_shop",
        resource_group_name: "rg",
        sku_name: "Standard",
        response_timeout_seconds: 15,
    });
    resource!(stack, azurerm_cdn_frontdoor_endpoint "endpoint" {
        name: "shop.eu",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
    });
    resource!(stack, azurerm_cdn_frontdoor_custom_domain "domain" {
        name: "shop.example.com",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
        host_name: "https://shop.example.com",
        tls { certificate_type: "Managed", minimum_version: "TLS10" },
    });
    resource!(stack, azurerm_cdn_frontdoor_rule "rule" {
        name: "send-home",
        cdn_frontdoor_rule_set_id: "/cdn_frontdoor_rule_set",
        order: 1,
        actions {},
    });
    resource!(stack, azurerm_cdn_frontdoor_rule_set "set" {
        name: "1stRules",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
    });
    resource!(stack, azurerm_cdn_frontdoor_origin_group "group" {
        name: "afd-shop",
        cdn_frontdoor_profile_id: "/cdn_frontdoor_profile",
        restore_traffic_time_to_healed_or_new_endpoint_in_minutes: 51,
        health_probe { interval_in_seconds: 300, protocol: "HTTPS", request_type: "POST" },
        load_balancing { additional_latency_in_milliseconds: 1001, sample_size: 256 },
    });
    resource!(stack, azurerm_cdn_frontdoor_origin "origin" {
        name: "afd-shop",
        cdn_frontdoor_origin_group_id: "/cdn_frontdoor_origin_group",
        certificate_name_check_enabled: true,
        host_name: "https://shop.azurewebsites.net",
        http_port: 0,
        priority: 6,
        weight: 0,
        private_link {
            location: "westeurope",
            private_link_target_id: "/private_link_target",
            target_type: "site",
        },
    });
    resource!(stack, azurerm_cdn_frontdoor_route "route" {
        name: "afd-shop",
        cdn_frontdoor_endpoint_id: "/cdn_frontdoor_endpoint",
        cdn_frontdoor_origin_group_id: "/cdn_frontdoor_origin_group",
        patterns_to_match: ["shop"],
        supported_protocols: ["https"],
        forwarding_protocol: "Https",
        cache { query_string_caching_behavior: "Ignore" },
    });
}

fn main() {}
