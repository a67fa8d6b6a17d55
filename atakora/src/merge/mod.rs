//! How requirements of many components become one: grouping, union, and what is found wrong on the way.
//!
//! Everything here is a `const fn` over slices. The compiler calls it on arrays, the builder on vectors, and both get
//! the same answer because it is the same code. Nothing here panics, and nothing makes text but `explained`, which only the running program calls.

mod blank;
mod collected;
mod explained;
mod group;
mod limit;
mod list;
mod problem;
pub mod rules;
mod union;
mod views;

pub use blank::Blank;
pub use collected::Collected;
pub use explained::{Explained, explained, explained_list, shown};
pub use group::{Grouping, Groups, GroupsRef, Members, NONE, OwnedGroups, Size, mix, mix_number};
pub use limit::{Amount, Counted, Measure, Shown, check_limit};
pub use list::List;
pub use problem::{Owner, Problem, Sink};
pub use union::{Table, Union};
pub use views::{Views, same_code};
