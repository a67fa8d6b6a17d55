//! Backends at run time: what `backend!` has merged, or the builder merges now, becomes resources of a stack.

mod builder;
mod deployed;
mod deployment;
mod intern;
mod naming;
mod plan;
mod requirements;
mod scope;

pub use builder::{Backend, BackendBuilder, Built, Handles};
pub use deployed::{Attach, Deployed, Parts};
pub use deployment::Deployment;
pub use intern::name;
pub use naming::{Naming, check_codes, check_names};
pub use requirements::Requirements;
pub use scope::Scope;
