#![deny(deprecated)]

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_container_group "group" {
        name: "group",
        location: "westeurope",
        resource_group_name: "rg",
        os_type: "Linux",
        network_profile_id: "old",
        container { name: "c", image: "i", cpu: 1, memory: 1.5 },
    });
}

fn main() {}
