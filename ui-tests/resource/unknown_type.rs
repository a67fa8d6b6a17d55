use atakora::terraform::declare::Declare;
use atakora::{data, resource, resource_type};

resource_type! { pub Vnet = azurerm_virtual_netwrok }

fn declare(stack: &impl Declare) -> Vnet {
    let table = resource!(stack, azurerm_cosmos_account "db" { name: "db" });
    table.id();
    resource!(stack, aws_s3_bucket "bucket" { bucket: "b" });
    resource!(stack, azurerm_client_config "me" {});
    data!(stack, azurerm_role_assignment "me" {});
    resource!(stack, Vnet = azurerm_virtual_netwrok "vnet" { name: "vnet" })
}

fn main() {}
