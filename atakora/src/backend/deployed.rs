//! A backend in a stack: which provider made what for whom, and the handles of its components.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::BTreeMap;

use super::configuration::Configuration;
use super::deployment::Deployment;
use super::naming::Naming;
use super::plan::ProvidedHandles;
use crate::check::document::problem;
use crate::component::{Attached, Component};
use crate::deferred::{KeyOf, Origin, Resolved};
use crate::merge::NONE;
use crate::merge::rules::{NO_OUTPUT, SLOT_EMPTY, SLOT_TYPE};
use crate::provider::Emit;
use crate::terraform::declare::Source;
use crate::terraform::reference::Tf;
use crate::terraform::stack::Stack;
use crate::terraform::types;
use crate::terraform::value::{Pending, Value};
use crate::{Error, Result};

/// Makes the handle of the component at an index, its type forgotten.
pub type Attach = fn(&mut Deployed<'_>, usize) -> Result<Box<dyn Any>>;

/// What has been emitted so far.
pub struct Deployed<'s> {
    pub(crate) stack: &'s Stack,
    /// The backend's name as it was written.
    pub(crate) backend: String,
    /// The backend's name in logical ids.
    pub(crate) id: String,
    pub(crate) naming: Naming,
    pub(crate) label: String,
    /// Whether what holds data is kept from being destroyed.
    pub(crate) protects: bool,
    /// The ids of rules whose warnings are silenced.
    pub(crate) allow: Vec<&'static str>,
    pub(crate) components: Vec<(&'static str, Source)>,
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) slots: BTreeMap<&'static str, Resolved>,
    pub(crate) provided: Vec<ProvidedHandles>,
    /// Of each provider, the group of each component.
    groups: Vec<Grouped>,
    attached: BTreeMap<&'static str, Outputs>,
    handles: Vec<Option<Box<dyn Any>>>,
    pub(crate) waiting: RefCell<Vec<Waiting>>,
}

/// The outputs of a component, by name.
type Outputs = Box<dyn Fn(&str) -> Option<Resolved>>;

/// Who shares what of one provider.
struct Grouped {
    provider: TypeId,
    /// The group of each component.
    of: Vec<usize>,
    /// The components that have one.
    members: Vec<usize>,
}

impl Grouped {
    fn new((provider, of): (TypeId, Vec<usize>)) -> Self {
        let members = (0..of.len()).filter(|component| of[*component] != NONE).collect();
        Grouped { provider, of, members }
    }
}

/// A value that an output of another component will fill.
pub(crate) struct Waiting {
    pending: Pending,
    component: &'static str,
    output: &'static str,
    part: Part,
}

/// What of an output is wanted; `None`: there is no such thing in it.
pub(crate) type Part = Box<dyn Fn(&Resolved) -> Option<Value>>;

impl<'s> Deployed<'s> {
    /// The deployment in one of its environments.
    pub(crate) fn new(stack: &'s Stack, deployment: &Deployment, configuration: &Configuration) -> Result<Self> {
        Ok(Deployed {
            stack,
            backend: deployment.backend.clone(),
            id: snake_case(&deployment.backend),
            naming: deployment.naming.in_environment(configuration.environment),
            label: deployment.label.map(|label| label.as_str().to_owned()).unwrap_or_default(),
            protects: configuration.protects(),
            allow: configuration.allow.clone(),
            components: deployment.components.iter().map(|c| (c.name, c.source)).collect(),
            tags: configuration.tags(&deployment.tags),
            slots: deployment.slots.clone(),
            provided: Vec::new(),
            groups: configuration.plans.iter().map(|plan| Grouped::new(plan.groups())).collect(),
            attached: BTreeMap::new(),
            handles: Vec::new(),
            waiting: RefCell::default(),
        })
    }

    /// Makes the handles of all components, in their order.
    ///
    /// # Errors
    /// A provider that a component needs is not there.
    pub fn attach_all(&mut self, components: &[Attach]) -> Result {
        for (index, attach) in components.iter().enumerate() {
            let handle = attach(self, index)?;
            self.handles.push(Some(handle));
        }
        Ok(())
    }

    /// The same where some components have other settings in some environments.
    ///
    /// # Errors
    /// A provider that a component needs is not there.
    pub fn attach_all_in(&mut self, components: &[Attach], again: &[(&str, usize, Attach)]) -> Result {
        let mut components = components.to_vec();
        for (environment, index, attach) in again {
            if *environment == self.naming.environment
                && let Some(component) = components.get_mut(*index)
            {
                *component = *attach;
            }
        }
        self.attach_all(&components)
    }

    /// The handle of the component at `index`, once.
    ///
    /// # Panics
    /// It is not of this type, or has been taken: only an expansion calls this, with what it attached itself.
    pub fn take<H: 'static>(&mut self, index: usize) -> H {
        let handle = self.handles.get_mut(index).and_then(Option::take);
        match handle.and_then(|handle| handle.downcast().ok()) {
            Some(handle) => *handle,
            None => unreachable!("component {index} was attached with another type"),
        }
    }

    /// The handle of a component.
    ///
    /// # Errors
    /// A provider that it needs is not there.
    pub(crate) fn attach<C: Component>(&mut self, index: usize, settings: &C::Settings) -> Result<C::Handle> {
        let name = self.components.get(index).map_or("?", |(name, _)| *name);
        let handle = C::attach(settings, &Parts { deployed: self, index, name })?;
        let known = handle.clone();
        self.attached.insert(name, Box::new(move |output| known.output(output)));
        Ok(handle)
    }

    /// Fills in the values that waited for a component.
    ///
    /// # Errors
    /// A component or an output that is not there.
    pub fn finish(self) -> Result {
        for waiting in self.waiting.take() {
            let output = self.attached.get(waiting.component).and_then(|outputs| outputs(waiting.output));
            let Some(value) = output.and_then(|output| (waiting.part)(&output)) else {
                return Err(no_output(waiting.component, waiting.output));
            };
            self.stack.fill(waiting.pending, Tf::<types::Any>::from_value(value));
        }
        Ok(())
    }

    /// Whether two components are in one group of a provider.
    pub(crate) fn share<P: Emit>(&self, one: &str, other: &str) -> bool {
        let group = |component: &str| {
            let index = self.components.iter().position(|(name, _)| *name == component)?;
            let of = &self.groups.iter().find(|grouped| grouped.provider == TypeId::of::<P>())?.of;
            of.get(index).copied().filter(|group| *group != NONE)
        };
        matches!((group(one), group(other)), (Some(one), Some(other)) if one == other)
    }

    /// The handle that a provider made for a component.
    pub(crate) fn handle<P: Emit>(&self, component: usize) -> Option<P::Handle> {
        let provided = self.provided.iter().find(|provided| provided.type_id == TypeId::of::<P>())?;
        provided.of(component)?.as_any().downcast_ref::<P::Handle>().cloned()
    }

    /// The components that require a provider.
    pub(crate) fn members<P: Emit>(&self) -> &[usize] {
        let known = self.groups.iter().find(|grouped| grouped.provider == TypeId::of::<P>());
        known.map_or(&[], |grouped| grouped.members.as_slice())
    }

    /// The first handle that a provider made.
    pub(crate) fn provided<P: Emit>(&self) -> Option<P::Handle> {
        let provided = self.provided.iter().find(|provided| provided.type_id == TypeId::of::<P>())?;
        provided.groups.first()?.as_any().downcast_ref::<P::Handle>().cloned()
    }

    /// What was given for a slot.
    pub(crate) fn slot(&self, slot: &str) -> Result<&Resolved> {
        self.slots.get(slot).ok_or_else(|| Error::new(problem(&SLOT_EMPTY, &[slot, slot])))
    }

    /// The value of what a constant named.
    pub(crate) fn resolve(&self, origin: Origin, component: usize) -> Result<Value> {
        self.part_of(origin, component, Box::new(|resolved| Some(resolved.value().clone())))
    }

    /// A part of what a constant named.
    pub(crate) fn part_of(&self, origin: Origin, component: usize, part: Part) -> Result<Value> {
        let resolved = match origin {
            Origin::Slot(slot) => self.slot(slot)?.clone(),
            Origin::Text(text) => Resolved::from(Value::Text(text.into())),
            Origin::Provider { provider, output } => self.made(provider, output, component)?,
            Origin::Component { component, output } => {
                let pending = self.stack.pending();
                let value = pending.value();
                self.waiting.borrow_mut().push(Waiting { pending, component, output, part });
                return Ok(value);
            }
        };
        part(&resolved).ok_or_else(|| match origin {
            Origin::Slot(slot) => Error::new(problem(&SLOT_TYPE, &[slot])),
            _ => Error::new(format!("ReferenceError: `{}` is of another type", KeyOf(origin).text())),
        })
    }

    /// An output of what a provider made for a component.
    fn made(&self, provider: &str, output: &str, component: usize) -> Result<Resolved> {
        let made = self.provided.iter().find(|provided| provided.provider == provider);
        made.and_then(|made| made.of(component)).and_then(|handle| handle.resolved(output, component)).ok_or_else(
            || {
                let component = self.components.get(component).map_or("?", |(name, _)| *name);
                Error::new(format!(
                    "ReferenceError: provider `{provider}` has no output `{output}` for component `{component}`"
                ))
            },
        )
    }
}

/// A reference that leads nowhere.
pub(crate) fn no_output(component: &str, output: &str) -> Error {
    Error::new(problem(&NO_OUTPUT, &[component, output]))
}

/// What a component may look at when it becomes a handle.
pub struct Parts<'d> {
    deployed: &'d Deployed<'d>,
    index: usize,
    name: &'static str,
}

impl Parts<'_> {
    /// The component's name in its backend.
    pub fn component(&self) -> &'static str {
        self.name
    }

    /// What the provider `P` made for this component.
    ///
    /// # Errors
    /// The component does not require `P`.
    pub fn of<P: Emit>(&self) -> Result<P::Handle> {
        self.deployed.handle::<P>(self.index).ok_or_else(|| {
            Error::new(format!("component `{}` asks for what `{}` made, and does not require it", self.name, P::ID))
        })
    }

    /// The backend's `name`.
    pub fn backend_name(&self) -> &'static str {
        self.deployed.naming.name
    }
}

/// `ProductApi` is `product_api`, and so is `product-api`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter == '-' {
            snake.push('_');
        } else {
            if letter.is_uppercase() && !snake.is_empty() && !snake.ends_with('_') {
                snake.push('_');
            }
            snake.extend(letter.to_lowercase());
        }
    }
    snake
}
