//! Which requirements belong together: those whose `#[group]` fields are equal share one resource.

/// The place of a component that requires nothing of a provider.
pub const NONE: usize = usize::MAX;

/// A hash of `text` and of what was hashed before. Merging compares hashes first: comparing all names with all names is
/// stopped by the compiler at a few hundred. FNV-1a, four bytes at a time and in the lower half of the number, where
/// nothing overflows, because a `wrapping_mul` is a call for const evaluation.
pub const fn mix(mut hash: u64, text: &str) -> u64 {
    let mut bytes = text.as_bytes();
    while let [a, b, c, d, rest @ ..] = bytes {
        let word = *a as u64 | (*b as u64) << 8 | (*c as u64) << 16 | (*d as u64) << 24;
        hash = ((hash ^ word) & LOWER_HALF) * PRIME;
        hash = hash ^ (hash >> 32);
        bytes = rest;
    }
    // never 0, so that where one text ends and the next begins makes a difference
    let rest = match bytes {
        [] => 1 << 24,
        [a] => *a as u64 | 2 << 24,
        [a, b] => *a as u64 | (*b as u64) << 8 | 3 << 24,
        [a, b, c, ..] => *a as u64 | (*b as u64) << 8 | (*c as u64) << 16 | 4 << 24,
    };
    mix_number(hash ^ (hash >> 32), rest)
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
    /// What the arrays are made for that requirements are merged into.
    pub size: Size,
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

    /// Lends itself to be filled, with buffers of nothing but [`NONE`].
    pub const fn lend<'a>(&'a mut self, [first, heads, links]: &'a mut [[usize; N]; 3]) -> Grouping<'a> {
        Grouping {
            components: N,
            of: &mut self.of,
            order: &mut self.order,
            start: &mut self.start,
            len: &mut self.len,
            first,
            heads,
            links,
            count: 0,
        }
    }

    /// Without the size.
    pub const fn by_ref(&self) -> GroupsRef<'_> {
        GroupsRef { order: &self.order, start: &self.start, len: &self.len, size: self.size }
    }
}

impl<'a> GroupsRef<'a> {
    /// The components of a group, in the order in which they were declared.
    pub const fn members(&self, group: usize) -> Members<'a> {
        Members { order: self.order, start: self.start[group], len: self.len[group] }
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

/// The components of a group, in the order in which they were declared. There is at least one.
///
/// Not cut out of the others before somebody reads them: const evaluation pays for a cut as for fifty calls.
#[derive(Clone, Copy)]
pub struct Members<'a> {
    order: &'a [usize],
    start: usize,
    len: usize,
}

impl<'a> Members<'a> {
    /// Of no group.
    pub const NONE: Self = Members { order: &[], start: 0, len: 0 };

    /// The component that was declared first.
    pub const fn first(&self) -> usize {
        self.order[self.start]
    }

    /// All of them.
    pub const fn as_slice(&self) -> &'a [usize] {
        let (_, from) = self.order.split_at(self.start);
        from.split_at(self.len).0
    }

    /// All of them, one after another.
    pub fn iter(&self) -> core::slice::Iter<'a, usize> {
        self.as_slice().iter()
    }
}

impl core::fmt::Debug for Members<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.as_slice().fmt(f)
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
        let (zeros, none) = (|| vec![0; components], || vec![NONE; components]);
        let mut groups =
            OwnedGroups { of: none(), order: zeros(), start: zeros(), len: zeros(), size: Size::default() };
        groups.size = fill(Grouping {
            components,
            of: &mut groups.of,
            order: &mut groups.order,
            start: &mut groups.start,
            len: &mut groups.len,
            first: &mut none(),
            heads: &mut none(),
            links: &mut none(),
            count: 0,
        });
        groups
    }

    /// As the merge wants it.
    pub fn by_ref(&self) -> GroupsRef<'_> {
        GroupsRef { order: &self.order, start: &self.start, len: &self.len, size: self.size }
    }
}

/// Groups that are being found, by a hash table with chains: a provider hashes and compares its own `#[group]` fields.
pub struct Grouping<'a> {
    /// How many components there are: the length of all slices. Asking a slice is dearer in a constant.
    pub components: usize,
    of: &'a mut [usize],
    order: &'a mut [usize],
    start: &'a mut [usize],
    len: &'a mut [usize],
    /// The first component of each group.
    pub first: &'a mut [usize],
    /// The last group with each remainder of the hash.
    heads: &'a mut [usize],
    /// The group before a group in the same chain.
    links: &'a mut [usize],
    count: usize,
}

impl Grouping<'_> {
    /// A group that may have this hash, or [`NONE`].
    pub const fn find(&self, hash: u64) -> usize {
        self.heads[self.chain(hash)]
    }

    /// Another group that may have the hash of this one, or [`NONE`].
    pub const fn next(&self, group: usize) -> usize {
        self.links[group]
    }

    /// Takes `component` into a group, or into a new one with this hash instead of [`NONE`].
    pub const fn join(&mut self, mut group: usize, hash: u64, component: usize) {
        if group == NONE {
            let chain = self.chain(hash);
            group = self.count;
            self.first[group] = component;
            self.links[group] = self.heads[chain];
            self.heads[chain] = group;
            self.count = group + 1;
        }
        self.of[component] = group;
        self.len[group] += 1;
    }

    const fn chain(&self, hash: u64) -> usize {
        (hash % self.components as u64) as usize
    }

    /// Lays the members of each group side by side (a counting sort). `shared` are the lengths of the lists whose items are
    /// found again; of the other lists each member has one.
    pub const fn finish(self, mut shared: &[usize]) -> Size {
        let Grouping { components, of, order, start, len, first, count, .. } = self;
        let (mut g, mut next) = (0, 0);
        while g < count {
            start[g] = next;
            first[g] = next;
            next += len[g];
            g += 1;
        }
        let mut i = 0;
        while i < components {
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
