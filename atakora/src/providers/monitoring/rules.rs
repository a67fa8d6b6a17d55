//! What Azure refuses of workspaces.

use const_format::formatcp;

use super::MonitoringSettings;
use crate::check::{Finding, Kind, Level, Rule};

const SOURCE: &str = "azurerm 5.2.0, azurerm_log_analytics_workspace";
const RETENTION_LEAST: u32 = 30;
const RETENTION_MOST: u32 = 730;
const NAME_LEAST: usize = 4;
const NAME_MOST: usize = 63;
/// `australiasoutheast`.
const LONGEST_REGION: usize = 18;
const PLACEHOLDER: &str = "{region}";

/// How long a workspace can keep logs.
pub static RETENTION: Rule = Rule {
    id: "ATK-MON-001",
    title: "MonitoringError",
    message: formatcp!("logs are kept {RETENTION_LEAST} to {RETENTION_MOST} days, not {{}}"),
    solution: "use a number in this range",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// How much can be sampled.
pub static SAMPLING: Rule = Rule {
    id: "ATK-MON-002",
    title: "MonitoringError",
    message: "telemetry is sampled at 1 to 100 percent, not {}",
    solution: "use a number in this range, or `enabled: false` for none",
    source: "azurerm 5.2.0, azurerm_application_insights.sampling_percentage",
    kind: Kind::Azure,
    level: Level::Error,
};

/// What a workspace can be called.
pub static WORKSPACE_NAME: Rule = Rule {
    id: "ATK-MON-003",
    title: "MonitoringError",
    message: formatcp!(
        "`{{}}` cannot be the name of a workspace: {NAME_LEAST} to {NAME_MOST} letters, digits and hyphens, a letter or digit at both ends"
    ),
    solution: formatcp!("rename it; `{PLACEHOLDER}` counts as up to {LONGEST_REGION} letters"),
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Logs need a workspace to go to.
pub static NO_WORKSPACE: Rule = Rule {
    id: "ATK-MON-004",
    title: "MonitoringError",
    message: "the logs of resources have nowhere to go: with `enabled: false` there is no workspace",
    solution: "leave out `diagnostics: Some(true)`, or `enabled: false`",
    source: "azurerm 5.2.0, azurerm_monitor_diagnostic_setting.log_analytics_workspace_id",
    kind: Kind::Promise,
    level: Level::Error,
};

/// Every rule of this provider.
pub static RULES: &[&Rule] = &[&RETENTION, &SAMPLING, &WORKSPACE_NAME, &NO_WORKSPACE];

pub(super) const fn diagnostics(settings: &MonitoringSettings) -> Option<Finding> {
    if matches!(settings.diagnostics, Some(true)) && !settings.enabled {
        return Some(Finding::of(&NO_WORKSPACE));
    }
    None
}

pub(super) const fn retention(settings: &MonitoringSettings) -> Option<Finding> {
    let days = settings.retention_days;
    if days < RETENTION_LEAST || days > RETENTION_MOST {
        return Some(Finding::of(&RETENTION).number(0, days as i64));
    }
    None
}

pub(super) const fn sampling(settings: &MonitoringSettings) -> Option<Finding> {
    let percent = settings.sampling_percentage;
    if percent < 1 || percent > 100 {
        return Some(Finding::of(&SAMPLING).number(0, percent as i64));
    }
    None
}

pub(super) const fn workspace_name(settings: &MonitoringSettings) -> Option<Finding> {
    let Some(name) = settings.workspace_name else { return None };
    let bytes = name.as_bytes();
    let (mut i, mut length, mut legal) = (0, 0, !bytes.is_empty());
    while i < bytes.len() {
        if is_placeholder(bytes, i) {
            length += LONGEST_REGION;
            i += PLACEHOLDER.len();
        } else {
            let hyphen = bytes[i] == b'-' && i > 0 && i + 1 < bytes.len();
            legal = legal && (bytes[i].is_ascii_alphanumeric() || hyphen);
            length += 1;
            i += 1;
        }
    }
    if !legal || length < NAME_LEAST || length > NAME_MOST {
        return Some(Finding::of(&WORKSPACE_NAME).text(0, name));
    }
    None
}

const fn is_placeholder(bytes: &[u8], at: usize) -> bool {
    let placeholder = PLACEHOLDER.as_bytes();
    let mut i = 0;
    while i < placeholder.len() {
        if at + i >= bytes.len() || bytes[at + i] != placeholder[i] {
            return false;
        }
        i += 1;
    }
    true
}

/// The name with the region in it.
pub(super) fn in_region(name: &str, region: &str) -> String {
    name.replace(PLACEHOLDER, region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_region_is_longer_than_what_the_name_has_room_for() {
        assert_eq!(crate::azure::Region::ALL.iter().map(|region| region.name().len()).max(), Some(LONGEST_REGION));
    }

    #[test]
    fn the_placeholder_counts_with_its_longest_value() {
        let with =
            |name| workspace_name(&MonitoringSettings { workspace_name: Some(name), ..MonitoringSettings::DEFAULT });
        assert!(with("global-workspace-{region}").is_none());
        assert!(with("-workspace").is_some());
        assert!(with("log").is_some());
        assert!(with("work_space").is_some());
        let longest = "w".repeat(NAME_MOST - LONGEST_REGION);
        assert!(with(format!("{longest}{{region}}").leak()).is_none());
        assert!(with(format!("{longest}w{{region}}").leak()).is_some());
    }
}
