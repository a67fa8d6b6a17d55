//! Keys of items, read in constants.

use super::Origin;
use crate::merge::KeyPart;

/// Turns a key field of an item into a part of a key, in a constant.
pub struct KeyOf<T>(pub T);

impl KeyOf<&'static str> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        // most names differ in length already, and a call costs const evaluation more than this
        self.0.len() == other.0.len() && crate::check::same_text(self.0, other.0)
    }

    /// The part.
    pub const fn part(self) -> KeyPart {
        KeyPart::Text(self.0)
    }

    /// The text that messages show.
    pub const fn text(self) -> &'static str {
        self.0
    }
}

impl KeyOf<Option<&'static str>> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        self.part().same(&other.part())
    }

    /// The part.
    pub const fn part(self) -> KeyPart {
        match self.0 {
            Some(text) => KeyPart::Text(text),
            None => KeyPart::None,
        }
    }

    /// The text that messages show.
    pub const fn text(self) -> &'static str {
        match self.0 {
            Some(text) => text,
            None => "(none)",
        }
    }
}

impl KeyOf<Origin> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        self.part().same(&other.part())
    }

    /// The part.
    pub const fn part(self) -> KeyPart {
        KeyPart::Text(self.text())
    }

    /// The text that messages show.
    pub const fn text(self) -> &'static str {
        match self.0 {
            Origin::Component { component, .. } => component,
            Origin::Slot(text) | Origin::Text(text) => text,
            Origin::Provider { output, .. } => output,
        }
    }
}

macro_rules! numeric_key {
    ($($type:ty),*) => { $(impl KeyOf<$type> {
        /// Whether both are the same.
        pub const fn is(self, other: Self) -> bool {
            self.0 == other.0
        }

        /// The part.
        pub const fn part(self) -> KeyPart {
            KeyPart::Number(self.0 as u64)
        }

        /// The text that messages show.
        pub const fn text(self) -> &'static str {
            "(a number)"
        }
    })* };
}

numeric_key!(u8, u16, u32, u64, usize);
