//! Components: what declares needs and creates nothing.

use std::marker::PhantomData;

use crate::Result;
use crate::backend::{Parts, Requirements};
use crate::entity::Schema;
use crate::settings::Settings;
use crate::terraform::value::Value;

/// Made by `#[component]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a component",
    label = "not a component",
    note = "components are structs marked `#[component]`; the entities that they take have `#[derive(Entity)]`"
)]
pub trait Component: 'static {
    /// Its name in texts.
    const TYPE: &'static str;
    /// The ids of the providers that it needs.
    const PROVIDERS: &'static [&'static str];
    /// The entities that it takes.
    const ENTITIES: &'static [Schema];
    /// What an instance can be given.
    type Settings: Settings;
    /// What other components can refer to, as constants.
    type Outputs: Copy + 'static;
    /// What the program gets when the backend has been added to a stack.
    type Handle: Attached;
    #[doc(hidden)]
    fn require(settings: &Self::Settings, component: &'static str, into: &mut Requirements);
    #[doc(hidden)]
    fn attach(settings: &Self::Settings, parts: &Parts<'_>) -> Result<Self::Handle>;
}

/// The handle of a component, as the rest of its backend sees it.
pub trait Attached: Clone + 'static {
    /// The value of an output, by name.
    fn output(&self, name: &str) -> Option<Value>;
}

/// A component as it stands in one backend: the marker type that `backend!` makes for it.
pub trait Instance: 'static {
    /// The component's settings.
    type Settings: Copy + 'static;
    /// What this instance was given.
    const SETTINGS: Self::Settings;
    /// What this instance is called.
    const NAME: &'static str;
}

/// A component's requirement for the provider `P`, for the instance `I`. Made by `#[requires]`.
pub trait Requires<P, I: Instance> {
    /// The requirement.
    const REQUIREMENT: P;
}

/// Finds out, in a constant, whether a component requires a provider: an inherent constant hides that of a trait, so
/// `Probe::<C, P, I>::REQUIREMENT` is `Some` where `C: Requires<P, I>` and falls back to [`NotRequired`] elsewhere.
pub struct Probe<C: ?Sized, P, I>(PhantomData<(P, I, C)>);

/// The fallback of [`Probe`].
pub trait NotRequired<P> {
    /// Nothing is required.
    const REQUIREMENT: Option<P> = None;
}

impl<C: ?Sized, P, I> NotRequired<P> for Probe<C, P, I> {}

impl<C: Requires<P, I>, P, I: Instance> Probe<C, P, I> {
    /// What is required.
    pub const REQUIREMENT: Option<P> = Some(C::REQUIREMENT);
}

/// The outputs of a component that has none.
#[derive(Clone, Copy, Debug)]
pub struct NoOutputs {}

impl NoOutputs {
    /// None.
    pub const fn of(_component: &'static str) -> Self {
        NoOutputs {}
    }
}
