//! Service Bus queues and subscriptions, in a namespace that somebody else made.

use super::super::super::Trigger;
use super::{Called, Wiring};
use crate::Result;
use crate::azure::roles;
use crate::deferred::{ServiceBusNamespace, queue_path, subscription_path};
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;

impl Wiring<'_> {
    pub(super) fn service_bus(&mut self, function: &Called, connection: &str) -> Result {
        let (namespace, path) = match function.trigger {
            Trigger::ServiceBusQueue { namespace, queue } => (namespace, queue_path(queue)),
            Trigger::ServiceBusSubscription { namespace, topic, subscription } => {
                (namespace, subscription_path(topic, subscription))
            }
            _ => return Ok(()),
        };
        if self.first(connection) {
            let address = self.scope.part_of(namespace, function.owner, |namespace: &ServiceBusNamespace| {
                Some(Tf::from_value(IntoTf::<Text>::into_tf(namespace.fully_qualified_namespace())))
            })?;
            self.set(connection, "__fullyQualifiedNamespace", address);
            self.credential(connection);
        }
        if self.first(format!("{} {path}", self.origin(namespace.origin(), function))) {
            let id = format!("{}_{path}_receiver", connection.to_lowercase());
            let receiver = self.scope.part_of(namespace, function.owner, move |namespace: &ServiceBusNamespace| {
                Some(namespace.receiver(&path))
            })?;
            self.role(function, &id, roles::AZURE_SERVICE_BUS_DATA_RECEIVER, receiver);
        }
        Ok(())
    }
}
