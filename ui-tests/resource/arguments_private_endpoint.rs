//! What Azure refuses of private endpoints, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_private_endpoint "endpoint" {
        name: "pep-shop-",
        location: "westeurope",
        resource_group_name: "rg",
        subnet_id: "/subnet",
        private_dns_zone_group {
            name: "pep-shop",
            private_dns_zone_ids: ["/0", "/1", "/2", "/3", "/4", "/5"],
        },
        private_service_connection {
            name: "pep-shop",
            is_manual_connection: true,
            request_message: "",
            subresource_names: ["blob/"],
        },
    });
    resource!(stack, azurerm_private_dns_zone "zone" {
        name: "not a zone",
        resource_group_name: "rg",
    });
    resource!(stack, azurerm_private_dns_zone_virtual_network_link "link" {
        name: "allow-https",
        private_dns_zone_id: "/private_dns_zone",
        virtual_network_id: "/virtual_network",
        resolution_policy: "Redirect",
    });
}

fn main() {}
