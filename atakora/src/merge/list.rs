//! Lists in a requirement.

use super::Blank;

/// A list of a requirement: a constant, or one item made of the settings of the instance.
///
/// A `&[..]` made of settings cannot leave a `const fn`, so the one-item case stands by value.
#[derive(Clone, Copy, Debug)]
pub enum List<T: 'static> {
    /// Items that stand in a constant.
    Many(&'static [T]),
    /// One item, by value.
    One(T),
}

impl<T: Copy> List<T> {
    /// No items.
    pub const EMPTY: Self = List::Many(&[]);

    /// How many items.
    pub const fn len(&self) -> usize {
        match self {
            List::Many(items) => items.len(),
            List::One(_) => 1,
        }
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items.
    pub const fn as_slice(&self) -> &[T] {
        match self {
            List::Many(items) => items,
            List::One(item) => core::slice::from_ref(item),
        }
    }

    /// The item at `index`, which is less than [`List::len`].
    pub const fn at(&self, index: usize) -> T {
        match self {
            List::Many(items) => items[index],
            List::One(item) => *item,
        }
    }
}

impl<T> Blank for List<T> {
    const BLANK: Self = List::Many(&[]);
}
