use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_virtual_network "vnet" {
        name: "vnet",
        name: "twice",
        location: "westeurope",
        resource_group_name: "rg",
        ip_address_pool { id: "1", number_of_ip_addresses: "2" },
        ip_address_pool { id: "2", number_of_ip_addresses: "2" },
        ip_address_pool { id: "3", number_of_ip_addresses: "2" },
        timeouts { create: "30m" },
        timeouts { delete: "30m" },
        lifecycle { prevent_destroy: true },
        lifecycle { prevent_destroy: true },
        count: 2,
        for_each: ["a"],
    });
}

fn main() {}
