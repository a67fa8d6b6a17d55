use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare, group: &str) {
    let vnet = resource!(stack, azurerm_virtual_network "a name" {
        name: "vnet"
        resource_group_name: "rg",
        edge_zone: group.,
        location: ,
        address_space: ["10.0.0.0/16"],
        dns_servers
    });
    vnet.id();
    resource!(stack, azurerm_virtual_network { name: "vnet" });
    resource!(stack);
}

fn main() {}
