//! Change feeds of Cosmos DB: the app reads the container, and keeps leases in one of its own beside it.

use super::{Called, Wiring};
use crate::azure::roles;
use crate::deferred::{ChangeFeed, Deferred};
use crate::providers::types::{CosmosdbSqlContainer, CosmosdbSqlRoleAssignment};
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;
use crate::{Result, resource};

impl Wiring<'_> {
    pub(super) fn cosmos(&mut self, function: &Called, connection: &str, changes: Deferred<ChangeFeed>) -> Result {
        let Some(leases) = function.lease_container(self.app) else { return Ok(()) };
        if !self.first(connection) {
            return Ok(());
        }
        let part = |part: fn(&ChangeFeed) -> Option<Tf<Text>>| self.scope.part_of(changes, function.owner, part);
        let (endpoint, database) =
            (part(|feed| Some(feed.endpoint.clone()))?, part(|feed| Some(feed.database.clone()))?);
        let container = part(|feed| Some(feed.container.clone()))?;
        let account_name = part(|feed| Some(feed.account_name.clone()))?;
        let resource_group_name = part(|feed| Some(feed.resource_group_name.clone()))?;
        self.set(connection, "__accountEndpoint", endpoint);
        self.set(connection, "_DATABASE", database.clone());
        self.set(connection, "_CONTAINER", container);
        self.credential(connection);

        let serving = self.scope.serving(std::slice::from_ref(&function.owner));
        let id = connection.to_lowercase();
        let made = resource!(&serving, CosmosdbSqlContainer = azurerm_cosmosdb_sql_container
            (self.scope.id(&format!("{id}_leases"))) {
            name: leases.as_str(),
            resource_group_name: resource_group_name,
            account_name: account_name,
            database_name: database,
            // what the host expects of it
            partition_key_paths: ["/id"],
            partition_key_kind: "Hash",
            partition_key_version: 2,
        });
        self.wired.made.push(made.handle().clone());
        self.data_role(function, changes, &format!("{id}_leases_contributor"), Some((leases, made.handle().clone())))?;
        // the leases of each component are its own, but the app reads a container by one role
        if self.first(format!("{} reader", self.origin(changes.origin(), function))) {
            self.data_role(function, changes, &format!("{id}_reader"), None)?;
        }
        Ok(())
    }

    /// A role on the leases, or on the container whose changes are read.
    fn data_role(
        &mut self,
        function: &Called,
        changes: Deferred<ChangeFeed>,
        id: &str,
        leases: Option<(String, Handle)>,
    ) -> Result {
        let definition = if leases.is_some() { roles::COSMOSDB_DATA_CONTRIBUTOR } else { roles::COSMOSDB_DATA_READER };
        let (leases, container) = leases.unzip();
        let owner = function.owner;
        let on = self.scope.part_of(changes, owner, move |feed: &ChangeFeed| feed.scope_of(leases.as_deref()))?;
        if !self.first(format!("{definition} {:?}", on.value())) {
            return Ok(());
        }
        let serving = self.scope.serving(std::slice::from_ref(&owner));
        let part = |part: fn(&ChangeFeed) -> Option<Tf<Text>>| self.scope.part_of(changes, owner, part);
        let role = resource!(&serving, CosmosdbSqlRoleAssignment = azurerm_cosmosdb_sql_role_assignment
            (self.scope.id(id)) {
            resource_group_name: part(|feed| Some(feed.resource_group_name.clone()))?,
            account_name: part(|feed| Some(feed.account_name.clone()))?,
            role_definition_id: self.scope.part_of(changes, owner, move |feed: &ChangeFeed| feed.role(definition))?,
            principal_id: self.identity.principal_id(),
            scope: on,
            // the name of the container stands in the scope as text
            depends_on: container.into_iter().collect::<Vec<_>>(),
        });
        self.wired.made.push(role.handle().clone());
        Ok(())
    }
}
