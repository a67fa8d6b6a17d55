//! Union by key: the first item of a name stays, an equal one is the same, a different one is a conflict.
//!
//! The items of all groups lie in one array, group after group, so that a provider with many small groups costs what its
//! items cost. Unused places are `None`: a constant that stands in for an item would hold references, and copying
//! thousands of those is what const evaluation is slowest at.

/// A merged list and the component that each item came from.
#[derive(Clone, Copy)]
pub struct Union<'b, T> {
    pub(super) items: &'b [Option<T>],
    pub(super) owners: &'b [usize],
    pub(super) start: usize,
    pub(super) len: usize,
}

impl<'b, T: Copy> Union<'b, T> {
    /// No items.
    pub const EMPTY: Self = Union { items: &[], owners: &[], start: 0, len: 0 };

    /// `len` items from `start` of the arrays of all groups.
    pub const fn new(items: &'b [Option<T>], owners: &'b [usize], start: usize, len: usize) -> Self {
        // not cut to the length: const evaluation pays for each cut, and views are made for each list of each group
        Union { items, owners, start, len }
    }

    /// How many items.
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The item at `index`.
    ///
    /// # Panics
    /// `index` is not less than [`Union::len`].
    pub const fn at(&self, index: usize) -> &'b T {
        assert!(index < self.len);
        match &self.items[self.start + index] {
            Some(item) => item,
            None => unreachable!(),
        }
    }

    /// The component that declared the item at `index` first.
    ///
    /// # Panics
    /// `index` is not less than [`Union::len`].
    pub const fn owner(&self, index: usize) -> usize {
        assert!(index < self.len);
        self.owners[self.start + index]
    }

    /// The items, each with the component that declared it first.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &'b T)> + use<'b, T> {
        let Union { items, owners, start, len } = *self;
        owners.iter().copied().zip(items.iter().flatten()).skip(start).take(len)
    }
}

/// Its own items, not the arrays of all groups that they lie in.
impl<T: core::fmt::Debug> core::fmt::Debug for Union<'_, T> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let all = self.owners.iter().zip(self.items.iter().flatten());
        f.debug_list().entries(all.skip(self.start).take(self.len)).finish()
    }
}

/// How many slots a table for `capacity` items needs.
pub const fn free_slots(capacity: usize) -> usize {
    2 * capacity + 1
}

/// What [`Table::find`] came upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// No item has this hash; a new one belongs into this slot.
    Free(usize),
    /// The item at `index` has this hash; if it is another, go on at `next`.
    Candidate {
        /// Of the item.
        index: usize,
        /// The slot behind.
        next: usize,
    },
}

/// An open hash table over borrowed buffers: slots, each 0 or the index of an item plus one, and the items' hashes.
pub struct Table<'b> {
    /// Zero at the beginning, and as many as [`free_slots`] says.
    pub slots: &'b mut [u32],
    /// How many slots: to ask the slice is dearer in a constant.
    pub count: usize,
    /// Of the items.
    pub hashes: &'b mut [u64],
    /// How many items.
    pub len: &'b mut usize,
}

impl Table<'_> {
    /// The first item with this hash.
    pub const fn find(&self, hash: u64) -> Found {
        self.find_from(hash, (hash % self.count as u64) as usize)
    }

    /// The next item with this hash, from `slot` on.
    pub const fn find_from(&self, hash: u64, mut slot: usize) -> Found {
        loop {
            let entry = self.slots[slot] as usize;
            if entry == 0 {
                return Found::Free(slot);
            }
            let next = if slot + 1 == self.count { 0 } else { slot + 1 };
            if self.hashes[entry - 1] == hash {
                return Found::Candidate { index: entry - 1, next };
            }
            slot = next;
        }
    }

    /// Takes a free slot for a new item; returns the item's index.
    pub const fn take(&mut self, slot: usize, hash: u64) -> usize {
        let index = *self.len;
        self.slots[slot] = index as u32 + 1;
        self.hashes[index] = hash;
        *self.len = index + 1;
        index
    }
}
