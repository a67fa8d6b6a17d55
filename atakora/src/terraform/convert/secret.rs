//! What may stand at an argument that Terraform keeps secret: a reference, and text around one. Never data, which
//! would stand in the file.

use super::IntoTf;
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::{List, Mapping, Sensitive, Set};
use crate::terraform::value::Value;

/// A value for a secret argument; `T` is [`Sensitive`], or a collection of it.
#[diagnostic::on_unimplemented(
    message = "this argument is secret: `{Self}` would stand in the file and in the state",
    label = "expected a reference, found `{Self}`",
    note = "take it as an input variable: `stack.secret(\"name\")`, or read it from another resource",
    note = "a secret map takes `[(key, reference); N]`"
)]
pub trait IntoSecret<T> {
    /// The untyped value.
    fn into_secret(self) -> Value;
}

#[diagnostic::do_not_recommend]
impl<T, U: IntoTf<T>> IntoSecret<T> for U {
    fn into_secret(self) -> Value {
        self.into_tf()
    }
}

macro_rules! references {
    ($($to:ty: $of:ty;)+) => { $(
        #[diagnostic::do_not_recommend]
        impl<T> IntoTf<$to> for Ref<$of> {
            fn into_tf(self) -> Value {
                Value::Expression(self.expression().clone())
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T> IntoTf<$to> for &Ref<$of> {
            fn into_tf(self) -> Value {
                Value::Expression(self.expression().clone())
            }
        }

        /// What is in it shows when it runs.
        #[diagnostic::do_not_recommend]
        impl<T> IntoTf<$to> for Tf<$of> {
            fn into_tf(self) -> Value {
                self.into_value()
            }
        }
    )+ };
}

references! {
    Sensitive<T>: T;
    List<Sensitive<T>>: List<T>;
    Set<Sensitive<T>>: Set<T>;
    Mapping<Sensitive<T>>: Mapping<T>;
}
