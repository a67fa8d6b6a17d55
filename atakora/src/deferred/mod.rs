//! Values that a constant can name but only the running program has: outputs of other components, slots, and what a
//! provider will have made.

mod blob_service;
mod change_feed;
mod endpoint;
mod env;
mod function_app;
mod key;
mod resolved;
mod service_bus_namespace;

use std::fmt;
use std::marker::PhantomData;

pub use blob_service::BlobService;
pub use change_feed::ChangeFeed;
pub use endpoint::{Endpoint, Identity};
pub use env::{AppSetting, EnvValue, EnvVar, IntoEnv};
pub(crate) use function_app::AppFacts;
pub use function_app::FunctionApp;
pub use key::KeyOf;
pub use resolved::Resolved;
pub use service_bus_namespace::ServiceBusNamespace;
pub(crate) use service_bus_namespace::{queue_path, subscription_path};

use crate::merge::Blank;
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::types::Text;
use crate::terraform::value::Value;

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
    /// Nowhere: it is known already.
    Text(&'static str),
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
            (Origin::Slot(a), Origin::Slot(b)) | (Origin::Text(a), Origin::Text(b)) => same_text(a, b),
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

impl Deferred<Ref<Text>> {
    /// A text that is known already, where one that is not could stand as well.
    pub const fn text(text: &'static str) -> Self {
        Deferred { origin: Origin::Text(text), of: PhantomData }
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
    /// What Terraform sees of it.
    fn into_value(self) -> Value;

    /// What the backend keeps of it: the value, and the handle itself where it is one.
    fn resolved(self) -> Resolved
    where
        Self: Sized,
    {
        Resolved::from(self.into_value())
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
