//! Backends at run time: what `backend!` has merged, or the builder merges now, becomes resources of a stack.

mod added;
mod builder;
mod built;
mod configuration;
mod deployed;
mod deployment;
pub(crate) mod explanation;
mod intern;
mod naming;
mod overlay;
mod plan;
mod report;
mod requirements;
mod scope;

pub use builder::{Backend, BackendBuilder};
pub use built::{Built, Handles};
pub use deployed::{Attach, Deployed, Parts};
pub use deployment::Deployment;
pub use intern::name;
pub use naming::{Named, Naming, check_convention, check_convention_in, check_names, check_names_in};
pub use overlay::Overlay;
pub use report::{UsageTable, Validation};
pub use requirements::Requirements;
pub use scope::Scope;
