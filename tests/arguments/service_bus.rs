//! What Azure takes of Service Bus: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_servicebus_namespace "namespace" {
        name: "shop-bus",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "Standard",
        capacity: 4,
        minimum_tls_version: "1.2",
        premium_messaging_partitions: 4,
    });
    resource!(scope, azurerm_servicebus_queue "queue" {
        name: "orders",
        namespace_id: "/namespace",
        auto_delete_on_idle: "PT5M",
        default_message_ttl: "P14D",
        duplicate_detection_history_time_window: "P7D",
        lock_duration: "PT5M",
        max_delivery_count: 1,
        max_message_size_in_kilobytes: 1024,
        max_size_in_megabytes: 1024,
        status: "Disabled",
    });
    resource!(scope, azurerm_servicebus_topic "topic" {
        name: "shop/orders",
        namespace_id: "/namespace",
        auto_delete_on_idle: "PT5M",
        default_message_ttl: "P14D",
        duplicate_detection_history_time_window: "P7D",
        max_message_size_in_kilobytes: 1024,
        max_size_in_megabytes: 1024,
        status: "Disabled",
    });
    resource!(scope, azurerm_servicebus_subscription "subscription" {
        name: "shop.mail",
        max_delivery_count: 1,
        topic_id: "/topic",
        auto_delete_on_idle: "PT5M",
        default_message_ttl: "P14D",
        lock_duration: "PT5M",
        status: "ReceiveDisabled",
    });
    resource!(scope, azurerm_servicebus_subscription_rule "rule" {
        name: "every-order-paid-by-card",
        filter_type: "SqlFilter",
        subscription_id: "/subscription",
        sql_filter: "1=1",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
