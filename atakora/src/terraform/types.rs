//! Terraform's types, as markers: `Ref<Text>` is a reference to a string. None of them is ever built.

use std::marker::PhantomData;

/// A string.
pub struct Text;
/// A number, whole or not.
pub struct Number;
/// `true` or `false`.
pub struct Bool;
/// Whatever Terraform's type system cannot tell: `dynamic`, objects.
pub struct Any;
/// An ordered list.
pub struct List<T>(PhantomData<T>);
/// A set: no order, nothing twice.
pub struct Set<T>(PhantomData<T>);
/// A map from strings.
pub struct Mapping<T>(PhantomData<T>);
/// A value that must not stand in a file: it takes references and input variables, never a literal.
pub struct Sensitive<T>(PhantomData<T>);
