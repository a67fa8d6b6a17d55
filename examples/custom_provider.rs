//! A kind of resource that Atakora does not know, shared by components like those it knows: Azure Service Bus.
//!
//! When to use it: several components need one resource that has no provider yet. The provider says how their wishes
//! merge, what Azure would refuse, and which resources come out; it is in the folder `service_bus`, written with the
//! public macros alone. For a resource that nobody shares, `resource!` on the stack is enough.
//!
//! As in the original of this pattern, in TypeScript, two components share one namespace. Here functions work with it,
//! without any key: they have the narrowest roles. What does not compile is in `ui-tests/custom_provider`: topics on
//! Basic, one queue with two sizes.

mod service_bus;

use atakora::prelude::*;
use atakora::providers::functions::{Operation, Trigger};
use service_bus::{EventDriven, Queue, Sends, ServiceBus, Subscription, Tier, Topic};

backend! {
    /// Orders come in over HTTP, are processed from a queue, and whoever subscribed hears of it.
    pub Events <
        order_processor: EventDriven {
            // both components declare what they use; what both declare is there once
            queues: &[
                Queue { name: "orders-queue", max_size_in_megabytes: 2048 },
                Queue { name: "notifications-queue", max_size_in_megabytes: 1024 },
            ],
            topics: &[Topic { name: "events-topic", max_size_in_megabytes: 2048 }],
            sends: &[Sends { to: "orders-queue" }, Sends { to: "notifications-queue" }, Sends { to: "events-topic" }],
            functions: &[
                Operation {
                    name: "submit",
                    trigger: Trigger::Http { methods: &[Method::Post], route: "", auth: Auth::Function },
                },
                // its app may receive from this queue, and from no other
                Operation { name: "process", trigger: ServiceBus::queue("orders-queue") },
            ],
        },
        notification_service: EventDriven {
            // the highest tier that anybody asks for is taken: the order processor's default, Standard
            sku: Tier::Basic,
            queues: &[Queue { name: "notifications-queue", max_size_in_megabytes: 1024 }],
            // the original's topic has no subscription: whatever is sent to it is gone
            subscriptions: &[Subscription { topic: "events-topic", name: "notifications" }],
            functions: &[
                Operation { name: "notify", trigger: ServiceBus::queue("notifications-queue") },
                Operation { name: "follow", trigger: ServiceBus::subscription("events-topic", "notifications") },
            ],
        },
    > with {
        name: "events",
        environment: "production",
        // a provider that is not Atakora's is listed
        providers: [ServiceBus],
        limits: { max_service_bus_namespaces: 1, max_queues_per_namespace: 10, max_function_apps: 1 },
        tags: { project: "events" },
    }
}

fn main() -> atakora::Result {
    let mut app = App::from_args("event-driven")?;
    let stack = app.stack("event-driven").resource_group("rg-eventdriven-prod", Region::EastUs);
    let backend = Events::new().add_to(&stack)?;
    stack.output("namespace", backend.order_processor.namespace());
    app.run()
}
