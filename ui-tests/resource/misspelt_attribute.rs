use atakora::terraform::declare::Declare;
use atakora::{resource, resource_type, tf};

resource_type! { pub Vnet = azurerm_virtual_network }

fn declare(stack: &impl Declare) {
    let group = resource!(stack, azurerm_resource_group "main" { name: "rg", location: "westeurope" });
    let vnet = resource!(stack, Vnet = azurerm_virtual_network "vnet" {
        name: "vnet",
        location: "westeurope",
        resource_group_name: group.nmae(),
        address_space: ["10.0.0.0/16"],
    });
    vnet.idd();
    tf!(azurerm_virtual_network: vnet.adress_space);
    tf!(azurerm_virtual_network: vnet.encryption.enforcement);
    tf!(azurerm_virtual_network: vnet.name.length);
    tf!(azurerm_virtual_network: group.name);
}

fn main() {}
