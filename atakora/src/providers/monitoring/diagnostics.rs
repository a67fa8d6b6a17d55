//! Diagnostic settings: the logs that a resource writes of itself, sent to the workspace of the backend.

use super::{Monitoring, MonitoringHandle};
use crate::backend::Scope;
use crate::providers::types::MonitorDiagnosticSetting;
use crate::resource;
use crate::terraform::convert::IntoTf;
use crate::terraform::types::Text;

/// What of a resource's logs is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Logs {
    /// All, those of later categories included.
    All,
    /// One category, where Azure has no group of all.
    Category(&'static str),
}

impl Monitoring {
    /// The monitoring of the backend that the scope belongs to, where a component requires it.
    pub fn of(scope: &Scope<'_>) -> Option<MonitoringHandle> {
        scope.provided::<Monitoring>()
    }
}

impl MonitoringHandle {
    /// Sends the logs of a resource to the workspace; nothing where the backend does without. `what` is the resource's
    /// part of logical ids. Storage accounts have no logs themselves: their services have.
    pub fn diagnose(&self, scope: &Scope<'_>, what: &str, resource_id: impl IntoTf<Text>, logs: Logs) {
        let Some(made) = self.made.as_ref().filter(|_| self.diagnostics) else { return };
        let (all, one) = match logs {
            Logs::All => (Some("allLogs"), None),
            Logs::Category(category) => (None, Some(category)),
        };
        let id = scope.id(&format!("{what}_diagnostics"));
        resource!(scope, MonitorDiagnosticSetting = azurerm_monitor_diagnostic_setting (id) {
            name: "workspace",
            target_resource_id: resource_id,
            log_analytics_workspace_id: made.workspace.id(),
            enabled_log { category_group?: all, category?: one },
        });
    }
}
