//! Providers: how the requirements of all components for one kind of resource become resources.
//!
//! `#[provider]` on a struct of requirements makes it a [`Provider`]: how they merge, which rules the result must meet,
//! which limits count it. [`Emit`] is what its author writes: the resources.

use crate::azure::environment;
use crate::azure::naming::NameShape;
use crate::backend::{Requirements, Scope};
use crate::check::{Rule, Text};
use crate::deferred::Resolved;
use crate::merge::{Explained, Measure, OwnedGroups, Sink};
use crate::settings::Settings;
use crate::terraform::declare::Handle;
use crate::terraform::reference::Ref;
use crate::terraform::types;
use crate::terraform::value::Value;
use crate::{Error, Result};

/// When a provider emits: each stage can refer to what the stages before it made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// What everything else reports to: monitoring.
    Foundation,
    /// What holds data: accounts, queues, caches. The default.
    Data,
    /// What connects: networks, private endpoints.
    Network,
    /// What runs code, and is granted access to the rest.
    Compute,
    /// What stands in front of the rest: routers, front doors.
    Edge,
}

/// What every rule may ask beside the merged requirements and the settings.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The environment that is being checked, like `production`.
    pub environment: &'static str,
}

impl Context {
    /// Whether this is the environment that users depend on.
    pub const fn is_production(&self) -> bool {
        environment::is_production(self.environment)
    }
}

/// Made by `#[provider]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a provider",
    label = "not a provider",
    note = "providers are structs marked `#[provider(id = \"…\", label = \"…\")]`"
)]
pub trait Provider: Copy + 'static {
    /// Its name in texts, in logical ids, and among the settings of a backend.
    const ID: &'static str;
    /// Its name for people.
    const LABEL: &'static str;
    /// When it emits.
    const STAGE: Stage;
    /// The names that it gives; each is proven to fit when the backend is compiled.
    const SHAPES: &'static [&'static NameShape];
    /// What it warns of; the first is that a requirement of lower priority was overruled.
    const WARNINGS: &'static [Rule];
    /// The limits that it counts.
    const LIMITS: &'static [&'static str];
    /// What a backend can set for all of its resources.
    type Settings: Settings;
    /// The merged requirements of one group.
    type Merged<'b>: Copy;
    #[doc(hidden)]
    type Cells<const N: usize, const G: usize>;
    #[doc(hidden)]
    type Warning<const I: usize, const FIRED: bool>;
    #[doc(hidden)]
    type Owned: 'static;
    #[doc(hidden)]
    fn merge(inputs: &[Option<Self>], settings: &Self::Settings, context: &Context) -> (Self::Owned, Sink);
    #[doc(hidden)]
    fn groups(owned: &Self::Owned) -> &OwnedGroups;
    #[doc(hidden)]
    fn views(owned: &Self::Owned) -> Vec<Self::Merged<'_>>;
    #[doc(hidden)]
    fn measures(views: &[Self::Merged<'_>]) -> Vec<Measure>;
    #[doc(hidden)]
    fn describe(view: &Self::Merged<'_>) -> Text<64>;
    #[doc(hidden)]
    fn code(view: &Self::Merged<'_>) -> &'static str;
    #[doc(hidden)]
    fn resolve(self, settings: &Self::Settings) -> Self;
    #[doc(hidden)]
    fn explain(inputs: &[Option<Self>], view: &Self::Merged<'_>) -> Vec<Explained>;
    #[doc(hidden)]
    fn members<'v>(view: &'v Self::Merged<'_>) -> &'v [usize];
}

/// What a provider makes of its merged requirements. Written by its author.
#[diagnostic::on_unimplemented(
    message = "the provider `{Self}` does not say what it emits",
    label = "no `impl Emit for {Self}`",
    note = "write `impl Emit for {Self}`: it adds resources to the scope and returns a handle"
)]
pub trait Emit: Provider {
    /// What components get to hold.
    type Handle: Provided;
    /// Adds the resources of one group.
    ///
    /// # Errors
    /// What only the running program can see.
    fn emit(merged: &Self::Merged<'_>, settings: &Self::Settings, scope: &Scope<'_>) -> Result<Self::Handle>;
    /// What is wrong if no component requires it; asked where a backend has settings for it and nobody to serve.
    ///
    /// # Errors
    /// Settings that promise something for the whole backend, which nobody would keep.
    fn unused(_settings: &Self::Settings) -> Result<()> {
        Ok(())
    }
    /// Whether it makes anything that the summary of a backend would name as shared. Yes, unless it says otherwise.
    fn is_shared(_settings: &Self::Settings) -> bool {
        true
    }
    #[doc(hidden)]
    fn require(self, into: &mut Requirements) {
        into.require(self);
    }
}

/// A handle of emitted resources, as the rest of a backend sees it.
pub trait Provided: Clone + 'static {
    /// The value that app settings of `component` know by this name.
    fn output(&self, _name: &str, _component: usize) -> Option<Value> {
        None
    }

    /// The same with the handle, for an output that is more than a value.
    fn resolved(&self, name: &str, component: usize) -> Option<Resolved> {
        self.output(name, component).map(Resolved::from)
    }

    /// Gives `principal` the access that `component` asked for, and returns what the app must wait for.
    ///
    /// # Errors
    /// A provider that grants nothing refuses.
    fn grant(
        &self,
        access: &Access,
        _component: usize,
        _principal: &Principal,
        _scope: &Scope<'_>,
    ) -> Result<Vec<Handle>> {
        Err(Error::new(format!("provider `{}` grants no access: `{}`", access.provider, access.role)))
    }
}

/// Who is granted access.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Its short name in logical ids.
    pub name: String,
    /// The object id of the identity.
    pub principal_id: Ref<types::Text>,
}

/// Access that a component's app needs to a resource of another provider.
#[derive(Clone, Copy, Debug, crate::Item)]
pub struct Access {
    /// The id of the provider that has the resource.
    pub provider: &'static str,
    /// The role, by its name in Azure. It is granted on what the component itself asked that provider for, no more.
    pub role: &'static str,
}
