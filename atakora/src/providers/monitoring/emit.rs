//! The workspace and the Application Insights component.

use super::private::private_link;
use super::{Monitoring, MonitoringMerged, MonitoringSettings, rules};
use crate::azure::resource_name::{APPLICATION_INSIGHTS, LOG_ANALYTICS_WORKSPACE};
use crate::azure::roles;
use crate::backend::Scope;
use crate::provider::{Access, Emit, Principal, Provided};
use crate::providers::networking::Networking;
use crate::providers::types::{ApplicationInsights, LogAnalyticsWorkspace, RoleAssignment};
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::terraform::value::Value;
use crate::{Result, resource};

/// What Application Insights takes for `retention_in_days`; the workspace takes any number.
const APPLICATION_INSIGHTS_RETENTION: [u32; 9] = [30, 60, 90, 120, 180, 270, 365, 550, 730];

/// The monitoring of a backend; without resources where it is switched off.
#[derive(Clone)]
pub struct MonitoringHandle {
    pub(super) made: Option<Made>,
    /// Whether resources send the logs that they write of themselves.
    pub(super) diagnostics: bool,
}

#[derive(Clone)]
pub(super) struct Made {
    pub(super) workspace: LogAnalyticsWorkspace,
    insights: ApplicationInsights,
}

impl MonitoringHandle {
    /// Where telemetry goes. Not a secret: without an identity that may publish, it opens nothing.
    pub fn connection_string(&self) -> Option<Ref<Text>> {
        self.made.as_ref().map(|made| made.insights.connection_string())
    }

    /// The ARM id of the workspace.
    pub fn workspace_id(&self) -> Option<Ref<Text>> {
        self.made.as_ref().map(|made| made.workspace.id())
    }
}

#[diagnostic::do_not_recommend]
impl Emit for Monitoring {
    type Handle = MonitoringHandle;

    fn emit(
        _merged: &MonitoringMerged<'_>,
        settings: &MonitoringSettings,
        scope: &Scope<'_>,
    ) -> Result<MonitoringHandle> {
        if !settings.enabled {
            return Ok(MonitoringHandle { made: None, diagnostics: false });
        }
        let network = Networking::of(scope);
        let name = match settings.workspace_name {
            Some(name) => rules::in_region(name, scope.region().name()),
            None => scope.name(&LOG_ANALYTICS_WORKSPACE),
        };
        let workspace = resource!(&scope.lasting(), LogAnalyticsWorkspace = azurerm_log_analytics_workspace (scope.id("workspace")) {
            name: name,
            resource_group_name: scope.resource_group_name(),
            location: scope.region(),
            sku: "PerGB2018",
            retention_in_days: settings.retention_days,
            local_authentication_enabled: false,
            internet_ingestion_access_type?: network.is_private().then_some("Disabled"),
            internet_query_access_type?: network.is_isolated().then_some("Disabled"),
            tags: scope.tags(),
        });
        let retention = APPLICATION_INSIGHTS_RETENTION.contains(&settings.retention_days);
        let insights = resource!(scope, ApplicationInsights = azurerm_application_insights (scope.id("insights")) {
            name: scope.name(&APPLICATION_INSIGHTS),
            resource_group_name: scope.resource_group_name(),
            location: scope.region(),
            application_type: "web",
            workspace_id: workspace.id(),
            retention_in_days?: retention.then_some(settings.retention_days),
            sampling_percentage: settings.sampling_percentage,
            local_authentication_enabled: false,
            internet_ingestion_enabled?: network.is_private().then_some(false),
            internet_query_enabled?: network.is_isolated().then_some(false),
            tags: scope.tags(),
        });
        if network.is_private() {
            private_link(scope, &network, &workspace, &insights);
        }
        let diagnostics = settings.diagnostics.unwrap_or(network.is_private());
        Ok(MonitoringHandle { made: Some(Made { workspace, insights }), diagnostics })
    }
}

impl Provided for MonitoringHandle {
    fn output(&self, name: &str, _component: usize) -> Option<Value> {
        let reference = match name {
            "connection_string" => self.connection_string()?,
            "workspace_id" => self.workspace_id()?,
            _ => return None,
        };
        Some(Value::Expression(reference.expression().clone()))
    }

    /// Publishing telemetry is all that there is to grant.
    fn grant(
        &self,
        _access: &Access,
        _component: usize,
        principal: &Principal,
        scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        let Some(Made { insights, .. }) = &self.made else { return Ok(Vec::new()) };
        let id = scope.id("monitoring_metrics_publisher");
        let role = resource!(scope, RoleAssignment = azurerm_role_assignment (id) {
            scope: insights.id(),
            role_definition_name: roles::MONITORING_METRICS_PUBLISHER,
            principal_id: &principal.principal_id,
            principal_type: "ServicePrincipal",
        });
        Ok(vec![role.handle().clone()])
    }
}
