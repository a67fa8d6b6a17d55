//! Storage queues. They are in the account of the app's host: its identity may do everything with queues there, also make
//! the poison queue, and what keeps the account from the public network keeps them from it as well.

use super::super::app_settings::text;
use super::{Called, Wiring};
use crate::providers::types::StorageQueue;
use crate::resource;
use crate::terraform::declare::Resource;

impl Wiring<'_> {
    pub(super) fn queue(&mut self, function: &Called, connection: &str, queue: &str) {
        if self.first(connection) {
            self.set(connection, "__queueServiceUri", text(self.storage.primary_queue_endpoint()));
            self.credential(connection);
        }
        if self.first(format!("queue {queue}")) {
            let serving = self.scope.serving(std::slice::from_ref(&function.owner)).lasting();
            let id = self.scope.id(&format!("queue_{queue}"));
            let made = resource!(&serving, StorageQueue = azurerm_storage_queue (id) {
                name: queue,
                storage_account_id: self.storage.id(),
            });
            self.wired.made.push(made.handle().clone());
        }
    }
}
