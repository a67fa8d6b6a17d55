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

    /// A hash of this and of what was hashed before.
    pub const fn mixed_into(self, hash: u64) -> u64 {
        match self {
            KeyPart::None => hash,
            KeyPart::Number(number) => mix_number(hash, number),
            KeyPart::Text(text) => mix(hash, text.as_bytes()),
        }
    }
}

/// A hash of `bytes` and of what was hashed before. Merging compares hashes first: comparing all names with all names is
/// stopped by the compiler at a few hundred. FNV-1a, four bytes at a time and in the lower half of the number, where
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
    /// How many groups there are, and how much room their lists need.
    pub size: Size,
}

/// What the arrays are made for that requirements are merged into.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// How many groups there are.
    pub groups: usize,
    /// How many components have one.
    pub members: usize,
    /// How long the longest list can get, over all groups.
    pub room: usize,
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
    /// Nobody requires anything yet.
    pub const EMPTY: Self = Groups {
        of: [NONE; N],
        order: [0; N],
        start: [0; N],
        len: [0; N],
        size: Size { groups: 0, members: 0, room: 0 },
    };

    /// Lends itself to be filled, with two buffers of zeros: `table` is twice as long as there are components, and one more.
    pub const fn lend<'a>(&'a mut self, first: &'a mut [usize], table: &'a mut [u32]) -> Grouping<'a> {
        Grouping {
            of: &mut self.of,
            order: &mut self.order,
            start: &mut self.start,
            len: &mut self.len,
            first,
            table,
            count: 0,
        }
    }

    /// Without the size.
    pub const fn by_ref(&self) -> GroupsRef<'_> {
        GroupsRef { order: &self.order, start: &self.start, len: &self.len, count: self.size.groups }
    }
}

impl<'a> GroupsRef<'a> {
    /// The components of a group, in the order in which they were declared.
    pub const fn members(&self, group: usize) -> &'a [usize] {
        if self.count == 1 && self.len[0] == self.order.len() {
            // nearly always, and const evaluation pays dearly for a cut
            return self.order;
        }
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
    /// How many groups there are, and how much room their lists need.
    pub size: Size,
}

impl OwnedGroups {
    /// The run-time twin of [`Groups::EMPTY`] and [`Groups::lend`]: `fill` is the same function, here on vectors.
    pub fn new(components: usize, fill: impl FnOnce(Grouping<'_>) -> Size) -> Self {
        let zeros = || vec![0; components];
        let mut groups = OwnedGroups {
            of: vec![NONE; components],
            order: zeros(),
            start: zeros(),
            len: zeros(),
            size: Size::default(),
        };
        groups.size = fill(Grouping {
            of: &mut groups.of,
            order: &mut groups.order,
            start: &mut groups.start,
            len: &mut groups.len,
            first: &mut zeros(),
            table: &mut vec![0; 2 * components + 1],
            count: 0,
        });
        groups
    }

    /// As the merge wants it.
    pub fn by_ref(&self) -> GroupsRef<'_> {
        GroupsRef { order: &self.order, start: &self.start, len: &self.len, count: self.size.groups }
    }
}

/// Groups that are being found, by an open hash table: a provider hashes and compares its own `#[group]` fields.
pub struct Grouping<'a> {
    of: &'a mut [usize],
    order: &'a mut [usize],
    start: &'a mut [usize],
    len: &'a mut [usize],
    first: &'a mut [usize],
    /// Each 0 or a group plus one.
    table: &'a mut [u32],
    count: usize,
}

impl Grouping<'_> {
    /// Where to begin to look for a group with this hash.
    pub const fn slot(&self, hash: u64) -> usize {
        (hash % self.table.len() as u64) as usize
    }

    /// The slot behind `slot`.
    pub const fn next(&self, slot: usize) -> usize {
        if slot + 1 == self.table.len() { 0 } else { slot + 1 }
    }

    /// The first component of the group in `slot`, or [`NONE`].
    pub const fn first(&self, slot: usize) -> usize {
        let entry = self.table[slot] as usize;
        if entry == 0 { NONE } else { self.first[entry - 1] }
    }

    /// Takes `component` into the group in `slot`, or into a new one if it is free.
    pub const fn join(&mut self, slot: usize, component: usize) {
        let mut entry = self.table[slot] as usize;
        if entry == 0 {
            self.first[self.count] = component;
            self.count += 1;
            entry = self.count;
            self.table[slot] = entry as u32;
        }
        self.of[component] = entry - 1;
        self.len[entry - 1] += 1;
    }

    /// Lays the members of each group side by side (a counting sort). `shared` are the lengths of the lists whose items are
    /// found again; of the other lists each member has one.
    pub const fn finish(self, mut shared: &[usize]) -> Size {
        let Grouping { of, order, start, len, first, count, .. } = self;
        let (mut g, mut next) = (0, 0);
        while g < count {
            start[g] = next;
            first[g] = next;
            next += len[g];
            g += 1;
        }
        let mut i = 0;
        while i < of.len() {
            let group = of[i];
            if group != NONE {
                let place = first[group];
                order[place] = i;
                first[group] = place + 1;
            }
            i += 1;
        }
        let mut room = next;
        while let [len, rest @ ..] = shared {
            if *len > room {
                room = *len;
            }
            shared = rest;
        }
        Size { groups: count, members: next, room }
    }
}
