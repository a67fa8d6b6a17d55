//! The typed door to [`Value`]: what may stand at an argument of which type. Scalars and references here, lists and
//! maps in `collections`, secrets in `secret`.

mod collections;
mod secret;

use std::borrow::Cow;

use super::reference::{Ref, Tf};
use super::types::{Any, Bool, List, Mapping, Number, Set, Text};
use super::value::Value;

pub use collections::{IntoKey, Items, items};
pub use secret::IntoSecret;

/// A value that can stand where Terraform wants a `T`.
#[diagnostic::on_unimplemented(
    message = "this argument takes {T}, and `{Self}` is not one",
    label = "expected {T}, found `{Self}`",
    note = "Text: `&str`, `String`, `template![..]`, `Ref<Text>`; Number: integers, floats, `Ref<Number>`; Bool: `bool`, `Ref<Bool>`",
    note = "List<T>, Set<T>: arrays, `Vec`, slices, `items(iterator)`; Mapping<T>: `BTreeMap`, `HashMap`, `[(key, value); N]`",
    note = "an `Option` needs `name?: value`"
)]
pub trait IntoTf<T> {
    /// The untyped value.
    fn into_tf(self) -> Value;
}

/// What `name?: value` takes: an argument that is not set where the option is empty.
#[diagnostic::on_unimplemented(
    message = "`name?:` takes an Option, and `{Self}` is not one",
    label = "expected an Option of what {T} takes, found `{Self}`",
    note = "write `name: value` for a value that is always there"
)]
pub trait OptTf<T> {
    /// The untyped value, if there is one.
    fn opt_tf(self) -> Option<Value>;
}

#[diagnostic::do_not_recommend]
impl<T, U: IntoTf<T>> OptTf<T> for Option<U> {
    fn opt_tf(self) -> Option<Value> {
        self.map(U::into_tf)
    }
}

#[diagnostic::do_not_recommend]
impl<'a, T, U> OptTf<T> for &'a Option<U>
where
    &'a U: IntoTf<T>,
{
    fn opt_tf(self) -> Option<Value> {
        self.as_ref().map(IntoTf::into_tf)
    }
}

/// Loop variables: `for region in &["eastus", "westeurope"]`.
#[diagnostic::do_not_recommend]
impl<T, U: ?Sized> IntoTf<T> for &&U
where
    for<'a> &'a U: IntoTf<T>,
{
    fn into_tf(self) -> Value {
        (*self).into_tf()
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoTf<T> for Ref<T> {
    fn into_tf(self) -> Value {
        Value::Expression(self.expression().clone())
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoTf<T> for &Ref<T> {
    fn into_tf(self) -> Value {
        Value::Expression(self.expression().clone())
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoTf<T> for Tf<T> {
    fn into_tf(self) -> Value {
        self.into_value()
    }
}

#[diagnostic::do_not_recommend]
impl<T> IntoTf<T> for &Tf<T> {
    fn into_tf(self) -> Value {
        self.value().clone()
    }
}

/// Each scalar at its own type and at `Any`. The second is also for the compiler's sake: of a trait with one
/// implementation it shows that one, from our source, in every error.
macro_rules! scalar {
    ($($marker:ident: $($of:ty)|+, $value:ident => $make:expr;)+) => { $($(
        #[diagnostic::do_not_recommend]
        impl IntoTf<$marker> for $of {
            fn into_tf(self) -> Value {
                let $value = self;
                $make
            }
        }

        #[diagnostic::do_not_recommend]
        impl IntoTf<Any> for $of {
            fn into_tf(self) -> Value {
                <$of as IntoTf<$marker>>::into_tf(self)
            }
        }
    )+)+ };
}

scalar! {
    Text: String, text => Value::Text(Cow::Owned(text));
    Text: &str | &String | &Box<str>, text => Value::Text(Cow::Owned((*text).to_string()));
    Text: Box<str>, text => Value::Text(Cow::Owned(text.into_string()));
    Text: Cow<'_, str> | &Cow<'_, str>, text => Value::Text(Cow::Owned(text.clone().into_owned()));
    Text: char, text => Value::Text(Cow::Owned(text.to_string()));
    Bool: bool, flag => Value::Bool(flag);
    Bool: &bool, flag => Value::Bool(*flag);
    Number: i64, number => Value::Integer(number);
    Number: &i64, number => Value::Integer(*number);
    Number: i8 | i16 | i32 | u8 | u16 | u32, number => Value::Integer(i64::from(number));
    Number: &i8 | &i16 | &i32 | &u8 | &u16 | &u32, number => Value::Integer(i64::from(*number));
    Number: u64 | usize | i128 | u128 | isize, number => integer(number, || number.to_string());
    Number: &u64 | &usize | &i128 | &u128 | &isize, number => integer(*number, || number.to_string());
    Number: f64, number => Value::Float(number);
    Number: &f64, number => Value::Float(*number);
    Number: f32, number => Value::Float(f64::from(number));
    Number: &f32, number => Value::Float(f64::from(*number));
}

/// Terraform's numbers have no limit, JSON's readers do: what does not fit goes as text, which Terraform converts exactly.
fn integer(number: impl TryInto<i64>, text: impl FnOnce() -> String) -> Value {
    number.try_into().map_or_else(|_| Value::Text(Cow::Owned(text())), Value::Integer)
}

#[diagnostic::do_not_recommend]
impl IntoTf<Any> for Value {
    fn into_tf(self) -> Value {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IntoTf<Any> for &Value {
    fn into_tf(self) -> Value {
        self.clone()
    }
}

/// A reference or a value of any known type where the type is not known.
macro_rules! anything {
    ($([$($parameter:ident)?] $of:ty),+ $(,)?) => { $(
        #[diagnostic::do_not_recommend]
        impl$(<$parameter>)? IntoTf<Any> for Ref<$of> {
            fn into_tf(self) -> Value {
                Value::Expression(self.expression().clone())
            }
        }

        #[diagnostic::do_not_recommend]
        impl$(<$parameter>)? IntoTf<Any> for &Ref<$of> {
            fn into_tf(self) -> Value {
                Value::Expression(self.expression().clone())
            }
        }

        #[diagnostic::do_not_recommend]
        impl$(<$parameter>)? IntoTf<Any> for Tf<$of> {
            fn into_tf(self) -> Value {
                self.into_value()
            }
        }
    )+ };
}

anything!([] Text, [] Number, [] Bool, [T] List<T>, [T] Set<T>, [T] Mapping<T>);

impl<T> Tf<T> {
    /// `value` as one type, so that literals and references can stand in one list or come out of one function.
    pub fn new(value: impl IntoTf<T>) -> Self {
        Tf::from_value(value.into_tf())
    }
}
