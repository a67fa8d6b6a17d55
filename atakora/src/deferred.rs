//! Values that a constant can name but only the running program has: outputs of other components, slots, and what a
//! provider will have made.

use std::fmt;
use std::marker::PhantomData;

use crate::merge::{Blank, KeyPart};
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types;
use crate::terraform::value::{Piece, Value};

/// A value of type `T` that does not exist yet.
pub struct Deferred<T> {
    pub(crate) origin: Origin,
    of: PhantomData<fn() -> T>,
}

/// Where a deferred value comes from.
#[derive(Clone, Copy, Debug)]
pub enum Origin {
    /// An output of a component of this backend.
    Component {
        /// The component.
        component: &'static str,
        /// The output.
        output: &'static str,
    },
    /// Given to the backend when it is made.
    Slot(&'static str),
    /// Of the resource that a provider made for the component that asks.
    Provider {
        /// The provider's id.
        provider: &'static str,
        /// The name under which it knows the value.
        output: &'static str,
    },
}

impl Origin {
    /// Whether both are the same.
    pub const fn same(&self, other: &Self) -> bool {
        use crate::check::same_text;
        match (self, other) {
            (Origin::Component { component: a, output: x }, Origin::Component { component: b, output: y })
            | (Origin::Provider { provider: a, output: x }, Origin::Provider { provider: b, output: y }) => {
                same_text(a, b) && same_text(x, y)
            }
            (Origin::Slot(a), Origin::Slot(b)) => same_text(a, b),
            _ => false,
        }
    }
}

impl<T> Clone for Deferred<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Deferred<T> {}

impl<T> fmt::Debug for Deferred<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.origin.fmt(f)
    }
}

impl<T> Deferred<T> {
    /// An output of a component of the same backend.
    pub const fn component(component: &'static str, output: &'static str) -> Self {
        Deferred { origin: Origin::Component { component, output }, of: PhantomData }
    }

    /// A value of the resource that a provider makes for the component that asks.
    pub const fn provider(provider: &'static str, output: &'static str) -> Self {
        Deferred { origin: Origin::Provider { provider, output }, of: PhantomData }
    }

    /// Whether both are the same.
    pub const fn same(&self, other: &Self) -> bool {
        self.origin.same(&other.origin)
    }

    /// Where it comes from.
    pub const fn origin(self) -> Origin {
        self.origin
    }
}

impl Blank for Origin {
    const BLANK: Self = Origin::Slot("");
}

impl<T> Blank for Deferred<T> {
    const BLANK: Self = Deferred { origin: Origin::BLANK, of: PhantomData };
}

/// What `given(name: T)` in a backend becomes.
pub struct Slot<T>(PhantomData<T>);

impl<T> Slot<T> {
    /// The slot of that name; the value is a field of what the backend's `new` takes.
    #[allow(clippy::new_ret_no_self)]
    pub const fn new(name: &'static str) -> Deferred<T> {
        Deferred { origin: Origin::Slot(name), of: PhantomData }
    }
}

/// What can be given for a slot.
#[diagnostic::on_unimplemented(message = "a slot cannot hold `{Self}`", label = "not a value that a stack knows")]
pub trait Given {
    /// The value.
    fn into_value(self) -> Value;
}

/// What can be the value of an app setting.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an app setting",
    label = "not a text, a number or an endpoint"
)]
pub trait AppSetting: Given + Sized {
    /// Its value.
    fn into_app_setting(self) -> Value {
        self.into_value()
    }
}

/// The address of something that answers HTTP, like `https://func-shop.azurewebsites.net/api/users`.
#[derive(Clone, Debug)]
pub struct Endpoint(Value);

impl Endpoint {
    /// An address that is known when the program runs.
    pub fn new(url: impl Into<String>) -> Self {
        Endpoint(Value::Text(url.into().into()))
    }

    /// `https://`, the host, and a path that begins with `/`.
    pub fn on(host: &Ref<types::Text>, path: &str) -> Self {
        Endpoint(Value::Template(vec![
            Piece::Text("https://".into()),
            Piece::Expression(host.expression().clone()),
            Piece::Text(path.to_owned().into()),
        ]))
    }

    /// The address that a resource has as an attribute.
    pub fn from_reference(url: &Ref<types::Text>) -> Self {
        Endpoint(Value::Expression(url.expression().clone()))
    }

    /// The untyped value.
    pub fn value(&self) -> &Value {
        &self.0
    }
}

#[diagnostic::do_not_recommend]
impl IntoTf<types::Text> for Endpoint {
    fn into_tf(self) -> Value {
        self.0
    }
}

#[diagnostic::do_not_recommend]
impl IntoTf<types::Any> for Endpoint {
    fn into_tf(self) -> Value {
        self.0
    }
}

#[diagnostic::do_not_recommend]
impl Given for Endpoint {
    fn into_value(self) -> Value {
        self.0
    }
}

#[diagnostic::do_not_recommend]
impl<T> Given for Ref<T> {
    fn into_value(self) -> Value {
        Value::Expression(self.expression().clone())
    }
}

#[diagnostic::do_not_recommend]
impl<T> Given for Tf<T> {
    fn into_value(self) -> Value {
        Tf::into_value(self)
    }
}

#[diagnostic::do_not_recommend]
impl Given for String {
    fn into_value(self) -> Value {
        Value::Text(self.into())
    }
}

#[diagnostic::do_not_recommend]
impl AppSetting for Endpoint {}
#[diagnostic::do_not_recommend]
impl AppSetting for String {}
#[diagnostic::do_not_recommend]
impl AppSetting for Ref<types::Text> {}
#[diagnostic::do_not_recommend]
impl AppSetting for Ref<types::Number> {}
#[diagnostic::do_not_recommend]
impl AppSetting for Ref<types::Bool> {}
#[diagnostic::do_not_recommend]
impl AppSetting for Tf<types::Text> {}

/// The value of an app setting, as a constant.
#[derive(Clone, Copy, Debug)]
pub enum EnvValue {
    /// Text.
    Text(&'static str),
    /// A number, written in decimal.
    Number(i64),
    /// `true` or `false`.
    Bool(bool),
    /// A value that only the running program has.
    Deferred(Origin),
}

impl EnvValue {
    /// Whether both are the same.
    pub const fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (EnvValue::Text(a), EnvValue::Text(b)) => crate::check::same_text(a, b),
            (EnvValue::Number(a), EnvValue::Number(b)) => *a == *b,
            (EnvValue::Bool(a), EnvValue::Bool(b)) => *a == *b,
            (EnvValue::Deferred(a), EnvValue::Deferred(b)) => a.same(b),
            _ => false,
        }
    }
}

impl Blank for EnvValue {
    const BLANK: Self = EnvValue::Text("");
}

/// An app setting: a name and a value.
#[derive(Clone, Copy, Debug, crate::Item)]
pub struct EnvVar {
    /// As the code reads it from its environment.
    pub name: &'static str,
    /// What it reads.
    pub value: EnvValue,
}

/// Turns what stands in an `env` list into an [`EnvValue`], in a constant: inherent impls on different types do what a
/// trait cannot do there.
pub struct IntoEnv<T>(pub T);

impl IntoEnv<&'static str> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Text(self.0)
    }
}

impl IntoEnv<i64> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Number(self.0)
    }
}

impl IntoEnv<bool> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Bool(self.0)
    }
}

impl IntoEnv<EnvValue> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        self.0
    }
}

impl<T> IntoEnv<Deferred<T>> {
    /// The value.
    pub const fn value(self) -> EnvValue {
        EnvValue::Deferred(self.0.origin)
    }
}

/// The identity of an app: who other resources give access to.
#[derive(Clone, Debug)]
pub struct Identity {
    principal_id: Ref<types::Text>,
}

impl Identity {
    /// The identity whose object id this is.
    pub fn new(principal_id: Ref<types::Text>) -> Self {
        Identity { principal_id }
    }

    /// Its object id.
    pub fn principal_id(&self) -> &Ref<types::Text> {
        &self.principal_id
    }
}

#[diagnostic::do_not_recommend]
impl Given for Identity {
    fn into_value(self) -> Value {
        Given::into_value(self.principal_id)
    }
}

/// Turns a key field of an item into a part of a key, in a constant.
pub struct KeyOf<T>(pub T);

impl KeyOf<&'static str> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        // most names differ in length already, and a call costs const evaluation more than this
        self.0.len() == other.0.len() && crate::check::same_text(self.0, other.0)
    }

    /// The part.
    pub const fn part(self) -> KeyPart {
        KeyPart::Text(self.0)
    }

    /// The text that messages show.
    pub const fn text(self) -> &'static str {
        self.0
    }
}

impl KeyOf<Option<&'static str>> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        self.part().same(&other.part())
    }

    /// The part.
    pub const fn part(self) -> KeyPart {
        match self.0 {
            Some(text) => KeyPart::Text(text),
            None => KeyPart::None,
        }
    }

    /// The text that messages show.
    pub const fn text(self) -> &'static str {
        match self.0 {
            Some(text) => text,
            None => "(none)",
        }
    }
}

impl KeyOf<Origin> {
    /// Whether both are the same.
    pub const fn is(self, other: Self) -> bool {
        self.part().same(&other.part())
    }

    /// The part.
    pub const fn part(self) -> KeyPart {
        KeyPart::Text(self.text())
    }

    /// The text that messages show.
    pub const fn text(self) -> &'static str {
        match self.0 {
            Origin::Component { component, .. } => component,
            Origin::Slot(slot) => slot,
            Origin::Provider { output, .. } => output,
        }
    }
}

macro_rules! numeric_key {
    ($($type:ty),*) => { $(impl KeyOf<$type> {
        /// Whether both are the same.
        pub const fn is(self, other: Self) -> bool {
            self.0 == other.0
        }

        /// The part.
        pub const fn part(self) -> KeyPart {
            KeyPart::Number(self.0 as u64)
        }

        /// The text that messages show.
        pub const fn text(self) -> &'static str {
            "(a number)"
        }
    })* };
}

numeric_key!(u8, u16, u32, u64, usize);
