//! Lists, sets and maps of whatever converts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::IntoTf;
use crate::terraform::reference::Ref;
use crate::terraform::types::{Any, List, Mapping, Set};
use crate::terraform::value::{Expression, Key, Value};

/// An iterator as a list, a set, or (of pairs) a map.
pub struct Items<I>(I);

/// Any iterator where a list, a set or a map is wanted: `address_prefixes: items(subnets.iter().map(..))`.
pub fn items<I: IntoIterator>(items: I) -> Items<I> {
    Items(items)
}

fn list<T, U: IntoTf<T>>(items: impl IntoIterator<Item = U>) -> Value {
    Value::List(items.into_iter().map(U::into_tf).collect())
}

fn map<T, K: IntoKey, U: IntoTf<T>>(pairs: impl IntoIterator<Item = (K, U)>) -> Value {
    Value::Object(pairs.into_iter().map(|(key, value)| (key.into_key(), value.into_tf())).collect())
}

macro_rules! sequences {
    ($($to:ty),+) => { $(
        #[diagnostic::do_not_recommend]
        impl<T, U: IntoTf<T>, const N: usize> IntoTf<$to> for [U; N] {
            fn into_tf(self) -> Value {
                list::<T, U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T, U, const N: usize> IntoTf<$to> for &'a [U; N]
        where
            &'a U: IntoTf<T>,
        {
            fn into_tf(self) -> Value {
                list::<T, &U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T, U> IntoTf<$to> for &'a [U]
        where
            &'a U: IntoTf<T>,
        {
            fn into_tf(self) -> Value {
                list::<T, &U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T, U: IntoTf<T>> IntoTf<$to> for Vec<U> {
            fn into_tf(self) -> Value {
                list::<T, U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T, U> IntoTf<$to> for &'a Vec<U>
        where
            &'a U: IntoTf<T>,
        {
            fn into_tf(self) -> Value {
                list::<T, &U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T, U: IntoTf<T>> IntoTf<$to> for BTreeSet<U> {
            fn into_tf(self) -> Value {
                list::<T, U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T, U> IntoTf<$to> for &'a BTreeSet<U>
        where
            &'a U: IntoTf<T>,
        {
            fn into_tf(self) -> Value {
                list::<T, &U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T, I: IntoIterator<Item: IntoTf<T>>> IntoTf<$to> for Items<I> {
            fn into_tf(self) -> Value {
                list::<T, I::Item>(self.0)
            }
        }
    )+ };
}

sequences!(List<T>, Set<T>);

/// What can be the key of a map.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the key of a map",
    label = "not text",
    note = "keys are `&str` or `String`"
)]
pub trait IntoKey {
    /// The key.
    fn into_key(self) -> Key;
}

impl IntoKey for &str {
    fn into_key(self) -> Key {
        Cow::Owned(self.to_owned())
    }
}

impl IntoKey for String {
    fn into_key(self) -> Key {
        Cow::Owned(self)
    }
}

impl IntoKey for Cow<'_, str> {
    fn into_key(self) -> Key {
        Cow::Owned(self.into_owned())
    }
}

impl<K: Clone + IntoKey> IntoKey for &K {
    fn into_key(self) -> Key {
        self.clone().into_key()
    }
}

#[diagnostic::do_not_recommend]
impl<T, K: IntoKey, U: IntoTf<T>, const N: usize> IntoTf<Mapping<T>> for [(K, U); N] {
    fn into_tf(self) -> Value {
        map::<T, K, U>(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T, K, U, const N: usize> IntoTf<Mapping<T>> for &'a [(K, U); N]
where
    &'a K: IntoKey,
    &'a U: IntoTf<T>,
{
    fn into_tf(self) -> Value {
        map::<T, &K, &U>(self.iter().map(|(key, value)| (key, value)))
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T, K, U> IntoTf<Mapping<T>> for &'a [(K, U)]
where
    &'a K: IntoKey,
    &'a U: IntoTf<T>,
{
    fn into_tf(self) -> Value {
        map::<T, &K, &U>(self.iter().map(|(key, value)| (key, value)))
    }
}

#[diagnostic::do_not_recommend]
impl<T, K: IntoKey, U: IntoTf<T>> IntoTf<Mapping<T>> for Vec<(K, U)> {
    fn into_tf(self) -> Value {
        map::<T, K, U>(self)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T, K, U> IntoTf<Mapping<T>> for &'a Vec<(K, U)>
where
    &'a K: IntoKey,
    &'a U: IntoTf<T>,
{
    fn into_tf(self) -> Value {
        map::<T, &K, &U>(self.iter().map(|(key, value)| (key, value)))
    }
}

#[diagnostic::do_not_recommend]
impl<T, K: IntoKey, U: IntoTf<T>, I: IntoIterator<Item = (K, U)>> IntoTf<Mapping<T>> for Items<I> {
    fn into_tf(self) -> Value {
        map::<T, K, U>(self.0)
    }
}

macro_rules! maps {
    ($($to:ty: $($map:ident)|+;)+) => { $($(
        #[diagnostic::do_not_recommend]
        impl<T, K: IntoKey, U: IntoTf<T>> IntoTf<$to> for $map<K, U> {
            fn into_tf(self) -> Value {
                map::<T, K, U>(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, T, K, U> IntoTf<$to> for &'a $map<K, U>
        where
            &'a K: IntoKey,
            &'a U: IntoTf<T>,
        {
            fn into_tf(self) -> Value {
                map::<T, &K, &U>(self)
            }
        }
    )+)+ };
}

maps!(Mapping<T>: BTreeMap | HashMap;);

#[diagnostic::do_not_recommend]
impl<U: IntoTf<Any>> IntoTf<Any> for Vec<U> {
    fn into_tf(self) -> Value {
        list::<Any, U>(self)
    }
}

#[diagnostic::do_not_recommend]
impl<U: IntoTf<Any>, const N: usize> IntoTf<Any> for [U; N] {
    fn into_tf(self) -> Value {
        list::<Any, U>(self)
    }
}

#[diagnostic::do_not_recommend]
impl<K: IntoKey, U: IntoTf<Any>> IntoTf<Any> for BTreeMap<K, U> {
    fn into_tf(self) -> Value {
        map::<Any, K, U>(self)
    }
}

/// Terraform makes a set of a list by itself.
#[diagnostic::do_not_recommend]
impl<T> IntoTf<Set<T>> for Ref<List<T>> {
    fn into_tf(self) -> Value {
        Value::Expression(self.expression().clone())
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoTf<Set<T>> for &Ref<List<T>> {
    fn into_tf(self) -> Value {
        Value::Expression(self.expression().clone())
    }
}

/// A set's elements come sorted.
#[diagnostic::do_not_recommend]
impl<T> IntoTf<List<T>> for Ref<Set<T>> {
    fn into_tf(self) -> Value {
        to_list(self.expression())
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoTf<List<T>> for &Ref<Set<T>> {
    fn into_tf(self) -> Value {
        to_list(self.expression())
    }
}

fn to_list(set: &Expression) -> Value {
    Value::Expression(Expression { text: format!("tolist({})", set.text).into(), ..set.clone() })
}
