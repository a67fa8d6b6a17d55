//! App settings: what code reads from its environment.

use super::{Deferred, Endpoint, Given, Origin, Resolved};
use crate::merge::Blank;
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types;

/// What can be the value of an app setting.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an app setting",
    label = "not a text, a number or an endpoint"
)]
pub trait AppSetting: Given + Sized {
    /// Its value.
    fn into_app_setting(self) -> Resolved {
        self.resolved()
    }
}

#[diagnostic::do_not_recommend]
impl AppSetting for Endpoint {}
#[diagnostic::do_not_recommend]
impl AppSetting for String {}
#[diagnostic::do_not_recommend]
impl AppSetting for Ref<types::Text> {}
#[diagnostic::do_not_recommend]
impl AppSetting for Ref<types::Number> {}
#[diagnostic::do_not_recommend]
impl AppSetting for Ref<types::Bool> {}
#[diagnostic::do_not_recommend]
impl AppSetting for Tf<types::Text> {}

/// The value of an app setting, as a constant.
#[derive(Clone, Copy, Debug)]
pub enum EnvValue {
    /// Text.
    Text(&'static str),
    /// A number, written in decimal.
    Number(i64),
    /// `true` or `false`.
    Bool(bool),
    /// A value that only the running program has.
    Deferred(Origin),
}

impl EnvValue {
    /// Whether both are the same.
    pub const fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (EnvValue::Text(a), EnvValue::Text(b)) => crate::check::same_text(a, b),
            (EnvValue::Number(a), EnvValue::Number(b)) => *a == *b,
            (EnvValue::Bool(a), EnvValue::Bool(b)) => *a == *b,
            (EnvValue::Deferred(a), EnvValue::Deferred(b)) => a.same(b),
            _ => false,
        }
    }
}

impl Blank for EnvValue {
    const BLANK: Self = EnvValue::Text("");
}

/// An app setting: a name and a value.
#[derive(Clone, Copy, Debug, crate::Item)]
pub struct EnvVar {
    /// As the code reads it from its environment.
    pub name: &'static str,
    /// What it reads.
    pub value: EnvValue,
}

/// Turns what stands in an `env` list into an [`EnvValue`], in a constant: inherent impls on different types do what a
/// trait cannot do there.
pub struct IntoEnv<T>(pub T);

impl IntoEnv<&'static str> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Text(self.0)
    }
}

impl IntoEnv<i64> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Number(self.0)
    }
}

impl IntoEnv<bool> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Bool(self.0)
    }
}

impl IntoEnv<EnvValue> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        self.0
    }
}

impl<T> IntoEnv<Deferred<T>> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Deferred(self.0.origin)
    }
}
