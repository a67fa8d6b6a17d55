use atakora::resource;
use atakora::terraform::declare::Declare;
use atakora::terraform::each_key;

fn declare(stack: &impl Declare) {
    let groups = resource!(stack, azurerm_resource_group "each" {
        for_each: ["westeurope", "eastus"],
        name: each_key(),
        location: each_key(),
    });
    groups.at("eastus").id();
    groups.id();
    resource!(stack, azurerm_resource_group "numbers" { for_each: 3, name: "rg", location: "eastus" });
}

fn main() {}
