//! What a builder has built: a backend on its way into a stack, and the handles that come out.

use std::any::Any;
use std::collections::BTreeMap;

use super::added::Added;
use super::deployment::Deployment;
use super::overlay::Overlay;
use super::report::{UsageTable, Validation};
use crate::component::Component;
use crate::terraform::stack::Stack;
use crate::{Error, Result};

/// A backend that was merged and checked at run time.
pub struct Built {
    deployment: Deployment,
    components: Vec<Box<dyn Added>>,
    overlays: BTreeMap<&'static str, Overlay>,
}

impl Built {
    pub(super) fn new(
        deployment: Deployment,
        components: Vec<Box<dyn Added>>,
        overlays: BTreeMap<&'static str, Overlay>,
    ) -> Self {
        Built { deployment, components, overlays }
    }

    /// The environments that it has been checked for.
    pub fn environments(&self) -> Vec<&'static str> {
        self.deployment.environments()
    }

    /// What the rules warn of, without what was allowed. There is no error left: `build` would not have built.
    pub fn validate(&self) -> Validation {
        self.deployment.validate()
    }

    /// How much of what is counted the backend uses, and how much it may.
    pub fn usage(&self) -> UsageTable {
        self.deployment.usage()
    }

    /// Adds the resources of all components to a stack.
    ///
    /// # Errors
    /// What only the stack can show: an environment that the app does not have, a slot that was given no value.
    pub fn add_to(self, stack: &Stack) -> Result<Handles> {
        let mut deployed = self.deployment.emit(stack)?;
        let overlay = self.overlays.get(deployed.naming.environment);
        let mut handles = BTreeMap::new();
        for (index, component) in self.components.iter().enumerate() {
            let again = overlay.and_then(|overlay| overlay.component_named(component.name()));
            let component = again.unwrap_or(&**component);
            handles.insert(component.name(), component.attach(index, &mut deployed)?);
        }
        deployed.finish()?;
        Ok(Handles { handles })
    }
}

/// The components of a [`Built`] backend in a stack.
pub struct Handles {
    handles: BTreeMap<&'static str, Box<dyn Any>>,
}

impl Handles {
    /// The handle of the component `name`, which is a `C`.
    ///
    /// # Errors
    /// There is none of that name, or it is of another type.
    pub fn get<C: Component>(&self, name: &str) -> Result<&C::Handle> {
        let handle = self.handles.get(name).and_then(|handle| handle.downcast_ref());
        handle.ok_or_else(|| Error::new(format!("the backend has no component `{name}` of type `{}`", C::TYPE)))
    }
}
