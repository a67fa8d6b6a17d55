//! Keys of items, read in constants.

use super::Origin;
use crate::check::same_text;
use crate::merge::{mix, mix_number};

/// Turns a key field of an item into a part of a key, in a constant.
pub struct KeyOf<T>(pub T);

impl KeyOf<&'static str> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        same_text(self.0, other.0)
    }

    /// A hash of this and of what was hashed before.
    pub const fn mixed_into(self, hash: u64) -> u64 {
        mix(hash, self.0)
    }

    /// A small number that is the same for the same key, and costs less than a hash: what its last two letters make.
    pub const fn glance(self) -> u64 {
        match self.0.as_bytes() {
            [.., a, b] => *a as u64 * 3 + *b as u64,
            [a] => *a as u64,
            [] => 0,
        }
    }

    /// The text that messages show.
    pub const fn text(self) -> &'static str {
        self.0
    }
}

impl KeyOf<Option<&'static str>> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        match (self.0, other.0) {
            (Some(a), Some(b)) => same_text(a, b),
            (None, None) => true,
            _ => false,
        }
    }

    /// A hash of this and of what was hashed before.
    pub const fn mixed_into(self, hash: u64) -> u64 {
        mix(hash, self.text())
    }

    /// A small number that is the same for the same key, and costs less than a hash.
    pub const fn glance(self) -> u64 {
        KeyOf(self.text()).glance()
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
        same_text(self.text(), other.text())
    }

    /// A hash of this and of what was hashed before.
    pub const fn mixed_into(self, hash: u64) -> u64 {
        mix(hash, self.text())
    }

    /// A small number that is the same for the same key, and costs less than a hash.
    pub const fn glance(self) -> u64 {
        KeyOf(self.text()).glance()
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

        /// A hash of this and of what was hashed before.
        pub const fn mixed_into(self, hash: u64) -> u64 {
            mix_number(hash, self.0 as u64)
        }

        /// A small number that is the same for the same key, and costs less than a hash.
        pub const fn glance(self) -> u64 {
            self.0 as u64 & 0xffff
        }

        /// The text that messages show.
        pub const fn text(self) -> &'static str {
            "(a number)"
        }
    })* };
}

numeric_key!(u8, u16, u32, u64, usize);
