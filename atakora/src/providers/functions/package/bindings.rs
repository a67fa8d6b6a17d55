//! What a host reads of a function: its trigger, as `function.json` has it.

use super::super::{BlobSource, Trigger};
use super::Called;
use super::json::{list, object, optional, text};
use crate::terraform::value::Value;

/// The bindings of a function of the app of this name.
pub(super) fn bindings(function: &Called, app: &str) -> Value {
    let trigger = |kind: &'static str, name: &'static str| {
        [("type", text(kind)), ("direction", text("in")), ("name", text(name))]
    };
    let of = |kind, name, more: &mut dyn Iterator<Item = (&'static str, Value)>| {
        object(trigger(kind, name).into_iter().chain(more))
    };
    let connection = function.connection();
    let connected = || ("connection", optional(connection.clone()));
    let setting = |name: &str| text(format!("%{}_{name}%", connection.as_deref().unwrap_or_default()));
    match function.trigger {
        Trigger::Http { auth, .. } => {
            let methods = list(function.methods().into_iter().map(text));
            let request =
                [("authLevel", text(auth.level())), ("methods", methods), ("route", text(function.route.clone()))];
            list([
                of("httpTrigger", "req", &mut request.into_iter()),
                object([("type", text("http")), ("direction", text("out")), ("name", text("res"))]),
            ])
        }
        Trigger::Timer { schedule } => {
            list([of("timerTrigger", "timer", &mut [("schedule", text(schedule))].into_iter())])
        }
        Trigger::Queue { queue } => {
            list([of("queueTrigger", "message", &mut [("queueName", text(queue)), connected()].into_iter())])
        }
        Trigger::ServiceBusQueue { queue, .. } => {
            list([of("serviceBusTrigger", "message", &mut [("queueName", text(queue)), connected()].into_iter())])
        }
        Trigger::ServiceBusSubscription { topic, subscription, .. } => {
            let names = [("topicName", text(topic)), ("subscriptionName", text(subscription)), connected()];
            list([of("serviceBusTrigger", "message", &mut names.into_iter())])
        }
        // what only the deployment knows stands in app settings, which the host reads between `%`
        Trigger::Cosmos { .. } => {
            let feed = [
                connected(),
                ("databaseName", setting("DATABASE")),
                ("containerName", setting("CONTAINER")),
                ("leaseDatabaseName", setting("DATABASE")),
                ("leaseContainerName", optional(function.lease_container(app))),
                // functions that share the container each hear of every change
                ("leaseContainerPrefix", text(function.name.clone())),
                ("createLeaseContainerIfNotExists", Value::Bool(false)),
            ];
            list([of("cosmosDBTrigger", "documents", &mut feed.into_iter())])
        }
        Trigger::Blob { container, source, .. } => {
            let source = match source {
                BlobSource::EventGrid => "EventGrid",
                BlobSource::Polling => "LogsAndContainerScan",
            };
            let blob = [("path", text(format!("{container}/{{name}}"))), connected(), ("source", text(source))];
            list([of("blobTrigger", "blob", &mut blob.into_iter())])
        }
    }
}
