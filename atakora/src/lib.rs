//! Azure back ends in Rust.
extern crate self as atakora;

pub mod check;

pub mod entity;
mod error;
pub mod merge;
pub mod terraform;

pub use error::{Error, Result};

#[doc(hidden)]
pub mod __private {
    pub use atakora_macros as macros;
}
