//! Who an app is, and what it may do: one user-assigned identity, the narrowest roles, no keys.

use crate::Result;
use crate::azure::resource_name::USER_ASSIGNED_IDENTITY;
use crate::azure::roles;
use crate::backend::Scope;
use crate::provider::Principal;
use crate::providers::functions::FunctionsMerged;
use crate::providers::monitoring::{Monitoring, MonitoringHandle};
use crate::providers::types::{RoleAssignment, StorageAccount, UserAssignedIdentity};
use crate::terraform::declare::{Handle, Resource};
use crate::{provider, resource};

/// An app's identity and what the app must wait for before it starts: a host without its roles, or one that finds no way
/// to its storage, does not come up.
pub(super) struct AppIdentity {
    pub(super) identity: UserAssignedIdentity,
    pub(super) before: Vec<Handle>,
}

/// The roles that the host needs on its own storage: leases and keys in blobs, queues of triggers, tables of events.
const HOST_ROLES: [(&str, &str); 3] = [
    ("blob", roles::STORAGE_BLOB_DATA_OWNER),
    ("queue", roles::STORAGE_QUEUE_DATA_CONTRIBUTOR),
    ("table", roles::STORAGE_TABLE_DATA_CONTRIBUTOR),
];

pub(super) fn identity(
    merged: &FunctionsMerged<'_>,
    scope: &Scope<'_>,
    storage: &StorageAccount,
    monitoring: Option<&MonitoringHandle>,
) -> Result<AppIdentity> {
    let identity = resource!(scope, UserAssignedIdentity = azurerm_user_assigned_identity (scope.id("identity")) {
        name: scope.name(&USER_ASSIGNED_IDENTITY),
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        tags: scope.tags(),
    });
    let mut made: Vec<Handle> = HOST_ROLES
        .iter()
        .map(|(service, role)| {
            let id = scope.id(&format!("host_{service}"));
            let role = resource!(scope, RoleAssignment = azurerm_role_assignment (id) {
                scope: storage.id(),
                role_definition_name: *role,
                principal_id: identity.principal_id(),
                principal_type: "ServicePrincipal",
            });
            role.handle().clone()
        })
        .collect();
    let principal = Principal { name: scope.code_or("app").to_owned(), principal_id: identity.principal_id() };
    if let Some(monitoring) = monitoring {
        let publish = provider::Access { provider: "monitoring", role: roles::MONITORING_METRICS_PUBLISHER };
        let first = merged.members.first();
        made.extend(provider::Provided::grant(monitoring, &publish, first, &principal, scope)?);
    }
    for (component, access) in merged.access.iter() {
        let component_scope = std::slice::from_ref(&component);
        made.extend(scope.serving(component_scope).grant(access, component, &principal)?);
    }
    let mut app = AppIdentity { identity, before: Vec::new() };
    app.then(made);
    Ok(app)
}

impl AppIdentity {
    /// With more that the app must wait for. The order of the components must not show in the document.
    pub(super) fn then(&mut self, made: Vec<Handle>) {
        self.before.extend(made);
        self.before.sort_by(|a, b| a.address().cmp(b.address()));
    }
}

/// The monitoring that serves an app: that of the first member which asked for it.
pub(super) fn monitoring(merged: &FunctionsMerged<'_>, scope: &Scope<'_>) -> Option<MonitoringHandle> {
    merged.members.iter().find_map(|member| scope.handle::<Monitoring>(*member))
}
