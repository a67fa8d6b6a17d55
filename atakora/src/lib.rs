//! Azure back ends in Rust.
extern crate self as atakora;

pub mod azure;
pub mod check;
#[cfg(feature = "cli")]
mod cli;
mod error;
pub mod terraform;

pub use error::{Error, Result};

#[doc(hidden)]
pub mod __private {
    pub use atakora_macros as macros;
}
