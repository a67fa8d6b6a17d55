//! What an argument holds: data, expressions, and the two mixed. Untyped; [`super::convert`] is the typed door.

use std::borrow::Cow;
use std::sync::Arc;

/// The name of an argument or the key of a map.
pub type Key = Cow<'static, str>;

/// The value of one argument in a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// JSON null: the argument is there and unset.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number, written without a decimal point.
    Integer(i64),
    /// Any other number.
    Float(f64),
    /// Data. `${` and `%{` in it are escaped when it is written.
    Text(Cow<'static, str>),
    /// `${…}`: an expression alone, which keeps its type.
    Expression(Expression),
    /// Text with expressions in it.
    Template(Vec<Piece>),
    /// A list, a set, or repeated blocks.
    List(Vec<Value>),
    /// A map, an object, or one block. Written in the order of the keys, whatever the order here.
    Object(Vec<(Key, Value)>),
    /// Filled in before the stack closes.
    Pending(Pending),
}

/// A value that a stack has promised: what stands there is known only after something else has been emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    pub(crate) stack: StackId,
    pub(crate) index: u32,
}

impl Pending {
    /// What goes into a document in its place.
    pub fn value(self) -> Value {
        Value::Pending(self)
    }
}

/// A part of a [`Value::Template`].
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Data, escaped when it is written.
    Text(Cow<'static, str>),
    /// An expression.
    Expression(Expression),
}

/// A Terraform expression and the stack in which it means something.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// Terraform's own syntax, without `${` and `}`.
    pub text: Arc<str>,
    /// Where it can be evaluated. Used elsewhere, it becomes an output there and a remote-state read here.
    pub stack: StackId,
    /// Whether Terraform treats its value as secret.
    pub sensitive: bool,
}

/// A stack of the app, by its position in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StackId(pub u32);

impl StackId {
    /// An expression that means the same in every stack: a function call on constants, `each.key`.
    pub const ANY: StackId = StackId(u32::MAX);
}
