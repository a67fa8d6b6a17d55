//! The resources: a namespace, what is in it, and the access of apps to single queues, topics and subscriptions.

use std::collections::BTreeMap;

use atakora::azure::{resource_name::SERVICEBUS_NAMESPACE, roles};
use atakora::backend::Scope;
use atakora::provider::{Access, Emit, Principal, Provided};
use atakora::terraform::declare::{Handle, Resource};
use atakora::terraform::value::Value;
use atakora::terraform::{IntoTf, Ref, Template, Text};
use atakora::{Result, resource, resource_type, template};

use super::{ServiceBus, ServiceBusMerged, ServiceBusSettings, Tier};

/// The role that sends.
pub const SENDER: &str = roles::AZURE_SERVICE_BUS_DATA_SENDER;
/// The role that receives.
pub const RECEIVER: &str = roles::AZURE_SERVICE_BUS_DATA_RECEIVER;

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
    access: Vec<Place>,
}

/// What a component sends to or receives from.
#[derive(Clone)]
struct Place {
    component: usize,
    role: &'static str,
    path: String,
    id: Ref<Text>,
}

impl ServiceBusHandle {
    /// The namespace's name.
    pub fn name(&self) -> Ref<Text> {
        self.namespace.name()
    }

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
        let namespace = namespace(merged.sku, settings.capacity, scope);
        // what is there, by its path in the namespace
        let mut ids: BTreeMap<String, Ref<Text>> = BTreeMap::new();
        for (owner, queue) in merged.queues.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("queue_{}", queue.name));
            let made = resource!(&serving, NamespaceQueue = azurerm_servicebus_queue (id) {
                name: queue.name,
                namespace_id: namespace.id(),
                max_size_in_megabytes: queue.max_size_in_megabytes,
            });
            ids.insert(queue.name.to_owned(), made.id());
        }
        for (owner, topic) in merged.topics.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("topic_{}", topic.name));
            let made = resource!(&serving, NamespaceTopic = azurerm_servicebus_topic (id) {
                name: topic.name,
                namespace_id: namespace.id(),
                max_size_in_megabytes: topic.max_size_in_megabytes,
            });
            ids.insert(topic.name.to_owned(), made.id());
        }
        for (owner, subscription) in merged.subscriptions.iter() {
            let path = format!("{}/{}", subscription.topic, subscription.name);
            let Some(topic) = ids.get(subscription.topic) else { continue };
            let serving = scope.serving(std::slice::from_ref(&owner));
            let id = scope.id(&format!("subscription_{}", path.replace('/', "_")));
            let made = resource!(&serving, TopicSubscription = azurerm_servicebus_subscription (id) {
                name: subscription.name,
                topic_id: topic,
                // what a queue has by default; a subscription must say it
                max_delivery_count: 10,
            });
            ids.insert(path, made.id());
        }
        let sends = merged.sends.iter().map(|(component, sends)| (component, SENDER, sends.to.to_owned()));
        let receives = merged.receives.iter().map(|(component, receives)| {
            let subscription = receives.subscription.map(|name| format!("/{name}")).unwrap_or_default();
            (component, RECEIVER, format!("{}{subscription}", receives.from))
        });
        // the rules have seen to it that every path is there
        let access = sends.chain(receives).filter_map(|(component, role, path)| {
            let id = ids.get(&path)?.clone();
            Some(Place { component, role, path, id })
        });
        Ok(ServiceBusHandle { access: access.collect(), namespace })
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
    fn output(&self, name: &str, _component: usize) -> Option<Value> {
        match name {
            "fully_qualified_namespace" => Some(IntoTf::<Text>::into_tf(self.fully_qualified_namespace())),
            _ => None,
        }
    }

    /// A role on single queues, topics and subscriptions, never on the namespace.
    fn grant(
        &self,
        access: &Access,
        component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        let kind = if access.role == SENDER { "sender" } else { "receiver" };
        let wanted = self.access.iter().filter(|place| place.component == component && place.role == access.role);
        let made = wanted.map(|place| {
            let id = format!("{}_{}_{kind}", scope.component(component), place.path.replace('/', "_"));
            let role = resource!(scope, RoleAssignment = azurerm_role_assignment (scope.id(&id)) {
                scope: &place.id,
                role_definition_name: place.role,
                principal_id: &principal.principal_id,
                principal_type: "ServicePrincipal",
            });
            role.handle().clone()
        });
        Ok(made.collect())
    }
}
