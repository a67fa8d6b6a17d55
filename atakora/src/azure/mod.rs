//! What Azure says, each fact once and with its source: regions, names, addresses, roles, runtimes, schedules.
//!
//! Facts are constants and `const fn`s, because the compiler asks for them as often as the running program does.

pub mod address;
pub mod convention;
pub mod cron;
pub mod environment;
pub mod functions;
pub mod host_name;
mod label;
pub mod naming;
pub(crate) mod nearest;
pub mod private_link;
mod region;
pub mod resource_name;
pub mod roles;
mod stateful;
pub mod tags;

pub use convention::Convention;
pub use label::{LABEL_RULES, Label};
pub use region::{Region, UNKNOWN_REGION};
pub use stateful::{is_kept, is_stateful};
pub use tags::Tags;
