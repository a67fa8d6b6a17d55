//! Questions that the compiler and the running program ask alike: `const fn`s, one question each.
//!
//! A check never panics. It returns a [`Finding`] that holds data; [`Finding::render`] is the only place where it
//! becomes text. `backend!` raises the text at the user's token, the builder returns it as an `Err`.

pub(crate) mod document;
mod finding;
mod rule;
mod text;

pub use finding::{Argument, Finding};
pub use rule::{Kind, Level, Rule};
pub use text::{Text, hash, hash_bytes, same_text};
