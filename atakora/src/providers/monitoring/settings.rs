//! What a backend sets for its monitoring: `monitoring: { … }`.

use super::rules;
use crate::Settings;

/// `monitoring: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct MonitoringSettings {
    /// Whether there is any. Default: yes.
    #[setting(default = true)]
    pub enabled: bool,
    /// How many days logs and telemetry are kept: 30 to 730. Default: 30.
    #[setting(default = 30, check = rules::retention)]
    pub retention_days: u32,
    /// How much of the telemetry is kept, in percent: 1 to 100. Default: 100.
    #[setting(default = 100, check = rules::sampling)]
    pub sampling_percentage: u32,
    /// Whether storage, Cosmos DB and apps send the logs that they write of themselves to the workspace, which costs what
    /// it takes in. Default: where `networking` is not `Public`.
    #[setting(default = None, check = rules::diagnostics)]
    pub diagnostics: Option<bool>,
    /// The workspace's name instead of the one that follows from the backend's; `{region}` in it becomes the region,
    /// like `eastus`. 4 to 63 letters, digits and hyphens.
    #[setting(default = None, check = rules::workspace_name)]
    pub workspace_name: Option<&'static str>,
}
