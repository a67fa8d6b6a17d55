use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_virtual_network "vnet" { name: "vnet" });
    resource!(stack, azurerm_cosmosdb_account "db" {
        name: "cosmos",
        location: "westeurope",
        resource_group_name: "rg",
        offer_type: "Standard",
    });
    resource!(stack, azurerm_virtual_network "hub" {
        name: "hub",
        location: "westeurope",
        resource_group_name: "rg",
        address_space,
        ddos_protection_plan { enable: true },
    });
}

fn main() {}
