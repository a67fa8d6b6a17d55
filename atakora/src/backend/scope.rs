//! Where a provider emits: the stack, the group it emits for, and everything that was emitted before.

use super::deployed::{Deployed, no_output};
use super::explanation::Made;
use crate::azure::Region;
use crate::azure::naming::{NameParts, NameShape};
use crate::check::document::problem;
use crate::deferred::{Deferred, EnvValue, FunctionApp, KeyOf, Origin, Resolved};
use crate::merge::rules::{NOT_A_SLOT, SLOT_TYPE};
use crate::provider::{Access, Emit, Principal};
use crate::providers::Functions;
use crate::terraform::convert::IntoTf;
use crate::terraform::declare::{Declaration, Declare, Handle, Mode};
use crate::terraform::protection::protect;
use crate::terraform::reference::{Ref, Tf};
use crate::terraform::stack::Stack;
use crate::terraform::template::Template;
use crate::terraform::types;
use crate::terraform::value::Value;
use crate::{Error, Result};

/// The place of one group of one provider in a stack.
pub struct Scope<'d> {
    deployed: &'d Deployed<'d>,
    provider: &'static str,
    code: &'static str,
    members: &'d [usize],
    /// What is declared here holds data.
    lasting: bool,
}

impl<'d> Scope<'d> {
    pub(crate) fn new(
        deployed: &'d Deployed<'d>,
        provider: &'static str,
        code: &'static str,
        members: &'d [usize],
    ) -> Self {
        Scope { deployed, provider, code, members, lasting: false }
    }

    /// The same place, for what serves only some of the components.
    pub fn serving<'a>(&self, members: &'a [usize]) -> Scope<'a>
    where
        'd: 'a,
    {
        Scope { deployed: self.deployed, provider: self.provider, code: self.code, members, lasting: self.lasting }
    }

    /// The same place, for what holds data: where the backend [protects](Scope::protects) it, Terraform refuses a plan
    /// that would destroy or replace what is declared here.
    pub fn lasting(&self) -> Scope<'d> {
        Scope {
            deployed: self.deployed,
            provider: self.provider,
            code: self.code,
            members: self.members,
            lasting: true,
        }
    }

    /// Whether what holds data is kept from being destroyed: `protect: true` or `false` of the backend; where it says
    /// nothing, production protects.
    pub fn protects(&self) -> bool {
        self.deployed.protects
    }

    /// The same place as another provider's, which has one group for the whole backend.
    pub fn of<P: Emit>(&self) -> Scope<'d> {
        Scope { provider: P::ID, code: "", members: self.deployed.members::<P>(), ..*self }
    }

    /// The id of the provider that emits.
    pub fn provider(&self) -> &'static str {
        self.provider
    }

    /// The physical name of a resource of this shape.
    pub fn name(&self, shape: &NameShape) -> String {
        self.deployed.naming.convention.name(
            shape,
            &NameParts {
                name: self.deployed.naming.name,
                group_code: self.code,
                environment: self.deployed.naming.environment_code(),
                region_code: self.region().code(),
                label: &self.deployed.label,
                unique: self.deployed.naming.unique,
            },
        )
    }

    /// The logical id of a resource: backend, label, provider, group code, and what it is among those.
    pub fn id(&self, what: &str) -> String {
        let mut id = self.deployed.id.clone();
        for part in [self.deployed.label.as_str(), self.provider, self.code, what] {
            if !part.is_empty() {
                id.push('_');
                // what Terraform takes in no identifier; two that become one are an error when the app closes
                id.extend(part.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }));
            }
        }
        id
    }

    /// The group's code, or another word where the provider has one group.
    pub fn code_or<'a>(&self, word: &'a str) -> &'a str
    where
        'd: 'a,
    {
        if self.code.is_empty() { word } else { self.code }
    }

    /// The stack.
    pub fn stack(&self) -> &'d Stack {
        self.deployed.stack
    }

    /// Where the stack is.
    pub fn region(&self) -> Region {
        self.deployed.stack.location()
    }

    /// The name of the stack's resource group.
    pub fn resource_group_name(&self) -> Ref<types::Text> {
        self.deployed.stack.resource_group().name()
    }

    /// The environment, like `production`.
    pub fn environment(&self) -> &'static str {
        self.deployed.naming.environment
    }

    /// The backend's `name`.
    pub fn backend_name(&self) -> &'static str {
        self.deployed.naming.name
    }

    /// The tags of the backend, in the order of their keys.
    pub fn tags(&self) -> Vec<(String, String)> {
        self.deployed.tags.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
    }

    /// The components that share what is emitted here.
    pub fn members(&self) -> &'d [usize] {
        self.members
    }

    /// A component's name.
    pub fn component(&self, index: usize) -> &'static str {
        self.deployed.components.get(index).map_or("?", |(name, _)| *name)
    }

    /// Whether two components share one resource of the provider `P`, which need not have been made yet.
    pub fn share<P: Emit>(&self, one: &str, other: &str) -> bool {
        one == other || self.deployed.share::<P>(one, other)
    }

    /// What another provider, of an earlier stage, made for a component.
    pub fn handle<P: Emit>(&self, component: usize) -> Option<P::Handle> {
        self.deployed.handle::<P>(component)
    }

    /// The one thing that another provider, of an earlier stage or earlier in the order of a stage, made for the whole
    /// backend, whoever required it: the network, monitoring. The first of several; none if no component requires it.
    pub fn provided<P: Emit>(&self) -> Option<P::Handle> {
        self.deployed.provided::<P>()
    }

    /// The value of an app setting that a component wrote.
    ///
    /// # Errors
    /// It names something that is not there.
    pub fn setting(&self, value: &EnvValue, component: usize) -> Result<Tf<types::Text>> {
        Ok(Tf::from_value(match value {
            EnvValue::Text(text) => Value::Text((*text).into()),
            EnvValue::Number(number) => Value::Text(number.to_string().into()),
            EnvValue::Bool(flag) => Value::Text(flag.to_string().into()),
            EnvValue::Deferred(origin) => self.deployed.resolve(*origin, component)?,
        }))
    }

    /// The value of a slot or of an output that a component wrote.
    ///
    /// # Errors
    /// It names something that is not there.
    pub fn deferred<T>(&self, value: Deferred<T>, component: usize) -> Result<Tf<T>> {
        self.deployed.resolve(value.origin(), component).map(Tf::from_value)
    }

    /// A part of a handle that a component wrote as a slot or as an output of another component, like the id of a
    /// namespace. That component need not have been emitted yet.
    ///
    /// # Errors
    /// The slot holds something else.
    pub fn part_of<T: 'static, U>(
        &self,
        value: Deferred<T>,
        component: usize,
        part: impl Fn(&T) -> Option<Tf<U>> + 'static,
    ) -> Result<Tf<U>> {
        let part = move |resolved: &Resolved| part(resolved.handle::<T>()?).map(Tf::into_value);
        self.deployed.part_of(value.origin(), component, Box::new(part)).map(Tf::from_value)
    }

    /// A text that a component wrote, between two others.
    ///
    /// # Errors
    /// It is no text, or not there.
    pub fn between(
        &self,
        before: &'static str,
        value: Deferred<Ref<types::Text>>,
        after: &'static str,
        component: usize,
    ) -> Result<Tf<types::Text>> {
        let part = move |resolved: &Resolved| {
            let text = Template::new().text(before).value(resolved.value())?.text(after);
            Some(IntoTf::<types::Text>::into_tf(text))
        };
        self.deployed.part_of(value.origin(), component, Box::new(part)).map(Tf::from_value)
    }

    /// A text that a component wrote.
    ///
    /// # Errors
    /// It is not there.
    pub fn text(&self, value: Deferred<Ref<types::Text>>, component: usize) -> Result<Tf<types::Text>> {
        self.deployed.resolve(value.origin(), component).map(Tf::from_value)
    }

    /// The handle that was given for a slot.
    ///
    /// # Errors
    /// Nothing was given, or something else; or `value` is no slot.
    pub fn given<T: Clone + 'static>(&self, value: Deferred<T>) -> Result<T> {
        let Origin::Slot(slot) = value.origin() else {
            return Err(Error::new(problem(&NOT_A_SLOT, &[KeyOf(value.origin()).text()])));
        };
        let given = self.deployed.slot(slot)?.handle::<T>().cloned();
        given.ok_or_else(|| Error::new(problem(&SLOT_TYPE, &[slot])))
    }

    /// The function app of a slot, or that of a component of this backend. Apps are there from [`Stage::Edge`] on.
    ///
    /// [`Stage::Edge`]: crate::provider::Stage::Edge
    ///
    /// # Errors
    /// Nothing was given for the slot; the component has no function app, or none yet.
    pub fn function_app(&self, value: Deferred<FunctionApp>, component: usize) -> Result<FunctionApp> {
        let of = |index| self.handle::<Functions>(index).map(|handle| handle.app());
        let (app, what) = match value.origin() {
            Origin::Slot(_) | Origin::Text(_) => return self.given(value),
            Origin::Component { component, .. } => {
                let index = self.deployed.components.iter().position(|(name, _)| *name == component);
                (index.and_then(of), component)
            }
            Origin::Provider { .. } => (of(component), self.component(component)),
        };
        app.ok_or_else(|| no_output(what, "app"))
    }

    /// Gives a principal the access that a component asked for; returns what an app must wait for.
    ///
    /// # Errors
    /// There is no such provider, or it grants no such access.
    pub fn grant(&self, access: &Access, component: usize, principal: &Principal) -> Result<Vec<Handle>> {
        let made = self.deployed.provided.iter().find(|provided| provided.provider == access.provider);
        match made.and_then(|made| made.of(component)) {
            Some(handle) => handle.grant(access, component, principal, self),
            None => Err(Error::new(format!(
                "component `{}` asks for access to `{}`, and does not require it",
                self.component(component),
                access.provider
            ))),
        }
    }

    /// Who is served, for people.
    fn served(&self) -> String {
        let mut names = String::new();
        for member in self.members {
            names.extend([if names.is_empty() { "" } else { ", " }, self.component(*member)]);
        }
        names
    }
}

#[diagnostic::do_not_recommend]
impl Declare for Scope<'_> {
    fn declare(&self, mut declaration: Declaration) -> Handle {
        // the user's line, not the provider's: that of the component that asked first
        if let Some((_, source)) = self.members.first().and_then(|member| self.deployed.components.get(*member)) {
            declaration.source = *source;
        }
        if self.lasting && self.protects() && declaration.mode == Mode::Managed {
            protect(&mut declaration.body);
        }
        declaration.retires.retain(|rule| !self.deployed.allow.contains(&rule.id));
        let stack = self.deployed.stack;
        let handle = stack.for_backend().for_component(self.served()).declare(declaration);
        if stack.explains() {
            stack.contents_mut().made.push(Made {
                address: handle.address().to_owned(),
                backend: self.deployed.backend.clone(),
                provider: self.provider,
                members: self.members.to_vec(),
            });
        }
        handle
    }
}
