//! Terraform: typed expressions, documents, stacks, files.

pub mod value;
