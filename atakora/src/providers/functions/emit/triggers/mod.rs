//! What triggers need beside the app: queues, leases, roles, and the app settings in which the host finds them.

mod blob;
mod cosmos;
mod queue;
mod service_bus;

use std::collections::BTreeSet;

use super::super::Trigger;
use super::super::package::Called;
use super::app_settings::{AppSettings, text};
use crate::Result;
use crate::backend::Scope;
use crate::deferred::Origin;
use crate::providers::types::{RoleAssignment, StorageAccount, UserAssignedIdentity};
use crate::resource;
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;

/// Where triggers are wired, and what has been made for them so far.
pub(super) struct Wiring<'a> {
    scope: &'a Scope<'a>,
    app: &'a str,
    storage: &'a StorageAccount,
    identity: &'a UserAssignedIdentity,
    wired: Wired,
    /// What is there: a resource for two functions is made once.
    known: BTreeSet<String>,
}

/// What triggers were connected by.
pub(super) struct Wired {
    pub(super) settings: AppSettings,
    /// What the app waits for.
    pub(super) made: Vec<Handle>,
    /// What remains to be done once its code is deployed.
    pub(super) notes: Vec<String>,
}

/// Connects the triggers of an app.
pub(super) fn wire(
    functions: &[Called],
    scope: &Scope<'_>,
    app: &str,
    storage: &StorageAccount,
    identity: &UserAssignedIdentity,
) -> Result<Wired> {
    let wired = Wired { settings: AppSettings::new(), made: Vec::new(), notes: Vec::new() };
    let mut wiring = Wiring { scope, app, storage, identity, wired, known: BTreeSet::new() };
    for function in functions {
        let Some(connection) = function.connection() else { continue };
        match function.trigger {
            Trigger::Http { .. } | Trigger::Timer { .. } => {}
            Trigger::Queue { queue } => wiring.queue(function, &connection, queue),
            Trigger::ServiceBusQueue { .. } | Trigger::ServiceBusSubscription { .. } => {
                wiring.service_bus(function, &connection)?;
            }
            Trigger::Cosmos { changes } => wiring.cosmos(function, &connection, changes)?,
            Trigger::Blob { blobs, container, source } => {
                wiring.blob(function, &connection, blobs, container, source)?;
            }
        }
    }
    Ok(wiring.wired)
}

impl Wiring<'_> {
    /// Whether something is asked for for the first time.
    fn first(&mut self, what: impl Into<String>) -> bool {
        self.known.insert(what.into())
    }

    /// Tells values of different origins apart. Of what a provider makes, two components may have different ones.
    fn origin(&self, origin: Origin, function: &Called) -> String {
        match origin {
            Origin::Provider { .. } => format!("{origin:?} {}", function.owner),
            Origin::Component { .. } | Origin::Slot(_) | Origin::Text(_) => format!("{origin:?}"),
        }
    }

    fn set(&mut self, connection: &str, setting: &str, value: Tf<Text>) {
        self.wired.settings.insert(format!("{connection}{setting}"), value);
    }

    /// Who connects: the app's identity, without any key.
    fn credential(&mut self, connection: &str) {
        self.set(connection, "__credential", text("managedidentity"));
        self.set(connection, "__clientId", text(self.identity.client_id()));
    }

    /// A role of the app's identity, for a function. Azure refuses a second one of a kind: two components may come to one
    /// queue by different ways.
    fn role(&mut self, function: &Called, id: &str, role: &'static str, on: Tf<Text>) {
        if !self.first(format!("{role} {:?}", on.value())) {
            return;
        }
        let serving = self.scope.serving(std::slice::from_ref(&function.owner));
        let made = resource!(&serving, RoleAssignment = azurerm_role_assignment (self.scope.id(id)) {
            scope: on,
            role_definition_name: role,
            principal_id: self.identity.principal_id(),
            principal_type: "ServicePrincipal",
        });
        self.wired.made.push(made.handle().clone());
    }
}
