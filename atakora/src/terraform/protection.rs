//! What holds data is not destroyed by mistake: where an app protects it, Terraform refuses a plan that would.
//!
//! `prevent_destroy` is put on when the app closes, because only then the environment is known for sure. Backends decide for
//! themselves what of theirs is protected, and when.

use super::declare::{Block, Mode};
use super::stack::Stack;
use super::value::Value;
use crate::azure::is_kept;

const LIFECYCLE: &str = "lifecycle";
const PREVENT_DESTROY: &str = "prevent_destroy";

/// Protects what the program itself declares in a stack. A second time changes nothing.
pub(crate) fn apply(stack: &Stack) {
    for resource in &mut stack.contents_mut().resources {
        if resource.mode == Mode::Managed && !resource.of_backend && is_kept(&resource.type_name) {
            protect(&mut resource.body);
        }
    }
}

/// `prevent_destroy` in the `lifecycle` of a resource, unless it says something of that itself.
pub(crate) fn protect(body: &mut Block) {
    let mut lifecycle = Block::new();
    lifecycle.put(PREVENT_DESTROY, Value::Bool(true));
    match body.get(LIFECYCLE) {
        None | Some(Value::Null) => {}
        Some(Value::Object(settings)) => {
            settings.iter().for_each(|(name, value)| lifecycle.put(name.clone(), value.clone()));
        }
        // an expression: whoever wrote it said all
        Some(_) => return,
    }
    body.put(LIFECYCLE, lifecycle.into_value());
}
