use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_virtual_network "vnet" {
        name: "vnet",
        location: "westeurope",
        resource_group_name: "rg",
        address_space { prefix: "10.0.0.0/16" },
        tags { env: "prod" },
        encryption: "AllowUnencrypted",
        enforcement: "AllowUnencrypted",
        lifecycle { precondition { condition: true }, ignore_changes: tags },
        depends_on: "azurerm_resource_group.main",
    });
}

fn main() {}
