//! Monitoring: one Log Analytics workspace and one Application Insights component for all apps of a backend.

mod emit;
mod rules;
mod settings;

pub use emit::MonitoringHandle;
pub use rules::RULES;
pub use settings::MonitoringSettings;

use crate::azure::resource_name::{APPLICATION_INSIGHTS, LOG_ANALYTICS_WORKSPACE};
use crate::provider;

/// What a component asks of monitoring.
#[provider(
    id = "monitoring",
    label = "Monitoring",
    stage = foundation,
    settings = MonitoringSettings,
    names(LOG_ANALYTICS_WORKSPACE, APPLICATION_INSIGHTS)
)]
pub struct Monitoring {
    /// Whether an app of the component sends telemetry.
    #[merge(any)]
    pub telemetry: bool,
}
