//! `locals`: a value with a name, written once and used often.

use std::sync::Arc;

use super::convert::IntoTf;
use super::reference::Ref;
use super::stack::Stack;
use super::value::Value;
use crate::check::document::names;

/// A named value.
pub(crate) struct Local {
    pub name: String,
    pub value: Value,
}

impl Stack {
    /// Names a value; the reference means it.
    #[track_caller]
    pub fn local<T>(&self, name: impl Into<String>, value: impl IntoTf<T>) -> Ref<T> {
        let (name, value) = (name.into(), value.into_tf());
        let reference = Ref::raw(self.id(), format!("local.{name}"));
        let source = self.source();
        let mut contents = self.contents_mut();
        contents.problems.extend(names::identifier("local", &name, self.name()));
        let address: Arc<str> = Arc::clone(&reference.expression().text);
        if contents.take_address(self.name(), &address, source) {
            contents.locals.push(Local { name, value });
        }
        reference
    }
}
