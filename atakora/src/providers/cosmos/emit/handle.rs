//! What the rest of a backend gets to hold of an account: addresses, names, access.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::existing::{CosmosAccount, Names};
use super::super::{DATA_CONTRIBUTOR, DATA_READER};
use crate::azure::{Region, roles};
use crate::backend::Scope;
use crate::deferred::{ChangeFeed, Endpoint};
use crate::provider::{Access, Principal, Provided};
use crate::providers::types::CosmosdbSqlRoleAssignment;
use crate::terraform::convert::IntoTf;
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::template::Template;
use crate::terraform::types::Text;
use crate::terraform::value::Value;
use crate::{Error, Result, resource, template};

/// An account and what is in it.
#[derive(Clone)]
pub struct CosmosHandle {
    account: CosmosAccount,
    /// Where the backend is.
    region: Region,
    /// Which component uses which container; a container may be used by several.
    uses: Vec<Used>,
    /// The role assignments that are there, so that a container that two components of one app use gets one.
    granted: Rc<RefCell<BTreeSet<String>>>,
}

#[derive(Clone)]
struct Used {
    component: usize,
    component_name: &'static str,
    names: Names,
    /// Its logical id.
    id: String,
}

impl CosmosHandle {
    pub(super) fn new(account: CosmosAccount, region: Region) -> Self {
        CosmosHandle { account, region, uses: Vec::new(), granted: Rc::default() }
    }

    pub(super) fn uses(&mut self, component: usize, component_name: &'static str, names: Names, id: String) {
        self.uses.push(Used { component, component_name, names, id });
    }

    /// The account, for backends that work on it.
    pub fn account(&self) -> CosmosAccount {
        self.account.clone()
    }

    /// The address of the account.
    pub fn endpoint(&self) -> Endpoint {
        self.account.endpoint()
    }

    /// The ARM id of the account.
    pub fn id(&self) -> Ref<Text> {
        self.account.id()
    }

    /// The database of a component.
    ///
    /// # Errors
    /// The component has no container here.
    pub fn database_of(&self, component: &str) -> Result<Tf<Text>> {
        self.of(component).map(|used| name(&used.names.database))
    }

    /// The first container of a component.
    ///
    /// # Errors
    /// The component has no container here.
    pub fn container_of(&self, component: &str) -> Result<Tf<Text>> {
        self.of(component).map(|used| name(&used.names.container))
    }

    /// The changes of the first container of a component.
    ///
    /// # Errors
    /// The component has no container here.
    pub fn changes_of(&self, component: &str) -> Result<ChangeFeed> {
        let Used { names, .. } = self.of(component)?;
        Ok(ChangeFeed {
            account_id: Tf::new(self.account.id()),
            account_name: Tf::new(self.account.name()),
            resource_group_name: Tf::new(self.account.resource_group_name()),
            endpoint: Tf::new(self.account.endpoint_reference()),
            database: name(&names.database),
            container: name(&names.container),
        })
    }

    fn of(&self, component: &str) -> Result<&Used> {
        self.uses
            .iter()
            .find(|used| used.component_name == component)
            .ok_or_else(|| Error::new(format!("component `{component}` has no container in this Cosmos DB account")))
    }
}

fn name(template: &Template) -> Tf<Text> {
    Tf::from_value(IntoTf::<Text>::into_tf(template))
}

impl Provided for CosmosHandle {
    fn output(&self, output: &str, component: usize) -> Option<Value> {
        let own = || self.uses.iter().find(|used| used.component == component);
        match output {
            "endpoint" => Some(Value::Expression(self.account.endpoint_reference().expression().clone())),
            "database" => Some(name(&own()?.names.database).into_value()),
            "container" => Some(name(&own()?.names.container).into_value()),
            "preferred_regions" => Some(Value::Text(self.account.preferred_regions(self.region).into())),
            _ => None,
        }
    }

    fn grant(
        &self,
        access: &Access,
        component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        let definition = match access.role {
            DATA_CONTRIBUTOR => roles::COSMOSDB_DATA_CONTRIBUTOR,
            DATA_READER => roles::COSMOSDB_DATA_READER,
            other => return Err(Error::new(format!("Cosmos DB has no built-in data role `{other}`"))),
        };
        let kind = if access.role == DATA_READER { "reader" } else { "contributor" };
        let own = self.uses.iter().filter(|used| used.component == component);
        let account = &self.account;
        let mut made = Vec::new();
        for used in own {
            let id = format!("{}_{}_{kind}", used.id, principal.name);
            if !self.granted.borrow_mut().insert(id.clone()) {
                continue;
            }
            let Names { database, container } = &used.names;
            let role = resource!(scope, CosmosdbSqlRoleAssignment = azurerm_cosmosdb_sql_role_assignment (id) {
                // the account's, which is another one where the account is another stack's
                resource_group_name: account.resource_group_name(),
                account_name: account.name(),
                role_definition_id: template![account.id(), "/sqlRoleDefinitions/", definition],
                principal_id: &principal.principal_id,
                scope: template![account.id(), "/dbs/", database, "/colls/", container],
            });
            made.push(role.handle().clone());
        }
        Ok(made)
    }
}
