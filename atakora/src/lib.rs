//! Azure back ends in Rust.
extern crate self as atakora;

pub mod check;
mod error;
mod macros;
pub mod terraform;

pub use error::{Error, Result};

#[doc(hidden)]
pub mod __private {
    pub use atakora_macros as macros;

    pub use crate::terraform::arguments::{Arguments, Limit, Step, list, map, text};
    pub use crate::terraform::convert::{IntoKey, IntoSecret, IntoTf, OptTf};
    pub use crate::terraform::declare::{Declare, Handle, Mode, Resource, Source};
    pub use crate::terraform::instances::{HandleFor, OfType, TypedResource};
    pub use crate::terraform::meta::{IntoForEach, IntoProvider, Trigger};
    pub use crate::terraform::reference::Ref;
    pub use crate::terraform::template::Template;
    pub use crate::terraform::types::{Any, Bool, List, Mapping, Number, Sensitive, Set, Text};
    pub use crate::terraform::value::Value;
}
