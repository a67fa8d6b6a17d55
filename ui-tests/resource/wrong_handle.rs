use atakora::terraform::declare::Declare;
use atakora::{resource, resource_type};

resource_type! { pub Vnet = azurerm_virtual_network; pub Group = azurerm_resource_group }

struct Other;

fn declare(stack: &impl Declare) {
    resource!(stack, Vnet = azurerm_resource_group "main" { name: "rg", location: "westeurope" });
    resource!(stack, Other = azurerm_resource_group "other" { name: "rg", location: "westeurope" });
    let group = resource!(stack, azurerm_resource_group "third" { name: "rg", location: "westeurope" });
    let _: Group = Group::from(&group);
    let _: Vnet = Vnet::from(&group);
    resource!("stack", Group = azurerm_resource_group "fourth" { name: "rg", location: "westeurope" });
}

fn main() {}
