//! Typed expressions: what an attribute, a variable or a local is where it is used.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::instances::quoted;
use super::types::{Any, List, Mapping};
use super::value::{Expression, StackId, Value};

/// A reference whose value Terraform knows, of type `T`.
pub struct Ref<T> {
    expression: Expression,
    of: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// A reference with Terraform's own text, which is not looked at.
    pub fn raw(stack: StackId, text: impl Into<Arc<str>>) -> Self {
        Ref { expression: Expression { text: text.into(), stack, sensitive: false }, of: PhantomData }
    }

    /// The same reference, marked as one that Terraform keeps secret.
    pub fn sensitive(mut self) -> Self {
        self.expression.sensitive = true;
        self
    }

    /// The untyped expression.
    pub fn expression(&self) -> &Expression {
        &self.expression
    }

    fn derive<U>(&self, text: String) -> Ref<U> {
        Ref { expression: Expression { text: text.into(), ..self.expression.clone() }, of: PhantomData }
    }
}

impl<T> Ref<List<T>> {
    /// The element at `index`, counted from 0.
    pub fn at(&self, index: usize) -> Ref<T> {
        self.derive(format!("{}[{index}]", self.expression.text))
    }
}

impl<T> Ref<Mapping<T>> {
    /// The value under `key`.
    pub fn get(&self, key: &str) -> Ref<T> {
        self.derive(format!("{}[{}]", self.expression.text, quoted(key)))
    }
}

impl Ref<Any> {
    /// The same reference as one to a `T`, which the caller knows it to be.
    pub fn typed<T>(&self) -> Ref<T> {
        self.derive(self.expression.text.as_ref().to_owned())
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        Ref { expression: self.expression.clone(), of: PhantomData }
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ref({})", self.expression.text)
    }
}

/// A value of type `T`, whatever it was made of: for mixed lists, for functions that return one or the other.
pub struct Tf<T> {
    value: Value,
    of: PhantomData<fn() -> T>,
}

impl<T> Tf<T> {
    /// `value`, which the caller knows to be a `T`.
    pub fn from_value(value: Value) -> Self {
        Tf { value, of: PhantomData }
    }

    /// The untyped value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The untyped value.
    pub fn into_value(self) -> Value {
        self.value
    }
}

impl<T> Clone for Tf<T> {
    fn clone(&self) -> Self {
        Tf { value: self.value.clone(), of: PhantomData }
    }
}

impl<T> fmt::Debug for Tf<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Tf({:?})", self.value)
    }
}
