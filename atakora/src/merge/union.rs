//! Union by key: the first item of a name stays, an equal one is the same, a different one is a conflict.
//!
//! The items of all groups lie in one array, group after group, so that a provider with many small groups costs what its
//! items cost. Unused places are `None`: a constant that stands in for an item would hold references, and copying
//! thousands of those is what const evaluation is slowest at.

use super::NONE;

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

/// A hash table with chains over borrowed buffers, in which [`NONE`] stands for no item.
pub struct Table<'b> {
    /// How many items there is room for: the length of all buffers. To ask one is dearer in a constant.
    pub room: usize,
    /// The last item with each remainder of the hash.
    pub heads: &'b mut [usize],
    /// The item before an item in the same chain.
    pub links: &'b mut [usize],
    /// Of the items.
    pub hashes: &'b mut [u64],
    /// How many items.
    pub len: &'b mut usize,
}

impl Table<'_> {
    /// An item with this hash, or [`NONE`].
    pub const fn find(&self, hash: u64) -> usize {
        self.find_in(self.heads[self.chain(hash)], hash)
    }

    /// Another item with the hash of this one, or [`NONE`].
    pub const fn next(&self, item: usize, hash: u64) -> usize {
        self.find_in(self.links[item], hash)
    }

    const fn find_in(&self, mut item: usize, hash: u64) -> usize {
        while item != NONE && self.hashes[item] != hash {
            item = self.links[item];
        }
        item
    }

    /// Takes a new item with this hash; returns its index.
    pub const fn take(&mut self, hash: u64) -> usize {
        let (index, chain) = (*self.len, self.chain(hash));
        self.hashes[index] = hash;
        self.links[index] = self.heads[chain];
        self.heads[chain] = index;
        *self.len = index + 1;
        index
    }

    const fn chain(&self, hash: u64) -> usize {
        (hash % self.room as u64) as usize
    }
}
