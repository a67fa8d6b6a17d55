//! Union by key: the first item of a name stays, an equal one is the same, a different one is a conflict.

use super::Key;

/// A merged list and the component that each item came from.
#[derive(Clone, Copy, Debug)]
pub struct Union<'b, T> {
    items: &'b [T],
    owners: &'b [usize],
}

impl<'b, T: Copy> Union<'b, T> {
    /// `owners` is as long as `items`.
    pub const fn new(items: &'b [T], owners: &'b [usize]) -> Self {
        Union { items, owners }
    }

    /// How many items.
    pub const fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item at `index`, which is less than [`Union::len`].
    pub const fn at(&self, index: usize) -> &'b T {
        &self.items[index]
    }

    /// The component that declared the item at `index` first.
    pub const fn owner(&self, index: usize) -> usize {
        self.owners[index]
    }

    /// The items, each with the component that declared it first.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'b T)> + use<'b, T> {
        self.owners.iter().copied().zip(self.items)
    }
}

/// What [`Table::place`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// A new key; its item belongs at this index.
    New(usize),
    /// A known key; its item stands at this index.
    Known(usize),
}

/// An open hash table of keys over borrowed buffers.
pub struct Table<'b> {
    slots: &'b mut [u32],
    keys: &'b mut [Key],
    len: &'b mut usize,
}

/// How many slots a table for `capacity` keys needs.
pub const fn free_slots(capacity: usize) -> usize {
    2 * capacity + 1
}

impl<'b> Table<'b> {
    /// A table over zeroed `slots`, of [`free_slots`] length for as many `keys`.
    pub const fn new(slots: &'b mut [u32], keys: &'b mut [Key], len: &'b mut usize) -> Self {
        Table { slots, keys, len }
    }

    /// Finds the key's place, taking a new one if it is not there.
    pub const fn place(&mut self, key: Key) -> Placed {
        let mut at = (key.hash() % self.slots.len() as u64) as usize;
        loop {
            let entry = self.slots[at] as usize;
            if entry == 0 {
                let index = *self.len;
                self.slots[at] = index as u32 + 1;
                self.keys[index] = key;
                *self.len = index + 1;
                return Placed::New(index);
            }
            if self.keys[entry - 1].same(&key) {
                return Placed::Known(entry - 1);
            }
            at = if at + 1 == self.slots.len() { 0 } else { at + 1 };
        }
    }
}
