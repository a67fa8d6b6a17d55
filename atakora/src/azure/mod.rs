//! What Azure says, each fact once and with its source.

pub(crate) mod nearest;
mod region;

pub use region::Region;
