//! Terraform: typed expressions, documents, stacks, files.

pub mod app;
pub(crate) mod close;
pub(crate) mod contents;
pub mod convert;
pub(crate) mod cross_stack;
pub mod declare;
mod document;
mod json;
mod local;
mod manifest;
pub(crate) mod mention;
pub mod meta;
mod order;
mod output;
pub(crate) mod provider_block;
mod refactor;
pub mod reference;
mod registrations;
pub mod remote_state;
pub(crate) mod sources;
pub mod stack;
pub mod summary;
pub mod types;
pub mod value;
pub mod variable;
pub(crate) mod write;

pub use app::App;
pub use convert::{IntoTf, items};
pub use declare::Resource;
pub use meta::{ProviderAlias, count_index, each_key, each_value};
pub use reference::{Ref, Tf};
pub use remote_state::RemoteState;
pub use stack::{Stack, StackBuilder};
pub use summary::Summary;
pub use types::{Any, Bool, List, Mapping, Number, Sensitive, Set, Text};
