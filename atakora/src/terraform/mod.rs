//! Terraform: typed expressions, documents, stacks, files.

pub(crate) mod arguments;
pub mod convert;
pub mod declare;
pub mod instances;
pub mod meta;
pub mod reference;
pub mod template;
pub mod types;
pub mod value;

pub use convert::{IntoTf, items};
pub use declare::Resource;
pub use instances::{Counted, ForEach};
pub use meta::{ProviderAlias, count_index, each_key, each_value};
pub use reference::{Ref, Tf};
pub use template::Template;
pub use types::{Any, Bool, List, Mapping, Number, Sensitive, Set, Text};
