//! Azure makes no new ones: an error, unless the resource says that it is one to keep.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_cdn_profile "cdn" {
        name: "cdnp-shop",
        location: "global",
        resource_group_name: "rg",
        sku: "Standard_Microsoft",
    });
    resource!(stack, azurerm_cdn_endpoint "cdn" {
        name: "cdne-shop",
        profile_name: "cdnp-shop",
        location: "global",
        resource_group_name: "rg",
        origin { name: "shop", host_name: "shop.example.com" },
    });
    // one that is there already
    resource!(stack, azurerm_cdn_profile "old" {
        name: "cdnp-old",
        location: "global",
        resource_group_name: "rg",
        sku: "Standard_Microsoft",
        lifecycle { prevent_destroy: true },
    });
    resource!(stack, azurerm_frontdoor "door" {
        name: "fd-shop",
        resource_group_name: "rg",
        backend_pool {
            name: "shop",
            health_probe_name: "probe",
            load_balancing_name: "balance",
            backend { address: "shop.example.com", host_header: "shop.example.com", http_port: 80, https_port: 443 },
        },
        backend_pool_health_probe { name: "probe" },
        backend_pool_load_balancing { name: "balance" },
        frontend_endpoint { name: "shop", host_name: "fd-shop.azurefd.net" },
        routing_rule {
            name: "all",
            accepted_protocols: ["Https"],
            patterns_to_match: ["/*"],
            frontend_endpoints: ["shop"],
            forwarding_configuration { backend_pool_name: "shop" },
        },
    });
}

fn main() {}
