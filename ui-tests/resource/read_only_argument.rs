use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_virtual_network "vnet" {
        name: "vnet",
        location: "westeurope",
        resource_group_name: "rg",
        guid: "set by azure",
    });
    resource!(stack, azurerm_user_assigned_identity "app" {
        name: "id-web",
        location: "westeurope",
        resource_group_name: "rg",
        override principal_id: "set by azure",
    });
}

fn main() {}
