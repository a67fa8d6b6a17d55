//! A deferred value that is there at last.

use std::any::Any;
use std::rc::Rc;

use crate::terraform::value::Value;

/// What was given for a slot, or what an output turned out to be.
///
/// A handle, like [`FunctionApp`](super::FunctionApp), is more than the value that Terraform sees of it, so it is kept as
/// well: a slot of its type gives it back.
#[derive(Clone)]
pub struct Resolved {
    value: Value,
    handle: Option<Rc<dyn Any>>,
}

impl Resolved {
    /// A handle and what Terraform sees of it.
    pub fn typed(value: Value, handle: impl Any) -> Self {
        Resolved { value, handle: Some(Rc::new(handle)) }
    }

    /// What Terraform sees.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The handle, if it is a `T`.
    pub fn handle<T: 'static>(&self) -> Option<&T> {
        self.handle.as_ref()?.downcast_ref()
    }
}

impl From<Value> for Resolved {
    fn from(value: Value) -> Self {
        Resolved { value, handle: None }
    }
}
