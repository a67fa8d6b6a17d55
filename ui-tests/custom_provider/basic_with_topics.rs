//! Nobody asks for more than Basic, and one asks for a topic.

#[path = "../../examples/service_bus/mod.rs"]
mod service_bus;

use atakora::prelude::*;
use service_bus::{EventDriven, Queue, ServiceBus, Tier, Topic};

backend! {
    pub Events <
        order_processor: EventDriven {
            sku: Tier::Basic,
            queues: &[Queue { name: "orders-queue", max_size_in_megabytes: 1024 }],
        },
        notification_service: EventDriven {
            sku: Tier::Basic,
            topics: &[Topic { name: "events-topic", max_size_in_megabytes: 1024 }],
        },
    > with {
        environment: "production",
        providers: [ServiceBus],
    }
}

fn main() {}
