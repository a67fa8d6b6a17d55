//! Terraform: typed expressions, documents, stacks, files.

pub mod declare;
pub mod reference;
pub mod stack;
pub mod types;
pub mod value;
