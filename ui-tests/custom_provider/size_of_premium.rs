//! A size that only Premium has, asked for by the second of two components.

#[path = "../../examples/service_bus/mod.rs"]
mod service_bus;

use atakora::prelude::*;
use service_bus::{EventDriven, Queue, ServiceBus};

backend! {
    pub Events <
        order_processor: EventDriven {
            queues: &[Queue { name: "orders-queue", max_size_in_megabytes: 5120 }],
        },
        notification_service: EventDriven {
            queues: &[Queue { name: "notifications-queue", max_size_in_megabytes: 10240 }],
        },
    > with {
        environment: "production",
        providers: [ServiceBus],
    }
}

fn main() {}
