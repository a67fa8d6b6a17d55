//! Questions that the compiler and the running program ask alike: `const fn`s, one question each.
//!
//! A check never panics. It returns a [`Finding`] that holds data; [`render`] is the only place where it becomes text.
//! `backend!` raises the text at the user's token, the builder returns it as an `Err`.

pub(crate) mod document;
pub mod environments;
mod finding;
mod nearest;
pub mod raise;
pub mod render;
mod requirement;
mod retirement;
mod rule;
mod schema;
mod text;

pub use document::document_rules;
pub use finding::{Argument, Finding};
pub use nearest::nearest;
pub use requirement::{all_are_there, check_providers, nothing_found};
pub use retirement::{Retires, retires, retires_in};
pub use rule::{Kind, Level, Rule};
pub use schema::{SCHEMA_RULES, check_schema, check_tenant_key};
pub use text::{Text, hash, hash_bytes, same_text};
pub(crate) use text::{is_among, slice};
