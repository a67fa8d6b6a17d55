//! The component that asks: functions that work with queues and topics.

use atakora::deferred::{EnvValue, ServiceBusNamespace};
use atakora::provider::Access;
use atakora::providers::functions::{Connection, Functions, Operation, Plan, Runtime};
use atakora::providers::monitoring::Monitoring;
use atakora::terraform::{Ref, Text};
use atakora::{Settings, component};

use super::emit::SENDER;
use super::{Queue, Sends, ServiceBus, Subscription, Tier, Topic};

/// What an [`EventDriven`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct EventDrivenSettings {
    /// The least tier that will do. Default: Standard.
    #[setting(default = Tier::Standard)]
    pub sku: Tier,
    /// Queues that it needs. Default: none.
    #[setting(default = &[])]
    pub queues: &'static [Queue],
    /// Topics that it needs. Default: none.
    #[setting(default = &[])]
    pub topics: &'static [Topic],
    /// Subscriptions that it needs. Default: none.
    #[setting(default = &[])]
    pub subscriptions: &'static [Subscription],
    /// What its functions send to. Default: nothing.
    #[setting(default = &[])]
    pub sends: &'static [Sends],
    /// Its functions; their names begin with the component's. Messages call them by [`ServiceBus::queue`] and
    /// [`ServiceBus::subscription`]. Default: none.
    #[setting(default = &[])]
    pub functions: &'static [Operation],
}

/// Functions that work with queues and topics.
///
/// They find the namespace in the app setting `<COMPONENT>_SERVICE_BUS__fullyQualifiedNamespace` and come with the
/// identity of their app; there is no key anywhere.
#[component(settings = EventDrivenSettings)]
#[requires(Monitoring { telemetry: true })]
#[requires(ServiceBus {
    sku: settings.sku,
    queues: settings.queues,
    topics: settings.topics,
    subscriptions: settings.subscriptions,
    sends: settings.sends,
    functions: settings.functions,
})]
#[requires(Functions {
    runtime: Runtime::Node(22),
    plan: Plan::Flex,
    operations: settings.functions,
    connections: CONNECTIONS,
    access: ACCESS,
    ..Functions::EMPTY
})]
#[output(
    /// Where the namespace is.
    namespace: Ref<Text> = parts.of::<ServiceBus>()?.name()
)]
#[output(
    /// The namespace itself, for functions of other components that its messages call.
    bus: ServiceBusNamespace = parts.of::<ServiceBus>()?.receivers()
)]
pub struct EventDriven;

const CONNECTIONS: &[Connection] = &[Connection {
    name: "SERVICE_BUS",
    address_setting: "fullyQualifiedNamespace",
    address: EnvValue::Deferred(ServiceBus::FULLY_QUALIFIED_NAMESPACE.origin()),
}];

// what calls a function brings the receiver's role itself
const ACCESS: &[Access] = &[Access { provider: "service_bus", role: SENDER }];
