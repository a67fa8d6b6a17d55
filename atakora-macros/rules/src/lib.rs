//! What Azure takes, as data and plain functions: no tokens, no documents, no dependencies.
//!
//! A macro runs in the compiler, the library in the user's program, and neither can ask the other. Both ask this crate,
//! so that a literal that the compiler refuses and a value that the program refuses get the same text.
//!
//! It is a part of `atakora`; use it through that.

pub mod argument;
mod arguments;
pub mod environments;
pub mod forms;
pub mod name;
pub mod near;
pub mod regions;
pub mod retirement;
mod rule;
pub mod takes;

pub use rule::{Kind, Level, Rule};
