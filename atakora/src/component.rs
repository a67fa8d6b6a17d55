//! Components: what declares needs and creates nothing.

use std::any::Any;
use std::marker::PhantomData;

use crate::backend::{Deployed, Parts, Requirements};
use crate::deferred::Resolved;
use crate::entity::{Entity, Schema};
use crate::merge::NONE;
use crate::settings::Settings;
use crate::{Error, Result};

/// What of a component does not depend on its parameters, so that it is known of a component with a wrong one as well:
/// the compiler then has one thing to complain about, the parameter. Made by `#[component]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a component",
    label = "not a component",
    note = "components are structs marked `#[component]`"
)]
pub trait Shape: 'static {
    /// The ids of the providers that it needs.
    const PROVIDERS: &'static [&'static str];
    /// The settings where the backend says nothing.
    const DEFAULT: Self::Settings;
    /// What an instance can be given.
    type Settings: Settings;
    /// What other components can refer to, as constants.
    type Outputs: Copy + 'static;
    /// What the program gets when the backend has been added to a stack.
    type Handle: Attached;
    /// Its [`Parameters`] but for lifetimes; [`NoEntity`] for one that need not be an entity.
    type Parameters;
}

/// A component. Made by `#[component]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be used as a component",
    label = "a parameter is not what the component takes",
    note = "the entities that components take have `#[derive(Entity)]`"
)]
pub trait Component: Shape {
    /// Its name in texts.
    const TYPE: &'static str;
    /// The entities that it takes.
    const ENTITIES: &'static [Schema];
    /// How many providers it needs; [`NONE`] if one of its entities was written by hand and must be asked about.
    #[doc(hidden)]
    const NEEDS: usize;
    #[doc(hidden)]
    fn require(settings: &Self::Settings, component: &'static str, into: &mut Requirements);
    #[doc(hidden)]
    fn attach(settings: &Self::Settings, parts: &Parts<'_>) -> Result<Self::Handle>;
}

/// The parameters of a component, first and rest: `(A, (B, ()))`.
pub trait Parameters {
    /// The first.
    type First;
    /// The others.
    type Rest;
}

impl<A, B> Parameters for (A, B) {
    type First = A;
    type Rest = B;
}

/// Stands for a parameter that need not be an entity.
pub struct NoEntity;

#[diagnostic::do_not_recommend]
impl Entity for NoEntity {
    const SCHEMA: Schema = Schema { name: "", fields: &[], partition_key: &[] };
}

/// The handle of a component, as the rest of its backend sees it.
pub trait Attached: Clone + 'static {
    /// The value of an output, by name.
    fn output(&self, name: &str) -> Option<Resolved>;
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

/// What of a component needs its parameters to be right. Like [`Probe`] it falls back, to [`NotPlaced`], where they are
/// not: that is one error, told elsewhere.
pub struct Placed<C: ?Sized>(PhantomData<C>);

/// The fallback of [`Placed`].
pub trait NotPlaced {
    /// Not known.
    const NEEDS: usize = NONE;
    /// No entities that could be checked.
    const ENTITIES: &'static [Schema] = &[];

    /// Refuses: the compiler has refused the backend before.
    ///
    /// # Errors
    /// Always.
    fn attach<I>(_deployed: &mut Deployed<'_>, _index: usize) -> Result<Box<dyn Any>> {
        Err(Error::new("the parameters of a component are not what it takes"))
    }
}

impl<C: ?Sized> NotPlaced for Placed<C> {}

impl<C: Component> Placed<C> {
    /// How many providers the component needs.
    pub const NEEDS: usize = C::NEEDS;

    /// The entities that the component takes, if one of them was written by hand.
    pub const ENTITIES: &'static [Schema] = if C::NEEDS == NONE { C::ENTITIES } else { &[] };

    /// The handle of the component, its type forgotten.
    ///
    /// # Errors
    /// A provider that it needs is not there.
    pub fn attach<I: Instance<Settings = C::Settings>>(
        deployed: &mut Deployed<'_>,
        index: usize,
    ) -> Result<Box<dyn Any>> {
        Ok(Box::new(deployed.attach::<C>(index, &I::SETTINGS)?))
    }
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
