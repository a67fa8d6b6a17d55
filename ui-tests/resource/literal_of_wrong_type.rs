use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_virtual_network "vnet" {
        name: true,
        location: 5,
        resource_group_name: "rg",
        address_space: "10.0.0.0/16",
        dns_servers: [1, 2],
        tags: ["a", "b"],
        flow_timeout_in_minutes: "4",
        encryption { enforcement: 1.5 },
        timeouts { create: "30 minutes" },
    });
    resource!(stack, azurerm_virtual_network "hub" {
        name: "hub",
        location: "westeurope",
        resource_group_name: "rg",
        address_space: ["10.1.0.0/16"],
        flow_timeout_in_minutes: 40,
    });
}

fn main() {}
