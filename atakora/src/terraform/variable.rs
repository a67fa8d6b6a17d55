//! `variable`: what a stack asks of whoever applies it.

use std::borrow::Cow;
use std::marker::PhantomData;
use std::sync::Arc;

use super::convert::IntoTf;
use super::json::is_literal;
use super::reference::Ref;
use super::stack::Stack;
use super::types::{Any, Bool, List, Mapping, Number, Set, Text};
use super::value::{StackId, Value};
use crate::check::document::names;

/// An input variable of a stack.
pub(crate) struct Variable {
    pub name: String,
    pub type_expression: Cow<'static, str>,
    pub description: Option<String>,
    pub default: Option<Value>,
    pub sensitive: bool,
}

/// A type that an input variable can have.
#[diagnostic::on_unimplemented(message = "an input variable cannot have the type `{Self}`")]
pub trait VariableType {
    /// Terraform's name for it: `list(string)`.
    fn type_expression() -> Cow<'static, str>;
}

macro_rules! scalars {
    ($($marker:ident $name:literal;)+) => { $(
        impl VariableType for $marker {
            fn type_expression() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    )+ };
}

macro_rules! collections {
    ($($marker:ident $name:literal;)+) => { $(
        impl<T: VariableType> VariableType for $marker<T> {
            fn type_expression() -> Cow<'static, str> {
                Cow::Owned(format!(concat!($name, "({})"), T::type_expression()))
            }
        }
    )+ };
}

scalars! {
    Text "string";
    Number "number";
    Bool "bool";
    Any "any";
}

collections! {
    List "list";
    Set "set";
    Mapping "map";
}

/// An input variable on its way into a stack; [`VariableBuilder::declare`] puts it there.
#[must_use = "an input variable is there only after `declare()`"]
pub struct VariableBuilder<'a, T> {
    stack: &'a Stack,
    variable: Variable,
    of: PhantomData<fn() -> T>,
}

impl<T: VariableType> VariableBuilder<'_, T> {
    /// What Terraform shows when it asks for the value.
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.variable.description = Some(description.into());
        self
    }

    /// The value where none is given. It must be data: Terraform allows no expression here.
    pub fn default(mut self, default: impl IntoTf<T>) -> Self {
        self.variable.default = Some(default.into_tf());
        self
    }

    /// Terraform does not print it; a reference to it may stand at a secret argument.
    pub fn sensitive(mut self) -> Self {
        self.variable.sensitive = true;
        self
    }

    /// Puts the variable into the stack.
    #[track_caller]
    pub fn declare(self) -> Ref<T> {
        let VariableBuilder { stack, variable, .. } = self;
        let reference = reference(stack.id(), &variable);
        let source = stack.source();
        let mut contents = stack.contents_mut();
        contents.problems.extend(names::identifier("variable", &variable.name, stack.name()));
        if variable.default.as_ref().is_some_and(|default| !is_literal(default)) {
            contents.problems.push(names::default_not_literal(stack.name(), &variable.name));
        }
        let address: Arc<str> = Arc::clone(&reference.expression().text);
        if contents.take_address(stack.name(), &address, source) {
            contents.variables.push(variable);
        }
        reference
    }
}

fn reference<T>(stack: StackId, variable: &Variable) -> Ref<T> {
    let reference = Ref::raw(stack, format!("var.{}", variable.name));
    if variable.sensitive { reference.sensitive() } else { reference }
}

impl Stack {
    /// An input variable: `stack.variable::<Number>("capacity").default(3).declare()`.
    pub fn variable<T: VariableType>(&self, name: impl Into<String>) -> VariableBuilder<'_, T> {
        let variable = Variable {
            name: name.into(),
            type_expression: T::type_expression(),
            description: None,
            default: None,
            sensitive: false,
        };
        VariableBuilder { stack: self, variable, of: PhantomData }
    }

    /// A secret that whoever applies the stack gives, in a file or as `TF_VAR_name`: it stands in no document.
    /// Asking for one name twice gives the same variable.
    #[track_caller]
    pub fn secret(&self, name: impl Into<String>) -> Ref<Text> {
        let secret = self.variable::<Text>(name).sensitive();
        let there = self.contents().variables.iter().any(|variable| {
            variable.name == secret.variable.name && variable.sensitive && variable.type_expression == "string"
        });
        if there { reference(self.id(), &secret.variable) } else { secret.declare() }
    }
}
