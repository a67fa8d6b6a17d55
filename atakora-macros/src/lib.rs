//! The macros of Atakora. Use them through the crate `atakora`, where they are documented.

mod errors;
mod near;
mod path;
