//! Settings of components and providers: what a backend may choose, with defaults.

use crate::check::{Finding, Rule};

/// Settings; derived with `#[derive(Settings)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be settings",
    label = "not settings",
    note = "add `#[derive(Clone, Copy, Debug, Settings)]` and a default to each field: `#[setting(default = …)]`"
)]
pub trait Settings: Copy + 'static {
    /// What holds where the backend says nothing.
    const DEFAULT: Self;
    /// The names of all settings.
    const NAMES: &'static [&'static str];
    /// What is wrong with one of them.
    fn check_setting(&self, setting: &str) -> Option<Finding>;
    /// What is told of a setting that asks for something with an announced end.
    fn retires_setting(&self, setting: &str) -> Option<&'static Rule> {
        let _ = setting;
        None
    }
}

/// The settings of what has none.
#[derive(Clone, Copy, Debug)]
pub struct NoSettings {}

impl NoSettings {
    /// None.
    pub const DEFAULT: Self = NoSettings {};

    /// Nothing can be wrong.
    pub const fn check(&self, _setting: &str) -> Option<Finding> {
        None
    }

    /// Nothing ends.
    pub const fn retires(&self, _setting: &str) -> Option<&'static Rule> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl Settings for NoSettings {
    const DEFAULT: Self = NoSettings {};
    const NAMES: &'static [&'static str] = &[];
    fn check_setting(&self, _setting: &str) -> Option<Finding> {
        None
    }
}
