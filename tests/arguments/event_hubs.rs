//! What Azure takes of Event Hubs: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_eventhub_namespace "namespace" {
        name: "shop-events",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "Standard",
        capacity: 40,
        maximum_throughput_units: 40,
        minimum_tls_version: "1.2",
    });
    resource!(scope, azurerm_eventhub "eventhub" {
        name: "orders",
        namespace_id: "/namespace",
        partition_count: 1,
        message_retention: 90,
    });
    assert_eq!(scope.judged(), [""; 0]);
}
