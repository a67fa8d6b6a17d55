//! What Azure refuses of Service Bus, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_servicebus_namespace "namespace" {
        name: "shop-sb",
        location: "westeurope",
        resource_group_name: "rg",
        sku: "standard",
        capacity: 3,
        minimum_tls_version: "1.0",
        premium_messaging_partitions: 3,
    });
    resource!(stack, azurerm_servicebus_queue "queue" {
        name: "orders-",
        namespace_id: "/namespace",
        auto_delete_on_idle: "PT1M",
        default_message_ttl: "14 days",
        duplicate_detection_history_time_window: "P8D",
        lock_duration: "PT6M",
        max_delivery_count: 0,
        max_message_size_in_kilobytes: 512,
        max_size_in_megabytes: 1000,
        status: "Paused",
    });
    resource!(stack, azurerm_servicebus_topic "topic" {
        name: "/orders",
        namespace_id: "/namespace",
        status: "SendDisabled",
    });
    resource!(stack, azurerm_servicebus_subscription "subscription" {
        name: "shop/mail",
        max_delivery_count: 1,
        topic_id: "/topic",
        status: "SendDisabled",
    });
    resource!(stack, azurerm_servicebus_subscription_rule "rule" {
        name: "every-order-that-is-paid-by-card-and-sent-to-western-europe",
        filter_type: "Sql",
        subscription_id: "/subscription",
        sql_filter: "",
    });
}

fn main() {}
