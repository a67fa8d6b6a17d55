//! How a resource gets into a stack: `resource!` builds a [`Declaration`], whoever implements [`Declare`] keeps it.

use std::borrow::Cow;
use std::sync::Arc;

use super::reference::Ref;
use super::value::{Key, StackId, Value};
use crate::check::Rule;

/// The arguments of a resource or of a block in it, in the order in which they were set.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    arguments: Vec<(Key, Value)>,
}

impl Block {
    /// No arguments yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// These arguments, of which none is there twice. They stay until the app is written, so they take no more room than
    /// they need.
    pub(crate) fn of(mut arguments: Vec<(Key, Value)>) -> Self {
        arguments.shrink_to_fit();
        Block { arguments }
    }

    /// Sets an argument, or replaces it.
    pub fn put(&mut self, name: impl Into<Key>, value: Value) {
        let name = name.into();
        match self.arguments.iter_mut().find(|(key, _)| *key == name) {
            Some((_, old)) => *old = value,
            None => {
                self.arguments.reserve_exact(1);
                self.arguments.push((name, value));
            }
        }
    }

    /// Appends a repeated block.
    pub fn push(&mut self, name: &'static str, block: Block) {
        let block = block.into_value();
        match self.arguments.iter_mut().find(|(key, _)| key == name) {
            Some((_, Value::List(blocks))) => blocks.push(block),
            Some((_, old)) => *old = Value::List(vec![block]),
            None => self.arguments.push((Cow::Borrowed(name), Value::List(vec![block]))),
        }
    }

    /// The value of an argument.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.arguments.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// All arguments, in the order in which they were set.
    pub fn arguments(&self) -> &[(Key, Value)] {
        &self.arguments
    }

    /// As the value of a block.
    pub fn into_value(self) -> Value {
        Value::Object(self.arguments)
    }
}

/// Resource or data source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mode {
    /// Terraform makes and owns it.
    Managed,
    /// Terraform reads it.
    Data,
}

/// Where in the user's source something was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// As the compiler names it: `file!()`.
    pub file: &'static str,
    /// `CARGO_MANIFEST_DIR` of the crate that wrote it.
    pub crate_dir: &'static str,
    /// From 1.
    pub line: u32,
}

/// A resource or data source on its way into a stack.
#[derive(Clone, Debug)]
pub struct Declaration {
    /// Resource or data source.
    pub mode: Mode,
    /// Like `azurerm_subnet`.
    pub type_name: &'static str,
    /// Terraform's name for it, unique in the stack for its type.
    pub name: Cow<'static, str>,
    /// All arguments, meta-arguments included.
    pub body: Block,
    /// Whether its type takes tags: then it gets those of the stack.
    pub takes_tags: bool,
    /// Paths of arguments that no rule about a single argument looks at: `override` has set them.
    pub unjudged: Vec<String>,
    /// What is wrong with it that only the running program could see; reported when the app closes.
    pub problems: Vec<String>,
    /// What of it has an announced end; told in the summary.
    pub retires: Vec<&'static Rule>,
    /// Where it was written.
    pub source: Source,
}

/// Something that takes resources: a stack, or the scope that a provider emits into.
#[diagnostic::on_unimplemented(
    message = "resources cannot be declared in `{Self}`",
    label = "not a stack",
    note = "the first argument of `resource!` is a stack, or the scope of a provider"
)]
pub trait Declare {
    /// Takes the resource; the handle refers to it.
    fn declare(&self, declaration: Declaration) -> Handle;
}

#[diagnostic::do_not_recommend]
impl<D: Declare + ?Sized> Declare for &D {
    fn declare(&self, declaration: Declaration) -> Handle {
        (**self).declare(declaration)
    }
}

#[diagnostic::do_not_recommend]
impl<D: Declare + ?Sized> Declare for &mut D {
    fn declare(&self, declaration: Declaration) -> Handle {
        (**self).declare(declaration)
    }
}

/// A declared resource, untyped; `resource!` wraps it in a type that has a method for each attribute.
#[derive(Clone, Debug)]
pub struct Handle {
    stack: StackId,
    address: Arc<str>,
}

impl Handle {
    /// The handle of a resource that was taken into `stack` under `address`.
    pub fn new(stack: StackId, address: impl Into<Arc<str>>) -> Self {
        Handle { stack, address: address.into() }
    }

    /// Like `azurerm_subnet.private`, with `data.` in front for a data source.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Where it was declared.
    pub fn stack(&self) -> StackId {
        self.stack
    }

    /// A reference to an attribute, by its path in Terraform's syntax.
    pub fn attribute<T>(&self, path: &str) -> Ref<T> {
        Ref::raw(self.stack, [&*self.address, ".", path].concat())
    }
}

/// Anything that stands for a declared resource: what `depends_on` takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a resource",
    label = "not a handle",
    note = "handles come from `resource!` and `data!`"
)]
pub trait Resource {
    /// The untyped handle.
    fn handle(&self) -> &Handle;
}

#[diagnostic::do_not_recommend]
impl Resource for Handle {
    fn handle(&self) -> &Handle {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<R: Resource + ?Sized> Resource for &R {
    fn handle(&self) -> &Handle {
        (**self).handle()
    }
}
