//! Which requirements belong together: those whose `#[group]` fields are equal share one resource.

use crate::check::same_text;

/// The place of a component that requires nothing of a provider.
pub const NONE: usize = usize::MAX;

/// One part of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPart {
    /// Nothing here.
    None,
    /// A number, a flag, the rank of an enum's variant.
    Number(u64),
    /// A name.
    Text(&'static str),
}

impl KeyPart {
    /// Whether both are the same.
    pub const fn same(&self, other: &KeyPart) -> bool {
        match (self, other) {
            (KeyPart::None, KeyPart::None) => true,
            (KeyPart::Number(a), KeyPart::Number(b)) => *a == *b,
            (KeyPart::Text(a), KeyPart::Text(b)) => same_text(a, b),
            _ => false,
        }
    }
}

/// What makes two requirements, or two items of a union, the same: up to four parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    parts: [KeyPart; 4],
    len: usize,
}

impl Key {
    /// The key without parts: everything is the same.
    pub const EMPTY: Key = Key { parts: [KeyPart::None; 4], len: 0 };

    /// With one part more. A fifth is ignored; `#[provider]` refuses it.
    pub const fn with(mut self, part: KeyPart) -> Self {
        if self.len < self.parts.len() {
            self.parts[self.len] = part;
            self.len += 1;
        }
        self
    }

    /// The key of one name.
    pub const fn name(name: &'static str) -> Self {
        Key::EMPTY.with(KeyPart::Text(name))
    }

    /// Merging compares hashes first: comparing all names with all names is stopped by the compiler at a few hundred.
    pub(super) const fn hash(&self) -> u64 {
        let (mut all, mut i) = (17u64, 0);
        while i < self.len {
            all = match self.parts[i] {
                KeyPart::None => mix_number(all, 3),
                KeyPart::Number(number) => mix_number(all, number),
                KeyPart::Text(text) => mix(all, text.as_bytes()),
            };
            i += 1;
        }
        all
    }

    /// Whether both have the same parts.
    pub const fn same(&self, other: &Key) -> bool {
        let mut i = 0;
        while i < self.len {
            if !self.parts[i].same(&other.parts[i]) {
                return false;
            }
            i += 1;
        }
        self.len == other.len
    }
}

/// A hash of `bytes` and of what was hashed before: FNV-1a, four bytes at a time and in the lower half of the number, where
/// nothing overflows, because a `wrapping_mul` is a call for const evaluation.
pub const fn mix(mut hash: u64, mut bytes: &[u8]) -> u64 {
    while let [a, b, c, d, rest @ ..] = bytes {
        let word = *a as u64 | (*b as u64) << 8 | (*c as u64) << 16 | (*d as u64) << 24;
        hash = ((hash ^ word) & LOWER_HALF) * PRIME;
        hash = hash ^ (hash >> 32);
        bytes = rest;
    }
    while let [byte, rest @ ..] = bytes {
        hash = ((hash ^ *byte as u64) & LOWER_HALF) * PRIME;
        bytes = rest;
    }
    // one more step, so that where one text ends and the next begins makes a difference
    (((hash ^ (hash >> 32)) ^ 0xff) & LOWER_HALF) * PRIME
}

/// A hash of `number` and of what was hashed before.
pub const fn mix_number(hash: u64, number: u64) -> u64 {
    ((hash ^ number ^ (number >> 32)) & LOWER_HALF) * PRIME
}

const LOWER_HALF: u64 = 0xffff_ffff;
const PRIME: u64 = 0x0100_0193;

/// The groups of up to `N` components. Members of a group lie side by side in `order`, so merging one reads only its own.
#[derive(Clone, Copy, Debug)]
pub struct Groups<const N: usize> {
    /// The group of each component, or [`NONE`].
    pub of: [usize; N],
    order: [usize; N],
    start: [usize; N],
    len: [usize; N],
    /// How many groups there are.
    pub count: usize,
}

/// [`Groups`] without the number of components in its type.
#[derive(Clone, Copy, Debug)]
pub struct GroupsRef<'a> {
    order: &'a [usize],
    start: &'a [usize],
    len: &'a [usize],
    /// How many groups there are.
    pub count: usize,
}

impl<const N: usize> Groups<N> {
    /// Groups the components by key; `None` requires nothing. `T` is the size of the hash table: `2 * N + 1`.
    pub const fn new<const T: usize>(keys: &[Option<Key>; N]) -> Self {
        let mut groups = Groups { of: [NONE; N], order: [0; N], start: [0; N], len: [0; N], count: 0 };
        let buffers = GroupBuffers {
            of: &mut groups.of,
            order: &mut groups.order,
            start: &mut groups.start,
            len: &mut groups.len,
            first: &mut [0; N],
            table: &mut [0; T],
        };
        groups.count = group(keys, buffers);
        groups
    }

    /// Without the size.
    pub const fn by_ref(&self) -> GroupsRef<'_> {
        GroupsRef { order: &self.order, start: &self.start, len: &self.len, count: self.count }
    }
}

impl<'a> GroupsRef<'a> {
    /// The components of a group, in the order in which they were declared.
    pub const fn members(&self, group: usize) -> &'a [usize] {
        let (_, from) = self.order.split_at(self.start[group]);
        from.split_at(self.len[group]).0
    }

    /// How many components a group has.
    pub const fn size(&self, group: usize) -> usize {
        self.len[group]
    }

    /// A component of a group: what [`GroupsRef::members`] has at `index`, without the cost of cutting a slice.
    pub const fn member(&self, group: usize, index: usize) -> usize {
        self.order[self.start[group] + index]
    }
}

/// Groups whose number of components only the running program knows.
#[derive(Clone, Debug, Default)]
pub struct OwnedGroups {
    /// The group of each component, or [`NONE`].
    pub of: Vec<usize>,
    order: Vec<usize>,
    start: Vec<usize>,
    len: Vec<usize>,
    count: usize,
}

impl OwnedGroups {
    /// The run-time twin of [`Groups::new`]: the same function on vectors.
    pub fn new(keys: &[Option<Key>]) -> Self {
        let n = keys.len();
        let mut groups =
            OwnedGroups { of: vec![NONE; n], order: vec![0; n], start: vec![0; n], len: vec![0; n], count: 0 };
        let (mut first, mut table) = (vec![0; n], vec![0; 2 * n + 1]);
        groups.count = group(
            keys,
            GroupBuffers {
                of: &mut groups.of,
                order: &mut groups.order,
                start: &mut groups.start,
                len: &mut groups.len,
                first: &mut first,
                table: &mut table,
            },
        );
        groups
    }

    /// As the merge wants it.
    pub fn by_ref(&self) -> GroupsRef<'_> {
        GroupsRef { order: &self.order, start: &self.start, len: &self.len, count: self.count }
    }
}

struct GroupBuffers<'a> {
    of: &'a mut [usize],
    order: &'a mut [usize],
    start: &'a mut [usize],
    len: &'a mut [usize],
    first: &'a mut [usize],
    table: &'a mut [u32],
}

/// Finds the groups by an open hash table, then lays the members of each side by side (a counting sort).
const fn group(keys: &[Option<Key>], buffers: GroupBuffers<'_>) -> usize {
    let GroupBuffers { of, order, start, len, first, table } = buffers;
    let (mut count, mut i) = (0, 0);
    while i < keys.len() {
        of[i] = NONE;
        if let Some(key) = &keys[i] {
            let mut at = (key.hash() % table.len() as u64) as usize;
            loop {
                let entry = table[at] as usize;
                if entry == 0 {
                    table[at] = count as u32 + 1;
                    of[i] = count;
                    len[count] = 1;
                    first[count] = i;
                    count += 1;
                    break;
                }
                if let Some(known) = &keys[first[entry - 1]]
                    && known.same(key)
                {
                    of[i] = entry - 1;
                    len[entry - 1] += 1;
                    break;
                }
                at = if at + 1 == table.len() { 0 } else { at + 1 };
            }
        }
        i += 1;
    }
    let (mut g, mut next) = (0, 0);
    while g < count {
        start[g] = next;
        first[g] = next;
        next += len[g];
        g += 1;
    }
    i = 0;
    while i < keys.len() {
        if of[i] != NONE {
            order[first[of[i]]] = i;
            first[of[i]] += 1;
        }
        i += 1;
    }
    count
}
