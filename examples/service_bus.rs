//! Azure Service Bus as a provider of one's own: nothing here is Atakora's but the public macros.
//!
//! Top to bottom: what a component can ask for, how the wishes of all components become one, what Azure would refuse of
//! the result, the resources, and the component that asks. `custom_provider.rs` uses it.

use atakora::azure::{resource_name::SERVICEBUS_NAMESPACE, roles};
use atakora::backend::Scope;
use atakora::check::{Finding, Kind, Level, Rule, same_text};
use atakora::deferred::{Deferred, EnvValue};
use atakora::provider::{Access, Context, Emit, Principal, Provided};
use atakora::providers::functions::{Connection, Functions, Operation, Plan, Runtime};
use atakora::providers::monitoring::Monitoring;
use atakora::terraform::declare::{Handle, Resource};
use atakora::terraform::value::Value;
use atakora::terraform::{IntoTf, Ref, Template, Text};
use atakora::{Error, Item, Result, Settings, Sku, component, provider, resource, resource_type, template};

// ---- what a component can ask for ----

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

/// A queue, or a subscription of a topic, that the component's functions receive from.
#[derive(Clone, Copy, Debug, Item)]
pub struct Receives {
    /// The name of the queue or topic.
    pub from: &'static str,
    /// The subscription; empty for a queue.
    pub subscription: &'static str,
}

/// `service_bus: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct ServiceBusSettings {
    /// The messaging units of a Premium namespace: 1, 2, 4, 8 or 16. The other tiers have none. Default: 1.
    #[setting(default = 1, check = messaging_units)]
    pub capacity: u32,
}

// ---- how the wishes of all components become one ----

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
#[rule(
    warn,
    id = "SERVICE-BUS-002",
    when = sku == Basic && queues.len() > 10,
    message = "more than ten queues in a Basic namespace: it has no sessions, transactions or duplicate detection for them",
    solution = "let one of the components ask for `Tier::Standard`, or silence this with `allow: [\"SERVICE-BUS-002\"]`",
    source = "house rule: Azure takes 10,000"
)]
#[rule(check = queue_sizes, blame = queues)]
#[rule(check = topic_sizes, blame = topics)]
#[rule(check = one_name_space, blame = topics)]
#[rule(check = known_topics, blame = subscriptions)]
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
    /// Two components that name one queue share it; if they want two sizes, that is a `MergeConflict`.
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
    /// Likewise.
    #[merge(collect, key = (from, subscription))]
    pub receives: &[Receives],
}

impl ServiceBus {
    /// Where the namespace is, like `sbns-shop-prod-weu.servicebus.windows.net`.
    pub const FULLY_QUALIFIED_NAMESPACE: Deferred<String> =
        Deferred::provider("service_bus", "fully_qualified_namespace");
}

// ---- what Azure would refuse of the result ----

const SIZES: [u32; 9] = [1024, 2048, 3072, 4096, 5120, 10240, 20480, 40960, 81920];
/// How many of them Basic and Standard have.
const SIZES_WITHOUT_PREMIUM: usize = 5;

static SIZE: Rule = Rule {
    id: "SERVICE-BUS-003",
    title: "ServiceBusError",
    message: "`{}` cannot have {} MB in a {} namespace",
    solution: "use 1024, 2048, 3072, 4096 or 5120; Premium has 10240, 20480, 40960 and 81920 as well",
    source: "azurerm 5.2.0, max_size_in_megabytes; Azure documentation, Service Bus quotas",
    kind: Kind::Azure,
    level: Level::Error,
};

static NAME_TWICE: Rule = Rule {
    id: "SERVICE-BUS-004",
    title: "ServiceBusError",
    message: "`{}` is a queue and a topic",
    solution: "rename one: queues and topics share the names of their namespace",
    source: "Azure documentation, Naming rules and restrictions for Azure resources",
    kind: Kind::Azure,
    level: Level::Error,
};

static NO_TOPIC: Rule = Rule {
    id: "SERVICE-BUS-005",
    title: "ServiceBusError",
    message: "the subscription `{}` is to a topic `{}` that no component declares",
    solution: "declare the topic",
    source: "a subscription is a part of its topic",
    kind: Kind::Azure,
    level: Level::Error,
};

static MESSAGING_UNITS: Rule = Rule {
    id: "SERVICE-BUS-006",
    title: "ServiceBusError",
    message: "a Premium namespace cannot have {} messaging units",
    solution: "use 1, 2, 4, 8 or 16",
    source: "azurerm 5.2.0, azurerm_servicebus_namespace.capacity",
    kind: Kind::Azure,
    level: Level::Error,
};

const fn messaging_units(settings: &ServiceBusSettings) -> Option<Finding> {
    match settings.capacity {
        1 | 2 | 4 | 8 | 16 => None,
        other => Some(Finding::of(&MESSAGING_UNITS).number(0, other as i64)),
    }
}

/// Rules are `const fn`s: the compiler asks them, and so does the builder.
const fn size(tier: Tier, name: &'static str, megabytes: u32) -> Option<Finding> {
    let known = if matches!(tier, Tier::Premium) { SIZES.len() } else { SIZES_WITHOUT_PREMIUM };
    let mut i = 0;
    while i < known {
        if SIZES[i] == megabytes {
            return None;
        }
        i += 1;
    }
    Some(Finding::of(&SIZE).text(0, name).number(1, megabytes as i64).text(2, tier.name()))
}

const fn queue_sizes(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.queues.len() {
        let queue = merged.queues.at(i);
        if let Some(finding) = size(merged.sku, queue.name, queue.max_size_in_megabytes) {
            return Some(finding.against(merged.queues.owner(i)));
        }
        i += 1;
    }
    None
}

const fn topic_sizes(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.topics.len() {
        let topic = merged.topics.at(i);
        if let Some(finding) = size(merged.sku, topic.name, topic.max_size_in_megabytes) {
            return Some(finding.against(merged.topics.owner(i)));
        }
        i += 1;
    }
    None
}

const fn one_name_space(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.topics.len() {
        let mut j = 0;
        while j < merged.queues.len() {
            if same_text(merged.topics.at(i).name, merged.queues.at(j).name) {
                let finding = Finding::of(&NAME_TWICE).text(0, merged.topics.at(i).name);
                return Some(finding.against(merged.topics.owner(i)));
            }
            j += 1;
        }
        i += 1;
    }
    None
}

const fn known_topics(merged: &ServiceBusMerged<'_>, _: &ServiceBusSettings, _: &Context) -> Option<Finding> {
    let mut i = 0;
    while i < merged.subscriptions.len() {
        let subscription = merged.subscriptions.at(i);
        let (mut known, mut j) = (false, 0);
        while j < merged.topics.len() {
            known |= same_text(merged.topics.at(j).name, subscription.topic);
            j += 1;
        }
        if !known {
            let finding = Finding::of(&NO_TOPIC).text(0, subscription.name).text(1, subscription.topic);
            return Some(finding.against(merged.subscriptions.owner(i)));
        }
        i += 1;
    }
    None
}

// ---- the resources ----

resource_type! {
    Namespace = azurerm_servicebus_namespace;
    NamespaceQueue = azurerm_servicebus_queue;
    NamespaceTopic = azurerm_servicebus_topic;
    TopicSubscription = azurerm_servicebus_subscription;
    RoleAssignment = azurerm_role_assignment;
}

/// A namespace and what is in it.
#[derive(Clone)]
pub struct ServiceBusHandle {
    namespace: Namespace,
    /// Whom a component may be granted access to: role, component, what it is called, its id.
    places: Vec<Place>,
}

#[derive(Clone)]
struct Place {
    component: usize,
    role: &'static str,
    name: String,
    id: Ref<Text>,
}

impl ServiceBusHandle {
    /// Where the namespace is: what an identity-based connection holds instead of a connection string.
    pub fn fully_qualified_namespace(&self) -> Template {
        template![self.namespace.name(), ".servicebus.windows.net"]
    }
}

impl Emit for ServiceBus {
    type Handle = ServiceBusHandle;

    fn emit(
        merged: &ServiceBusMerged<'_>,
        settings: &ServiceBusSettings,
        scope: &Scope<'_>,
    ) -> Result<ServiceBusHandle> {
        let premium = merged.sku == Tier::Premium;
        let namespace = resource!(scope, Namespace = azurerm_servicebus_namespace (scope.id("namespace")) {
            name: scope.name(&SERVICEBUS_NAMESPACE),
            resource_group_name: scope.resource_group_name(),
            location: scope.region(),
            sku: merged.sku.name(),
            // the seed sets neither: a Premium namespace has at least one unit and one partition, and the provider's
            // default of both is 0, which only Basic and Standard take
            capacity: if premium { settings.capacity } else { 0 },
            premium_messaging_partitions: if premium { 1 } else { 0 },
            // no keys: functions come with their identity
            local_auth_enabled: false,
            minimum_tls_version: "1.2",
            tags: scope.tags(),
        });
        // by name and component: whatever is declared by whom, all components can send and receive
        let mut entities: Vec<(&str, Ref<Text>)> = Vec::new();
        let mut subscriptions: Vec<(&str, &str, Ref<Text>)> = Vec::new();
        for (owner, queue) in merged.queues.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("queue_{}", queue.name));
            let made = resource!(&serving, NamespaceQueue = azurerm_servicebus_queue (id) {
                name: queue.name,
                namespace_id: namespace.id(),
                max_size_in_megabytes: queue.max_size_in_megabytes,
            });
            entities.push((queue.name, made.id()));
        }
        let mut topics: Vec<(&str, NamespaceTopic)> = Vec::new();
        for (owner, topic) in merged.topics.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("topic_{}", topic.name));
            let made = resource!(&serving, NamespaceTopic = azurerm_servicebus_topic (id) {
                name: topic.name,
                namespace_id: namespace.id(),
                max_size_in_megabytes: topic.max_size_in_megabytes,
            });
            entities.push((topic.name, made.id()));
            topics.push((topic.name, made));
        }
        for (owner, subscription) in merged.subscriptions.iter() {
            let Some((_, topic)) = topics.iter().find(|(name, _)| *name == subscription.topic) else { continue };
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("subscription_{}_{}", subscription.topic, subscription.name));
            let made = resource!(&serving, TopicSubscription = azurerm_servicebus_subscription (id) {
                name: subscription.name,
                topic_id: topic.id(),
                // the seed has no subscriptions, so nobody would ever get a message of its topic; this is what a queue
                // has by default, a subscription must say it
                max_delivery_count: 10,
            });
            subscriptions.push((subscription.topic, subscription.name, made.id()));
        }
        let mut places = Vec::new();
        for (component, sends) in merged.sends.iter() {
            let found = entities.iter().find(|(name, _)| *name == sends.to);
            let id = found.map(|(_, id)| id.clone()).ok_or_else(|| unknown(scope, component, sends.to))?;
            places.push(Place { component, role: SENDER, name: sends.to.to_owned(), id });
        }
        for (component, receives) in merged.receives.iter() {
            let found = if receives.subscription.is_empty() {
                entities.iter().find(|(name, _)| *name == receives.from).map(|(_, id)| (receives.from.to_owned(), id))
            } else {
                subscriptions
                    .iter()
                    .find(|(topic, name, _)| *topic == receives.from && *name == receives.subscription)
                    .map(|(topic, name, id)| (format!("{topic}_{name}"), id))
            };
            let (name, id) = found.ok_or_else(|| unknown(scope, component, receives.from))?;
            places.push(Place { component, role: RECEIVER, name, id: id.clone() });
        }
        Ok(ServiceBusHandle { namespace, places })
    }
}

fn unknown(scope: &Scope<'_>, component: usize, name: &str) -> Error {
    Error::new(format!(
        "ServiceBusError: component `{}` sends to or receives from `{name}`, which no component declares",
        scope.component(component)
    ))
}

/// What the rest of a backend can ask of the namespace.
impl Provided for ServiceBusHandle {
    fn output(&self, name: &str, _component: usize) -> Option<Value> {
        match name {
            "fully_qualified_namespace" => Some(IntoTf::<Text>::into_tf(self.fully_qualified_namespace())),
            _ => None,
        }
    }

    /// A role on single queues, topics and subscriptions: never on the namespace.
    fn grant(
        &self,
        access: &Access,
        component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        let mut made = Vec::new();
        for place in self.places.iter().filter(|place| place.component == component && place.role == access.role) {
            let kind = if place.role == SENDER { "sender" } else { "receiver" };
            let id = scope.id(&format!("{}_{}_{kind}", scope.component(component), place.name));
            let role = resource!(scope, RoleAssignment = azurerm_role_assignment (id) {
                scope: &place.id,
                role_definition_name: place.role,
                principal_id: &principal.principal_id,
                principal_type: "ServicePrincipal",
            });
            made.push(role.handle().clone());
        }
        Ok(made)
    }
}

// ---- the component that asks ----

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
    /// What its functions receive from. Default: nothing.
    #[setting(default = &[])]
    pub receives: &'static [Receives],
    /// Its functions; their names begin with the component's. Default: none.
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
    receives: settings.receives,
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
    namespace: Ref<Text> = parts.of::<ServiceBus>()?.namespace.name()
)]
pub struct EventDriven;

const SENDER: &str = roles::AZURE_SERVICE_BUS_DATA_SENDER;
const RECEIVER: &str = roles::AZURE_SERVICE_BUS_DATA_RECEIVER;

const CONNECTIONS: &[Connection] = &[Connection {
    name: "SERVICE_BUS",
    address_setting: "fullyQualifiedNamespace",
    address: EnvValue::Deferred(ServiceBus::FULLY_QUALIFIED_NAMESPACE.origin()),
}];

const ACCESS: &[Access] =
    &[Access { provider: "service_bus", role: SENDER }, Access { provider: "service_bus", role: RECEIVER }];
