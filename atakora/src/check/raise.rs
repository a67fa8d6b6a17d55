//! Where a check becomes a panic of a constant. `#[track_caller]`, so that the compiler points to the user's tokens and
//! to nothing of ours.

use super::Finding;
use super::render::Report;
use crate::merge::{Owner, Problem};

/// Panics with what is known against a component.
///
/// # Panics
/// If there is anything.
#[track_caller]
pub const fn raise_report(report: Option<Report>) {
    if let Some(report) = report {
        panic!("{}", report.as_str());
    }
}

/// Panics with what is wrong with a setting.
///
/// # Panics
/// If there is anything.
#[track_caller]
pub const fn raise_setting(setting: &'static str, owner: Owner, finding: Option<Finding>, names: &[&str]) {
    if let Some(finding) = finding {
        panic!("{}", Problem::Setting { setting, owner, finding }.render(names).as_str());
    }
}
