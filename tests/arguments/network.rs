//! What Azure takes of networks: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_virtual_network "network" {
        name: "vnet-shop",
        location: "westeurope",
        resource_group_name: "rg",
        address_space: ["10.0.0.0/16"],
        dns_servers: ["10.0.0.4"],
        flow_timeout_in_minutes: 30,
        subnet {
            name: "allow-https",
            address_prefixes: ["10.0.1.0/24"],
            private_endpoint_network_policies: "Enabled",
            delegation {
                service_delegation {
                    name: "Microsoft.Web/serverFarms",
                },
            },
        },
        encryption { enforcement: "DropUnencrypted" },
    });
    resource!(scope, azurerm_subnet "subnet" {
        name: "allow-https",
        resource_group_name: "rg",
        virtual_network_name: "shop",
        address_prefixes: ["10.0.1.0/24"],
        private_endpoint_network_policies: "Enabled",
        sharing_scope: "Tenant",
        delegation { name: "shop", service_delegation { name: "Microsoft.Web/serverFarms" } },
        service_endpoint { service: "Microsoft.AzureCosmosDB" },
    });
    resource!(scope, azurerm_network_security_group "group" {
        name: "allow-https",
        location: "westeurope",
        resource_group_name: "rg",
        security_rule {
            name: "allow-https",
            priority: 100,
            protocol: "Tcp",
            direction: "Inbound",
            access: "Deny",
            source_port_range: "80-443",
            destination_port_range: "80-443",
            source_port_ranges: ["443"],
            destination_port_ranges: ["443"],
            source_address_prefixes: ["10.0.1.0/24"],
            destination_address_prefixes: ["10.0.1.0/24"],
            source_application_security_group_ids: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9"],
            destination_application_security_group_ids: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9"],
            description: "Lets the whole of the internet reach the front end.",
        },
    });
    resource!(scope, azurerm_network_security_rule "rule" {
        name: "allow-https",
        access: "Deny",
        direction: "Inbound",
        network_security_group_name: "shop",
        priority: 100,
        protocol: "Tcp",
        resource_group_name: "rg",
        description: "Lets the whole of the internet reach the front end.",
        destination_address_prefixes: ["10.0.1.0/24"],
        destination_application_security_group_ids: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9"],
        destination_port_range: "80-443",
        destination_port_ranges: ["443"],
        source_address_prefixes: ["10.0.1.0/24"],
        source_application_security_group_ids: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9"],
        source_port_range: "80-443",
        source_port_ranges: ["443"],
    });
    resource!(scope, azurerm_private_dns_zone_virtual_network_link "link" {
        name: "allow-https",
        private_dns_zone_id: "/private_dns_zone",
        virtual_network_id: "/virtual_network",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
