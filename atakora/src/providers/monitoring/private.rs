//! Monitoring inside a network: a private link scope, which holds workspace and component and has one endpoint.

use crate::azure::private_link::AZURE_MONITOR;
use crate::azure::resource_name::MONITOR_PRIVATE_LINK_SCOPE;
use crate::backend::Scope;
use crate::providers::networking::{NetworkingHandle, Target};
use crate::providers::types::{
    ApplicationInsights, LogAnalyticsWorkspace, MonitorPrivateLinkScope, MonitorPrivateLinkScopedService,
};
use crate::resource;
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;

/// Telemetry arrives through the network alone; whether logs are read through it alone, too, is the mode's.
///
/// The names of Azure Monitor are global: once its zones are linked, everything in the network sends to what is in the
/// scope, and to nothing else.
pub(super) fn private_link(
    scope: &Scope<'_>,
    network: &NetworkingHandle,
    workspace: &LogAnalyticsWorkspace,
    insights: &ApplicationInsights,
) {
    let name = scope.name(&MONITOR_PRIVATE_LINK_SCOPE);
    let link = resource!(scope, MonitorPrivateLinkScope = azurerm_monitor_private_link_scope (scope.id("private_link")) {
        name: name.as_str(),
        resource_group_name: scope.resource_group_name(),
        ingestion_access_mode: "PrivateOnly",
        query_access_mode: if network.is_isolated() { "PrivateOnly" } else { "Open" },
        tags: scope.tags(),
    });
    let in_scope = |what: &str, id: Ref<Text>| -> Handle {
        let logical = scope.id(&format!("private_link_{what}"));
        let service = resource!(scope, MonitorPrivateLinkScopedService = azurerm_monitor_private_link_scoped_service (logical) {
            name: what,
            resource_group_name: scope.resource_group_name(),
            scope_name: link.name(),
            linked_resource_id: id,
        });
        service.handle().clone()
    };
    // the endpoint finds out its addresses from what is in the scope
    let after = [in_scope("workspace", workspace.id()), in_scope("insights", insights.id())];
    let target = Target { what: "private_link", name: &name, id: link.id(), after: &after };
    network.private_endpoint(scope, &target, &AZURE_MONITOR);
}
