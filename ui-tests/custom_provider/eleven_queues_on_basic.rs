//! More than ten queues on Basic: a warning, here an error.
#![deny(deprecated)]

#[path = "../../examples/service_bus/mod.rs"]
mod service_bus;

use atakora::prelude::*;
use service_bus::{EventDriven, Queue, ServiceBus, Tier};

const fn queue(name: &'static str) -> Queue {
    Queue { name, max_size_in_megabytes: 1024 }
}

const QUEUES: &[Queue] = &[
    queue("a"),
    queue("b"),
    queue("c"),
    queue("d"),
    queue("e"),
    queue("f"),
    queue("g"),
    queue("h"),
    queue("i"),
    queue("j"),
];

backend! {
    pub Events <
        order_processor: EventDriven { sku: Tier::Basic, queues: QUEUES },
        notification_service: EventDriven { sku: Tier::Basic, queues: &[queue("k")] },
    > with {
        environment: "production",
        providers: [ServiceBus],
    }
}

fn main() {}
