use atakora::terraform::declare::Declare;
use atakora::{resource, resource_type};

resource_type! { pub Vnet = azurerm_virtual_network }

fn declare(stack: &impl Declare) {
    let port = 80u16;
    let zone: Option<&str> = None;
    let vnet = resource!(stack, Vnet = azurerm_virtual_network "vnet" {
        name: port,
        location: zone,
        resource_group_name: String::from("rg"),
        address_space: format!("10.0.{port}.0/16"),
        edge_zone?: String::new(),
        flow_timeout_in_minutes: String::new(),
        tags: vec!["a"],
        depends_on: [port],
    });
    resource!(stack, azurerm_resource_group "main" { name: vnet.tags(), location: vnet.location() });
}

fn main() {}
