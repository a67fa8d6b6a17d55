//! The files of a package, put together from what has its names at compile time and written as they are walked through.

use std::borrow::Cow;

use crate::terraform::json::{self, Literal};
use crate::terraform::value::Value;

pub(super) fn text(text: impl Into<Cow<'static, str>>) -> Value {
    Value::Text(text.into())
}

pub(super) fn optional(text: Option<String>) -> Value {
    text.map_or(Value::Null, self::text)
}

pub(super) fn list(items: impl IntoIterator<Item = Value>) -> Value {
    Value::List(items.into_iter().collect())
}

/// Written in the order of the names, whatever the order here.
pub(super) fn object(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::Object(entries.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect())
}

/// The content of a file. No text in it is a template of Terraform.
pub(super) fn file(value: &Value) -> Vec<u8> {
    let mut text = Vec::with_capacity(512);
    // objects have names for keys: there is nothing that cannot be written
    let _ = json::write(&Literal(value), &mut text);
    // it is kept until all stacks are closed
    text.shrink_to_fit();
    text
}
