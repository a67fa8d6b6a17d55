//! Terraform's meta-arguments: what any resource takes, whatever its provider.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::convert::{IntoKey, IntoTf};
use super::declare::{Handle, Resource};
use super::reference::Ref;
use super::types::{List, Mapping, Number, Set, Text};
use super::value::{Expression, StackId, Value};

/// A second configuration of a provider: another subscription, other features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderAlias {
    /// As a resource names it: `azurerm.hub`.
    pub name: Cow<'static, str>,
}

impl ProviderAlias {
    /// The alias `name`, with the provider in front: `azurerm.hub`.
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        ProviderAlias { name: name.into() }
    }
}

/// What the argument `provider` takes.
#[diagnostic::on_unimplemented(
    message = "`provider` takes the alias of a provider, and `{Self}` is not one",
    label = "not a ProviderAlias"
)]
pub trait IntoProvider {
    /// The alias.
    fn into_provider(self) -> ProviderAlias;
}

#[diagnostic::do_not_recommend]
impl IntoProvider for ProviderAlias {
    fn into_provider(self) -> ProviderAlias {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IntoProvider for &ProviderAlias {
    fn into_provider(self) -> ProviderAlias {
        self.clone()
    }
}

/// What `depends_on` takes beside a list of handles that is written out.
#[diagnostic::on_unimplemented(
    message = "`depends_on` takes handles, and `{Self}` gives none",
    label = "not handles",
    note = "write `depends_on: [a, b]`, or an iterator over handles of one type"
)]
pub trait IntoHandles {
    /// The handles.
    fn into_handles(self) -> Vec<Handle>;
}

#[diagnostic::do_not_recommend]
impl<I: IntoIterator<Item: Resource>> IntoHandles for I {
    fn into_handles(self) -> Vec<Handle> {
        self.into_iter().map(|resource| resource.handle().clone()).collect()
    }
}

/// `each.key` in a resource with `for_each`.
pub fn each_key() -> Ref<Text> {
    Ref::raw(StackId::ANY, "each.key")
}

/// `each.value` in a resource with `for_each`; the type is what the map holds, and the caller knows it.
pub fn each_value<T>() -> Ref<T> {
    Ref::raw(StackId::ANY, "each.value")
}

/// `count.index` in a resource with `count`, from 0.
pub fn count_index() -> Ref<Number> {
    Ref::raw(StackId::ANY, "count.index")
}

/// What `for_each` takes: a map, or a set of texts.
#[diagnostic::on_unimplemented(
    message = "`for_each` takes a map or a set of texts, and `{Self}` is neither",
    label = "expected a map or texts",
    note = "`BTreeMap<K, V>`, `[(key, value); N]`, `[&str; N]`, `Vec<String>`, `BTreeSet<String>`, references to a map or to a set of texts"
)]
pub trait IntoForEach {
    /// The untyped value; data is always a map, since JSON has no sets.
    fn into_for_each(self) -> Value;
}

fn set<K: IntoKey>(keys: impl IntoIterator<Item = K>) -> Value {
    let keys: BTreeMap<_, _> = keys.into_iter().map(|key| (key.into_key(), ())).collect();
    Value::Object(keys.into_keys().map(|key| (key.clone(), Value::Text(key))).collect())
}

#[diagnostic::do_not_recommend]
impl<K: IntoKey, const N: usize> IntoForEach for [K; N] {
    fn into_for_each(self) -> Value {
        set(self)
    }
}

#[diagnostic::do_not_recommend]
impl<K: IntoKey, V: IntoTf<super::types::Any>, const N: usize> IntoForEach for [(K, V); N] {
    fn into_for_each(self) -> Value {
        Value::Object(self.into_iter().map(|(key, value)| (key.into_key(), value.into_tf())).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<K: IntoKey> IntoForEach for Vec<K> {
    fn into_for_each(self) -> Value {
        set(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, K> IntoForEach for &'a [K]
where
    &'a K: IntoKey,
{
    fn into_for_each(self) -> Value {
        set(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, K> IntoForEach for &'a Vec<K>
where
    &'a K: IntoKey,
{
    fn into_for_each(self) -> Value {
        set(self)
    }
}

#[diagnostic::do_not_recommend]
impl<K: IntoKey> IntoForEach for BTreeSet<K> {
    fn into_for_each(self) -> Value {
        set(self)
    }
}

#[diagnostic::do_not_recommend]
impl<K: IntoKey, V: IntoTf<super::types::Any>> IntoForEach for BTreeMap<K, V> {
    fn into_for_each(self) -> Value {
        Value::Object(self.into_iter().map(|(key, value)| (key.into_key(), value.into_tf())).collect())
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoForEach for Ref<Mapping<T>> {
    fn into_for_each(self) -> Value {
        Value::Expression(self.expression().clone())
    }
}

#[diagnostic::do_not_recommend]
impl IntoForEach for Ref<Set<Text>> {
    fn into_for_each(self) -> Value {
        Value::Expression(self.expression().clone())
    }
}

#[diagnostic::do_not_recommend]
impl IntoForEach for Ref<List<Text>> {
    fn into_for_each(self) -> Value {
        let list = self.expression();
        Value::Expression(Expression { text: format!("toset({})", list.text).into(), ..list.clone() })
    }
}

/// What `replace_triggered_by` takes: a resource, or one attribute of it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot trigger a replacement",
    label = "neither a handle nor an attribute of one"
)]
pub trait Trigger {
    /// Terraform's name of it.
    fn trigger(&self) -> Value;
}

#[diagnostic::do_not_recommend]
impl<R: Resource> Trigger for R {
    fn trigger(&self) -> Value {
        Value::Text(Cow::Owned(self.handle().address().to_owned()))
    }
}

#[diagnostic::do_not_recommend]
impl<T> Trigger for Ref<T> {
    fn trigger(&self) -> Value {
        Value::Text(Cow::Owned(self.expression().text.as_ref().to_owned()))
    }
}
