//! What a rule is. The macros know it too, so it has a crate of its own.

pub use atakora_rules::{Kind, Level, Rule};
