//! What a host reads of a function: its trigger, as `function.json` has it.

use serde_json::{Value, json};

use super::super::{BlobSource, Trigger};
use super::Called;

/// The bindings of a function of the app of this name.
pub(super) fn bindings(function: &Called, app: &str) -> Value {
    let connection = function.connection();
    match function.trigger {
        Trigger::Http { auth, .. } => json!([
            {
                "type": "httpTrigger", "direction": "in", "name": "req",
                "authLevel": auth.level(), "methods": function.methods(), "route": function.route,
            },
            { "type": "http", "direction": "out", "name": "res" },
        ]),
        Trigger::Timer { schedule } => json!([
            { "type": "timerTrigger", "direction": "in", "name": "timer", "schedule": schedule },
        ]),
        Trigger::Queue { queue } => json!([
            {
                "type": "queueTrigger", "direction": "in", "name": "message",
                "queueName": queue, "connection": connection,
            },
        ]),
        Trigger::ServiceBusQueue { queue, .. } => json!([
            {
                "type": "serviceBusTrigger", "direction": "in", "name": "message",
                "queueName": queue, "connection": connection,
            },
        ]),
        Trigger::ServiceBusSubscription { topic, subscription, .. } => json!([
            {
                "type": "serviceBusTrigger", "direction": "in", "name": "message",
                "topicName": topic, "subscriptionName": subscription, "connection": connection,
            },
        ]),
        // what only the deployment knows stands in app settings, which the host reads between `%`
        Trigger::Cosmos { .. } => {
            let database = format!("%{}_DATABASE%", connection.as_deref().unwrap_or_default());
            json!([
                {
                    "type": "cosmosDBTrigger", "direction": "in", "name": "documents",
                    "connection": connection, "databaseName": database,
                    "containerName": format!("%{}_CONTAINER%", connection.as_deref().unwrap_or_default()),
                    "leaseDatabaseName": database, "leaseContainerName": function.lease_container(app),
                    // functions that share the container each hear of every change
                    "leaseContainerPrefix": function.name, "createLeaseContainerIfNotExists": false,
                },
            ])
        }
        Trigger::Blob { container, source, .. } => json!([
            {
                "type": "blobTrigger", "direction": "in", "name": "blob",
                "path": format!("{container}/{{name}}"), "connection": connection,
                "source": match source {
                    BlobSource::EventGrid => "EventGrid",
                    BlobSource::Polling => "LogsAndContainerScan",
                },
            },
        ]),
    }
}
