//! What Azure takes of private endpoints: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_private_endpoint "endpoint" {
        name: "pep-shop",
        location: "westeurope",
        resource_group_name: "rg",
        subnet_id: "/subnet",
        ip_configuration { name: "pep-shop", private_ip_address: "shop" },
        private_dns_zone_group { name: "pep-shop", private_dns_zone_ids: ["/0", "/1", "/2", "/3", "/4"] },
        private_service_connection {
            name: "pep-shop",
            is_manual_connection: true,
            request_message: "from the shop",
            subresource_names: ["blob"],
        },
    });
    resource!(scope, azurerm_private_dns_zone "zone" {
        name: "shop.internal",
        resource_group_name: "rg",
    });
    resource!(scope, azurerm_private_dns_zone_virtual_network_link "link" {
        name: "allow-https",
        private_dns_zone_id: "/private_dns_zone",
        virtual_network_id: "/virtual_network",
        resolution_policy: "NxDomainRedirect",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
