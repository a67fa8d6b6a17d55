//! Monitoring: one Log Analytics workspace and one Application Insights component for all apps of a backend.

mod diagnostics;
mod emit;
mod private;
mod rules;
mod settings;

pub use diagnostics::Logs;
pub use emit::MonitoringHandle;
pub use rules::RULES;
pub use settings::MonitoringSettings;

use crate::azure::resource_name::{APPLICATION_INSIGHTS, LOG_ANALYTICS_WORKSPACE, MONITOR_PRIVATE_LINK_SCOPE};
use crate::provider;

/// What a component asks of monitoring.
#[provider(
    id = "monitoring",
    label = "Monitoring",
    stage = foundation,
    settings = MonitoringSettings,
    names(LOG_ANALYTICS_WORKSPACE, APPLICATION_INSIGHTS, MONITOR_PRIVATE_LINK_SCOPE)
)]
pub struct Monitoring {
    /// Whether an app of the component sends telemetry.
    #[merge(any)]
    pub telemetry: bool,
}
