//! What Azure refuses of networks, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_virtual_network "network" {
        name: "vnet shop",
        location: "westeurope",
        resource_group_name: "rg",
        address_space: ["10.0.0.0/33"],
        dns_servers: ["dns.example.com"],
        flow_timeout_in_minutes: 40,
        encryption { enforcement: "Deny" },
    });
    resource!(stack, azurerm_subnet "subnet" {
        name: "allow/https",
        resource_group_name: "rg",
        virtual_network_name: "shop",
        address_prefixes: ["10.0.1.5/24"],
        private_endpoint_network_policies: "true",
        sharing_scope: "tenant",
        delegation { name: "shop", service_delegation { name: "Microsoft.Web/serverfarms" } },
        service_endpoint { service: "Microsoft.DocumentDB" },
    });
    resource!(stack, azurerm_network_security_rule "rule" {
        name: "allow-https",
        access: "Block",
        direction: "In",
        network_security_group_name: "shop",
        priority: 99,
        protocol: "TCP",
        resource_group_name: "rg",
        description: "Whoever reads this rule should know that it lets the whole of the internet reach the front end, and that this is what all of us have always wanted.",
        source_address_prefixes: ["VirtualNetwork"],
        source_application_security_group_ids: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10"],
        source_port_range: "80,443",
        source_port_ranges: ["*"],
    });
}

fn main() {}
