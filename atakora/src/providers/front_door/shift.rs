//! How traffic is split between two origins, for instance an old and a new version.

use std::fmt;
use std::str::FromStr;

use super::rules;
use crate::check::document::problem;
use crate::deferred::{Deferred, Given, Resolved};
use crate::terraform::value::Value;
use crate::{Error, Item};

/// Percent of the requests that the first and the second origin of a route get. They add up to 100: in a constant that is
/// checked when the program is compiled, elsewhere when the backend is added to a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Item)]
pub struct Shift {
    /// For the first origin.
    pub first: u32,
    /// For the second.
    pub second: u32,
}

impl Shift {
    /// So much for the first origin, so much for the second. An origin with 0 is switched off.
    pub const fn new(first: u32, second: u32) -> Self {
        Shift { first, second }
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.first, self.second)
    }
}

/// `90/10`, as an environment variable has it.
impl FromStr for Shift {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let parts = text.split_once('/').and_then(|(first, second)| {
            let (first, second) = (first.trim().parse().ok()?, second.trim().parse().ok()?);
            Some(Shift { first, second })
        });
        let shift = parts.ok_or_else(|| Error::new(problem(&rules::SPLIT, &[text])))?;
        match rules::shift(shift) {
            None => Ok(shift),
            Some(finding) => Err(Error::of(&finding)),
        }
    }
}

/// Terraform sees the text `90/10`.
#[diagnostic::do_not_recommend]
impl Given for Shift {
    fn into_value(self) -> Value {
        Value::Text(self.to_string().into())
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.into_value(), self)
    }
}

/// A [`Shift`] that is known now, or given when the program runs.
#[derive(Clone, Copy, Debug, Item)]
pub enum Split {
    /// Known now.
    Known(Shift),
    /// Of a slot.
    Given(Deferred<Shift>),
}
