//! A Service Bus namespace, as functions that receive from it get to hold it.

use super::{Given, Resolved};
use crate::template;
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::template::Template;
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// A Service Bus namespace: the output of a component whose provider makes one, or what a stack gives for a slot.
///
/// An app that a queue or a subscription triggers gets its role on that queue or subscription alone. Those that are named
/// here are waited for; of others the namespace is expected to have them.
#[derive(Clone, Debug)]
pub struct ServiceBusNamespace {
    id: Ref<Text>,
    name: Ref<Text>,
    receivers: Vec<(String, Ref<Text>)>,
}

impl ServiceBusNamespace {
    /// The namespace of this ARM id and name.
    pub fn new(id: Ref<Text>, name: Ref<Text>) -> Self {
        ServiceBusNamespace { id, name, receivers: Vec::new() }
    }

    /// With a queue, whose ARM id this is.
    pub fn with_queue(mut self, name: &str, id: Ref<Text>) -> Self {
        self.receivers.push((queue_path(name), id));
        self
    }

    /// With a subscription to a topic; the ARM id is that of the subscription.
    pub fn with_subscription(mut self, topic: &str, name: &str, id: Ref<Text>) -> Self {
        self.receivers.push((subscription_path(topic, name), id));
        self
    }

    /// Its ARM id.
    pub fn id(&self) -> Ref<Text> {
        self.id.clone()
    }

    /// Its name.
    pub fn name(&self) -> Ref<Text> {
        self.name.clone()
    }

    /// Where it is: what an identity-based connection holds instead of a connection string.
    pub fn fully_qualified_namespace(&self) -> Template {
        template![self.name(), ".servicebus.windows.net"]
    }

    /// The ARM id of what has this path in the namespace.
    pub(crate) fn receiver(&self, path: &str) -> Tf<Text> {
        Tf::from_value(match self.receivers.iter().find(|(known, _)| known == path) {
            Some((_, id)) => Value::Expression(id.expression().clone()),
            None => IntoTf::<Text>::into_tf(template![self.id(), "/", path]),
        })
    }
}

/// The path of a queue in its namespace, as ARM ids have it.
pub(crate) fn queue_path(name: &str) -> String {
    format!("queues/{name}")
}

/// The path of a subscription in its namespace, as ARM ids have it.
pub(crate) fn subscription_path(topic: &str, name: &str) -> String {
    format!("topics/{topic}/subscriptions/{name}")
}

/// Terraform sees where it is.
#[diagnostic::do_not_recommend]
impl Given for ServiceBusNamespace {
    fn into_value(self) -> Value {
        IntoTf::<Text>::into_tf(self.fully_qualified_namespace())
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.clone().into_value(), self)
    }
}
