//! What tells copies of one backend apart in one region: a colour, a tenant, a shard, `dr`.

use std::fmt;

use super::naming::{ends_reserved, is_code};
use crate::Error;
use crate::check::document::{problem, rule};
use crate::check::{Kind, Rule};

const OURS: (Kind, &str) = (Kind::Promise, "a label is a part of every name, with room that the compiler has counted");

static LABEL: Rule = rule(
    "ATK-NAME-017",
    "LabelError",
    "`{}` cannot be a label",
    "use one to eight lower-case letters or digits, like `blue`, `dr` or `tenant7`",
    OURS,
);

static RESERVED: Rule = rule(
    "ATK-NAME-018",
    "LabelError",
    "`{}` cannot be a label, because no Service Bus name can end in `-{}`",
    "use another word",
    (Kind::Azure, "azurerm 5.2.0, validation of Service Bus namespaces"),
);

static NO_LABEL: Rule = rule(
    "ATK-NAME-019",
    "LabelError",
    "`{}` is given to a backend that takes no label",
    "write `label: {}` among the settings of the backend",
    OURS,
);

static TOO_LONG: Rule = rule(
    "ATK-NAME-020",
    "LabelError",
    "the label `{}` is {} characters long, this backend takes {}",
    "shorten it, or write `label: {}` among the settings of the backend",
    OURS,
);

/// Every rule on labels.
pub static LABEL_RULES: &[&Rule] = &[&LABEL, &RESERVED, &NO_LABEL, &TOO_LONG];

fn broken(rule: &Rule, arguments: &[&str]) -> Error {
    Error::new(problem(rule, arguments))
}

/// One to eight lower-case letters or digits, known when the program runs, part of every physical name.
///
/// How long it can be in a given backend is the backend's to say (`label: 5`), since the length of the names is
/// proven when it is compiled; [`Label::within`] checks it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label {
    letters: [u8; Label::LONGEST],
    len: usize,
}

impl Label {
    /// How long a label can be in any backend.
    pub const LONGEST: usize = 8;

    /// A label, or an error that says what is wrong with it.
    pub fn new(text: &str) -> Result<Self, Error> {
        if !is_code(text, Self::LONGEST) {
            return Err(broken(&LABEL, &[text]));
        }
        if ends_reserved(text) {
            return Err(broken(&RESERVED, &[text, text]));
        }
        let mut letters = [0; Self::LONGEST];
        letters[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Label { letters, len: text.len() })
    }

    /// The label, if it is at most `longest` characters long.
    pub fn within(self, longest: usize) -> Result<Self, Error> {
        if self.len <= longest {
            return Ok(self);
        }
        let (length, label) = (self.len.to_string(), self.as_str());
        Err(match longest {
            0 => broken(&NO_LABEL, &[label, &length]),
            _ => broken(&TOO_LONG, &[label, &length, &longest.to_string(), &length]),
        })
    }

    /// The text.
    pub const fn as_str(&self) -> &str {
        let (written, _) = self.letters.split_at(self.len);
        match core::str::from_utf8(written) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Label({})", self.as_str())
    }
}

impl std::str::FromStr for Label {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Label::new(text)
    }
}
