use atakora::terraform::declare::Declare;
use atakora::{data, resource};

fn declare(stack: &impl Declare) {
    let vnet = resource!(stack, azurerm_virtual_network "vnet" {
        name: "vnet",
        location: "westeurope",
        resource_group_name: "rg",
        adress_space: ["10.0.0.0/16"],
        encryption { enforcment: "AllowUnencrypted" },
        match: 1,
        lifecycle { prevent_destory: true, ignore_changes: [tag, encryption[0].enforcement] },
    });
    // the handle is there all the same
    vnet.id();
    data!(stack, azurerm_resource_group "main" { nam: "rg" });
}

fn main() {}
