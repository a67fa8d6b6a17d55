//! Lists in which each component keeps its own items: nothing is merged, so whole lists lie side by side.

use super::{List, Union};

/// The lists of the members of a group, each with the component that it belongs to. `L` is `&'static [T]` or `List<T>`.
#[derive(Clone, Copy, Debug)]
pub struct Collected<'b, L> {
    lists: Union<'b, L>,
}

impl<'b, L: Copy> Collected<'b, L> {
    /// No lists.
    pub const EMPTY: Self = Collected { lists: Union::EMPTY };

    /// One list for each component that has items: `len` lists from `start` of the arrays of all groups.
    pub const fn new(lists: &'b [Option<L>], owners: &'b [usize], start: usize, len: usize) -> Self {
        Collected { lists: Union { items: lists, owners, start, len } }
    }

    /// How many lists: a rule that asks of each item walks list by list, because [`Collected::at`] looks for its list.
    pub const fn lists(&self) -> usize {
        self.lists.len
    }

    /// The list at `index`, with the component that it belongs to.
    ///
    /// # Panics
    /// `index` is not less than [`Collected::lists`].
    pub const fn list(&self, index: usize) -> (usize, &'b L) {
        assert!(index < self.lists.len);
        let place = self.lists.start + index;
        match &self.lists.items[place] {
            Some(list) => (self.lists.owners[place], list),
            None => unreachable!(),
        }
    }
}

/// The items one after another, each with its component: `while let Some((owner, item)) = walk.next()`. Rules that ask of
/// every item use this, because a constant pays for each step of [`Collected::at`].
#[derive(Clone, Copy, Debug)]
pub struct Walk<'b, L, T> {
    lists: Collected<'b, L>,
    next: usize,
    /// Of the list before the next one: whose it is, and what of it is left.
    owner: usize,
    left: &'b [T],
}

macro_rules! collected {
    ($list:ty, $as_slice:expr) => {
        impl<'b, T: Copy + 'static> Collected<'b, $list> {
            /// How many items, of all components.
            pub const fn len(&self) -> usize {
                let (mut len, mut i) = (0, 0);
                while i < self.lists.len() {
                    len += self.lists.at(i).len();
                    i += 1;
                }
                len
            }

            /// Whether there is none.
            pub const fn is_empty(&self) -> bool {
                self.lists.is_empty()
            }

            /// The list of the item at `index`, and the item's place in it.
            const fn find(&self, mut index: usize) -> (usize, usize) {
                let mut i = 0;
                while i < self.lists.len() && index >= self.lists.at(i).len() {
                    index -= self.lists.at(i).len();
                    i += 1;
                }
                (i, index)
            }

            /// The item at `index`.
            ///
            /// # Panics
            /// `index` is not less than [`Collected::len`].
            pub const fn at(&self, index: usize) -> &'b T {
                let (list, place) = self.find(index);
                &$as_slice(self.lists.at(list))[place]
            }

            /// The component of the item at `index`.
            ///
            /// # Panics
            /// `index` is not less than [`Collected::len`].
            pub const fn owner(&self, index: usize) -> usize {
                self.lists.owner(self.find(index).0)
            }

            /// The items from the first on, in constants too.
            pub const fn walk(&self) -> Walk<'b, $list, T> {
                Walk { lists: *self, next: 0, owner: 0, left: &[] }
            }

            /// The items, each with its component.
            pub fn iter(&self) -> impl Iterator<Item = (usize, &'b T)> + use<'b, T> {
                self.lists.iter().flat_map(|(owner, list)| $as_slice(list).iter().map(move |item| (owner, item)))
            }
        }

        impl<'b, T: Copy + 'static> Walk<'b, $list, T> {
            /// The next item and its component.
            #[allow(clippy::should_implement_trait)]
            pub const fn next(&mut self) -> Option<(usize, &'b T)> {
                loop {
                    if let [item, left @ ..] = self.left {
                        self.left = left;
                        return Some((self.owner, item));
                    }
                    if self.next == self.lists.lists.len {
                        return None;
                    }
                    let (owner, list) = self.lists.list(self.next);
                    self.owner = owner;
                    self.left = $as_slice(list);
                    self.next += 1;
                }
            }
        }
    };
}

const fn of_slice<'b, T>(list: &'b &'static [T]) -> &'b [T] {
    list
}

collected!(&'static [T], of_slice);
collected!(List<T>, List::as_slice);
