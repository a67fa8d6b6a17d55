//! Azure Service Bus as a provider of one's own: nothing in this folder is Atakora's but the public macros.
//!
//! Read it in this order: here, what a component can ask for and how the wishes of all components become one; in
//! `rules`, what Azure would refuse of the result; in `emit`, the resources; in `event_driven`, the component that
//! asks.

mod emit;
pub mod event_driven;
mod rules;

pub use event_driven::EventDriven;

use atakora::azure::resource_name::SERVICEBUS_NAMESPACE;
use atakora::deferred::{Deferred, ServiceBusNamespace};
use atakora::providers::functions::{Operation, Trigger};
use atakora::{Item, Settings, Sku, provider};

/// The tier of a namespace, from low to high: the highest that anybody asks for is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum Tier {
    /// Queues only.
    Basic,
    /// Queues and topics, 1 to 5 GB each.
    Standard,
    /// Capacity of its own, up to 80 GB each.
    Premium,
}

/// A queue: every message has one receiver.
#[derive(Clone, Copy, Debug, Item)]
pub struct Queue {
    /// Unique among the queues and topics of the namespace.
    pub name: &'static str,
    /// 1024, 2048, 3072, 4096 or 5120; on Premium 10240, 20480, 40960 and 81920 as well.
    pub max_size_in_megabytes: u32,
}

/// A topic: every subscription has its own copy of a message.
#[derive(Clone, Copy, Debug, Item)]
pub struct Topic {
    /// Unique among the queues and topics of the namespace.
    pub name: &'static str,
    /// As for a queue.
    pub max_size_in_megabytes: u32,
}

/// A subscription to a topic.
#[derive(Clone, Copy, Debug, Item)]
pub struct Subscription {
    /// One of the topics that a component of the backend declares.
    pub topic: &'static str,
    /// Unique in the topic.
    pub name: &'static str,
}

/// A queue or topic that the component's functions send to.
#[derive(Clone, Copy, Debug, Item)]
pub struct Sends {
    /// Its name.
    pub to: &'static str,
}

/// `service_bus: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct ServiceBusSettings {
    /// The messaging units of a Premium namespace: 1, 2, 4, 8 or 16. The other tiers have none. Default: 1.
    #[setting(default = 1, check = rules::messaging_units)]
    pub capacity: u32,
}

/// What a component asks of Service Bus.
#[provider(
    id = "service_bus",
    label = "Service Bus",
    settings = ServiceBusSettings,
    names(SERVICEBUS_NAMESPACE)
)]
#[rule(
    id = "SERVICE-BUS-001",
    when = sku == Basic && !topics.is_empty(),
    message = "a Basic namespace has queues only, and topics are asked for",
    solution = "let one of the components ask for `Tier::Standard`",
    source = "Azure documentation, Service Bus quotas",
    blame = topics
)]
// the original calls ten queues a limit of Basic. Azure has no such limit, so it is no error
#[rule(
    warn,
    id = "SERVICE-BUS-002",
    when = sku == Basic && queues.len() > 10,
    message = "more than ten queues in a Basic namespace: it has no sessions, transactions or duplicate detection for them",
    solution = "let one of the components ask for `Tier::Standard`, or silence this with `allow: [\"SERVICE-BUS-002\"]`",
    source = "house rule: Azure takes 10,000"
)]
#[rule(check = rules::queue_sizes, blame = queues)]
#[rule(check = rules::topic_sizes, blame = topics)]
#[rule(check = rules::names, blame = topics)]
#[rule(check = rules::topics, blame = subscriptions)]
#[rule(check = rules::senders, blame = sends)]
#[rule(check = rules::receivers, blame = functions)]
#[limit(
    name = max_service_bus_namespaces,
    count = groups,
    label = "Service Bus namespaces",
    solution = "raise max_service_bus_namespaces"
)]
#[limit(
    name = max_queues_per_namespace,
    per_group = queues.len(),
    label = "queues per Service Bus namespace",
    solution = "let components share queues, split them across backends, or raise max_queues_per_namespace"
)]
pub struct ServiceBus {
    /// The least tier that will do.
    #[merge(max)]
    pub sku: Tier,
    /// Two components that name one queue share it; if they want two sizes, that is a `MergeConflict`. In the original
    /// the last one wins.
    #[merge(union, key = name)]
    pub queues: &[Queue],
    /// Topics, likewise.
    #[merge(union, key = name)]
    pub topics: &[Topic],
    /// Subscriptions, likewise.
    #[merge(union, key = (topic, name))]
    pub subscriptions: &[Subscription],
    /// Each component has its own: by these it is granted access.
    #[merge(collect, key = to)]
    pub sends: &[Sends],
    /// The functions of each component: what calls them must be there. The app itself sees to it that it may receive.
    #[merge(collect, key = name)]
    pub functions: &[Operation],
}

impl ServiceBus {
    /// Where the namespace is, like `sbns-shop-prod-weu.servicebus.windows.net`.
    pub const FULLY_QUALIFIED_NAMESPACE: Deferred<String> =
        Deferred::provider("service_bus", "fully_qualified_namespace");

    /// The namespace itself, for functions that its messages call.
    pub const NAMESPACE: Deferred<ServiceBusNamespace> = Deferred::provider("service_bus", "namespace");

    /// Messages in a queue.
    pub const fn queue(queue: &'static str) -> Trigger {
        Trigger::ServiceBusQueue { namespace: Self::NAMESPACE, queue }
    }

    /// Messages to a subscription of a topic.
    pub const fn subscription(topic: &'static str, subscription: &'static str) -> Trigger {
        Trigger::ServiceBusSubscription { namespace: Self::NAMESPACE, topic, subscription }
    }
}
