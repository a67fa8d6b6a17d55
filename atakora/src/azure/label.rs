//! What tells copies of one backend apart in one region: a colour, a tenant, a shard, `dr`.

use std::fmt;

use super::naming::{ends_reserved, is_code};
use crate::Error;

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
            return Err(Error::new(format!(
                "LabelError: `{text}` cannot be a label\n  \
                 Solution: use one to eight lower-case letters or digits, like `blue`, `dr` or `tenant7`"
            )));
        }
        if ends_reserved(text) {
            return Err(Error::new(format!(
                "LabelError: `{text}` cannot be a label, because no Service Bus name can end in `-{text}`\n  \
                 Solution: use another word"
            )));
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
        let (len, label) = (self.len, self.as_str());
        Err(Error::new(if longest == 0 {
            format!(
                "LabelError: `{label}` is given to a backend that takes no label\n  \
                 Solution: write `label: {len}` among the settings of the backend"
            )
        } else {
            format!(
                "LabelError: the label `{label}` is {len} characters long, this backend takes {longest}\n  \
                 Solution: shorten it, or write `label: {len}` among the settings of the backend"
            )
        }))
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
