//! What Azure refuses of Event Hubs, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_eventhub_namespace "namespace" {
        name: "1-shop-events",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "standard",
        capacity: 41,
        maximum_throughput_units: 41,
        minimum_tls_version: "1.1",
    });
    resource!(stack, azurerm_eventhub "eventhub" {
        name: "",
        namespace_id: "/namespace",
        partition_count: 0,
        message_retention: 91,
    });
}

fn main() {}
