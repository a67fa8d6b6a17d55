//! Monitoring.

use crate::explain::note::{Note, note};

pub(in crate::explain) const MONITORING: &[Note] = &[
    note("ATK-MON-001", "A workspace keeps logs for a month to two years.").settings(
        "jobs: FunctionsApp,",
        "monitoring: { retention_days: 7 },",
        "monitoring: { retention_days: 30 },",
    ),
    note(
        "ATK-MON-002",
        "Sampling at 0 percent would keep nothing, which is what `enabled: false` says and costs less.",
    )
    .settings(
        "jobs: FunctionsApp,",
        "monitoring: { sampling_percentage: 0 },",
        "monitoring: { sampling_percentage: 1 },",
    ),
    note("ATK-MON-003", "The name has to be legal in every region that its placeholder can stand for.").settings(
        "jobs: FunctionsApp,",
        "monitoring: { workspace_name: Some(\"logs_{region}\") },",
        "monitoring: { workspace_name: Some(\"logs-{region}\") },",
    ),
    note(
        "ATK-MON-004",
        "Diagnostic settings send to the workspace; without one, the logs that were asked for are written nowhere.",
    )
    .settings(
        "jobs: FunctionsApp,",
        "monitoring: { enabled: false, diagnostics: Some(true) },",
        "monitoring: { enabled: false },",
    ),
];
