//! Two components name one queue and want two sizes.

#[path = "../../examples/service_bus/mod.rs"]
mod service_bus;

use atakora::prelude::*;
use service_bus::{EventDriven, Queue, ServiceBus};

backend! {
    pub Events <
        order_processor: EventDriven {
            queues: &[Queue { name: "orders-queue", max_size_in_megabytes: 2048 }],
        },
        notification_service: EventDriven {
            queues: &[Queue { name: "orders-queue", max_size_in_megabytes: 1024 }],
        },
    > with {
        environment: "production",
        providers: [ServiceBus],
    }
}

fn main() {}
