//! `output`: what a stack tells whoever applies it.

use super::convert::IntoTf;
use super::stack::Stack;
use super::types::Any;
use super::value::Value;
use crate::check::document::names;

/// An output that the user named.
pub(crate) struct Output {
    pub name: String,
    pub value: Value,
    pub sensitive: bool,
}

impl Stack {
    /// An output under exactly this name. It is sensitive by itself if a secret is in it.
    pub fn output(&self, name: impl Into<String>, value: impl IntoTf<Any>) {
        self.put_output(name.into(), value.into_tf(), false);
    }

    /// An output that Terraform does not print.
    pub fn sensitive_output(&self, name: impl Into<String>, value: impl IntoTf<Any>) {
        self.put_output(name.into(), value.into_tf(), true);
    }

    fn put_output(&self, name: String, value: Value, sensitive: bool) {
        let mut contents = self.contents_mut();
        contents.problems.extend(names::identifier("output", &name, self.name()));
        if contents.outputs.iter().any(|output| output.name == name) {
            contents.problems.push(names::output_twice(self.name(), &name));
        } else {
            contents.outputs.push(Output { name, value, sensitive });
        }
    }
}
