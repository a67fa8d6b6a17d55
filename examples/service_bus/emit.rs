//! The resources: a namespace, what is in it, and the access of apps to single queues, topics and subscriptions.

use std::collections::BTreeMap;

use atakora::azure::{resource_name::SERVICEBUS_NAMESPACE, roles};
use atakora::backend::Scope;
use atakora::deferred::{Given, Resolved, ServiceBusNamespace};
use atakora::provider::{Access, Emit, Principal, Provided};
use atakora::terraform::declare::{Handle, Resource};
use atakora::terraform::{IntoTf, Ref, Text};
use atakora::{Result, resource, resource_type};

use super::{ServiceBus, ServiceBusMerged, ServiceBusSettings, Subscription, Tier};

/// The role that sends.
pub const SENDER: &str = roles::AZURE_SERVICE_BUS_DATA_SENDER;

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
    /// What a function can receive from, each by its own id.
    receivers: ServiceBusNamespace,
    sends: Vec<Place>,
}

/// What a component sends to.
#[derive(Clone)]
struct Place {
    component: usize,
    name: &'static str,
    id: Ref<Text>,
}

impl ServiceBusHandle {
    /// The namespace's name.
    pub fn name(&self) -> Ref<Text> {
        self.namespace.name()
    }

    /// What a function can receive from.
    pub fn receivers(&self) -> ServiceBusNamespace {
        self.receivers.clone()
    }
}

impl Emit for ServiceBus {
    type Handle = ServiceBusHandle;

    fn emit(
        merged: &ServiceBusMerged<'_>,
        settings: &ServiceBusSettings,
        scope: &Scope<'_>,
    ) -> Result<ServiceBusHandle> {
        let namespace = namespace(merged.sku, settings.capacity, scope);
        let mut receivers = ServiceBusNamespace::new(namespace.id(), namespace.name());
        // queues and topics, by name
        let mut ids: BTreeMap<&str, Ref<Text>> = BTreeMap::new();
        for (owner, queue) in merged.queues.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("queue_{}", queue.name));
            let made = resource!(&serving, NamespaceQueue = azurerm_servicebus_queue (id) {
                name: queue.name,
                namespace_id: namespace.id(),
                max_size_in_megabytes: queue.max_size_in_megabytes,
            });
            receivers = receivers.with_queue(queue.name, made.id());
            ids.insert(queue.name, made.id());
        }
        for (owner, topic) in merged.topics.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("topic_{}", topic.name));
            let made = resource!(&serving, NamespaceTopic = azurerm_servicebus_topic (id) {
                name: topic.name,
                namespace_id: namespace.id(),
                max_size_in_megabytes: topic.max_size_in_megabytes,
            });
            ids.insert(topic.name, made.id());
        }
        for (owner, Subscription { topic, name }) in merged.subscriptions.iter() {
            // the rules have seen to it that every topic is there
            let Some(topic_id) = ids.get(topic) else { continue };
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("subscription_{topic}_{name}"));
            let made = resource!(&serving, TopicSubscription = azurerm_servicebus_subscription (id) {
                name: *name,
                topic_id: topic_id,
                // what a queue has by default; a subscription must say it
                max_delivery_count: 10,
            });
            receivers = receivers.with_subscription(topic, name, made.id());
        }
        let sends = merged
            .sends
            .iter()
            .filter_map(|(component, sends)| Some(Place { component, name: sends.to, id: ids.get(sends.to)?.clone() }));
        Ok(ServiceBusHandle { sends: sends.collect(), receivers, namespace })
    }
}

fn namespace(sku: Tier, capacity: u32, scope: &Scope<'_>) -> Namespace {
    let premium = sku == Tier::Premium;
    resource!(scope, Namespace = azurerm_servicebus_namespace (scope.id("namespace")) {
        name: scope.name(&SERVICEBUS_NAMESPACE),
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        sku: sku.name(),
        // the default of both is 0, which is right for Basic and Standard; Premium has at least one unit and one
        // partition, and without them the deployment fails
        capacity: if premium { capacity } else { 0 },
        premium_messaging_partitions: if premium { 1 } else { 0 },
        // no keys: functions come with their identity
        local_auth_enabled: false,
        minimum_tls_version: "1.2",
        tags: scope.tags(),
    })
}

/// What the rest of a backend can ask of the namespace.
impl Provided for ServiceBusHandle {
    fn resolved(&self, name: &str, _component: usize) -> Option<Resolved> {
        match name {
            "namespace" => Some(self.receivers.clone().resolved()),
            "fully_qualified_namespace" => {
                Some(Resolved::from(IntoTf::<Text>::into_tf(self.receivers.fully_qualified_namespace())))
            }
            _ => None,
        }
    }

    /// A role on single queues and topics, never on the namespace.
    fn grant(
        &self,
        access: &Access,
        component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        let wanted = self.sends.iter().filter(|place| place.component == component && access.role == SENDER);
        let made = wanted.map(|place| {
            let id = format!("{}_{}_sender", scope.component(component), place.name.replace('/', "_"));
            let role = resource!(scope, RoleAssignment = azurerm_role_assignment (scope.id(&id)) {
                scope: &place.id,
                role_definition_name: SENDER,
                principal_id: &principal.principal_id,
                principal_type: "ServicePrincipal",
            });
            role.handle().clone()
        });
        Ok(made.collect())
    }
}
