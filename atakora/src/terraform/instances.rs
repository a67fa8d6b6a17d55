//! Typed handles: what `resource!` returns, and what it returns for a resource with `for_each` or `count`, of which there
//! are several.

use std::fmt::Write;
use std::marker::PhantomData;

use super::convert::IntoTf;
use super::declare::{Handle, Resource};
use super::reference::Ref;
use super::types::{List, Number, Text};
use super::value::{Piece, Value};

/// A handle with a method for each attribute of its resource type.
pub trait TypedResource: Resource + Sized {
    /// The typed form of a handle, which the caller knows to be of this type.
    fn from_handle(handle: Handle) -> Self;
}

/// A handle of the resource type whose name has the hash `TYPE`, so that handles of one type convert into each other
/// and of others do not.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handle of that type",
    label = "a handle of another type",
    note = "handles come from `resource!` and `data!`, types for them from `resource_type!`"
)]
pub trait OfType<const TYPE: u64>: Resource {
    /// The untyped handle, of which the caller now knows the type.
    fn checked(&self) -> &Handle {
        self.handle()
    }
}

#[diagnostic::do_not_recommend]
impl<R: OfType<TYPE>, const TYPE: u64> OfType<TYPE> for &R {}

/// A type that can be the handle of a new resource of the type `TYPE`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handle of that type",
    label = "not a handle of the type on the right",
    note = "`resource_type! {{ pub Name = the_type }}` makes one"
)]
pub trait HandleFor<const TYPE: u64>: Sized {
    /// The handle of one resource.
    fn one(handle: Handle) -> Self;
    /// The handle of a resource with `for_each`.
    fn for_each(all: Handle) -> ForEach<Self>;
    /// The handle of a resource with `count`.
    fn counted(all: Handle) -> Counted<Self>;
}

#[diagnostic::do_not_recommend]
impl<R: TypedResource + OfType<TYPE>, const TYPE: u64> HandleFor<TYPE> for R {
    fn one(handle: Handle) -> Self {
        Self::from_handle(handle)
    }

    fn for_each(all: Handle) -> ForEach<Self> {
        ForEach { all, each: PhantomData }
    }

    fn counted(all: Handle) -> Counted<Self> {
        Counted { all, each: PhantomData }
    }
}

/// The handle of a resource with `for_each`.
#[derive(Clone, Debug)]
pub struct ForEach<R> {
    all: Handle,
    each: PhantomData<fn() -> R>,
}

/// The handle of a resource with `count`.
#[derive(Clone, Debug)]
pub struct Counted<R> {
    all: Handle,
    each: PhantomData<fn() -> R>,
}

impl<R: TypedResource> ForEach<R> {
    /// The one for `key`.
    pub fn at(&self, key: impl IntoTf<Text>) -> R {
        instance(&self.all, &key.into_tf())
    }

    /// An attribute of all of them, in the order of their keys: `zones.all(|zone| zone.id())`.
    pub fn all<T>(&self, attribute: impl FnOnce(&R) -> Ref<T>) -> Ref<List<T>> {
        splat(&self.all, format!("values({})[*]", self.all.address()), attribute)
    }
}

impl<R: TypedResource> Counted<R> {
    /// The one at `index`, from 0.
    pub fn at(&self, index: impl IntoTf<Number>) -> R {
        instance(&self.all, &index.into_tf())
    }

    /// An attribute of all of them, in the order of their numbers: `disks.all(|disk| disk.id())`.
    pub fn all<T>(&self, attribute: impl FnOnce(&R) -> Ref<T>) -> Ref<List<T>> {
        splat(&self.all, format!("{}[*]", self.all.address()), attribute)
    }
}

#[diagnostic::do_not_recommend]
impl<R> Resource for ForEach<R> {
    fn handle(&self) -> &Handle {
        &self.all
    }
}

#[diagnostic::do_not_recommend]
impl<R> Resource for Counted<R> {
    fn handle(&self) -> &Handle {
        &self.all
    }
}

fn instance<R: TypedResource>(all: &Handle, key: &Value) -> R {
    R::from_handle(Handle::new(all.stack(), format!("{}[{}]", all.address(), hcl(key))))
}

fn splat<R: TypedResource, T>(all: &Handle, address: String, attribute: impl FnOnce(&R) -> Ref<T>) -> Ref<List<T>> {
    let one = attribute(&R::from_handle(Handle::new(all.stack(), address)));
    let list = Ref::raw(all.stack(), one.expression().text.clone());
    if one.expression().sensitive { list.sensitive() } else { list }
}

/// A scalar in Terraform's own syntax, for the inside of an expression.
fn hcl(value: &Value) -> String {
    let mut text = String::new();
    match value {
        Value::Integer(number) => text = number.to_string(),
        Value::Float(number) => text = number.to_string(),
        Value::Expression(expression) => text.push_str(&expression.text),
        Value::Text(data) => text = quoted(data),
        Value::Template(pieces) => {
            text.push('"');
            for piece in pieces {
                match piece {
                    Piece::Text(data) => escaped(&mut text, data),
                    Piece::Expression(expression) => {
                        let _ = write!(text, "${{{}}}", expression.text);
                    }
                }
            }
            text.push('"');
        }
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Object(_) | Value::Pending(_) => text.push_str("null"),
    }
    text
}

/// Data as a string in Terraform's own syntax.
pub(super) fn quoted(data: &str) -> String {
    let mut text = String::from("\"");
    escaped(&mut text, data);
    text.push('"');
    text
}

fn escaped(out: &mut String, data: &str) {
    let mut rest = data.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if rest.peek() == Some(&'{') => {
                out.push(letter);
                out.push(letter);
            }
            letter => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_data_in_an_expression_too() {
        assert_eq!(hcl(&Value::Text("a\"b\\c${d}%{e}$f".into())), r#""a\"b\\c$${d}%%{e}$f""#);
        assert_eq!(hcl(&Value::Integer(3)), "3");
    }
}
