//! What one of several environments sets again, at run time.

use std::collections::BTreeMap;
use std::fmt::Display;

use super::added::{Added, Instance};
use super::intern::intern;
use super::requirements::Requirements;
use crate::component::Component;
use crate::provider::Emit;
use crate::providers::monitoring::MonitoringSettings;
use crate::providers::networking::NetworkingSettings;
use crate::providers::{Monitoring, Networking};

/// What one environment sets again: see [`Backend::in_environments`](super::Backend::in_environments). What it does not
/// mention is as the backend says.
#[derive(Default)]
pub struct Overlay {
    pub(super) components: Vec<Box<dyn Added>>,
    pub(super) providers: Vec<Listing>,
    pub(super) limits: Vec<(&'static str, u64)>,
    pub(super) tags: BTreeMap<String, String>,
    pub(super) protect: Option<bool>,
    pub(super) allow: Option<Vec<&'static str>>,
}

/// Sets the settings of a provider.
type Listing = Box<dyn Fn(&mut Requirements)>;

impl Overlay {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// All settings of a component here, instead of those that it was added with.
    pub fn component<C: Component>(mut self, name: impl Into<String>, settings: C::Settings) -> Self {
        self.components.push(Box::new(Instance::<C> { name: intern(name.into()), settings }));
        self
    }

    /// All settings of a provider here.
    pub fn with_provider<P: Emit>(mut self, settings: P::Settings) -> Self {
        self.providers.push(Box::new(move |requirements| requirements.list::<P>(settings)));
        self
    }

    /// The settings of monitoring: `with_provider::<Monitoring>`, by its name.
    pub fn with_monitoring(self, settings: MonitoringSettings) -> Self {
        self.with_provider::<Monitoring>(settings)
    }

    /// The settings of the network: `with_provider::<Networking>`, by its name.
    pub fn with_networking(self, settings: NetworkingSettings) -> Self {
        self.with_provider::<Networking>(settings)
    }

    /// Limits, each instead of the backend's of its name.
    pub fn with_limits<N: Into<String>>(mut self, limits: impl IntoIterator<Item = (N, u64)>) -> Self {
        self.limits.extend(limits.into_iter().map(|(name, limit)| (intern(name.into()), limit)));
        self
    }

    /// One limit more.
    pub fn limit(self, name: impl Into<String>, limit: u64) -> Self {
        self.with_limits([(name, limit)])
    }

    /// Tags, each instead of the backend's of its key.
    pub fn with_tags<K: Into<String>, V: Display>(mut self, tags: impl IntoIterator<Item = (K, V)>) -> Self {
        self.tags.extend(tags.into_iter().map(|(key, value)| (key.into(), value.to_string())));
        self
    }

    /// One tag more.
    pub fn tag(self, key: impl Into<String>, value: impl Display) -> Self {
        self.with_tags([(key, value)])
    }

    /// Whether Terraform refuses here to destroy or replace what holds data.
    pub fn protect(mut self, protect: bool) -> Self {
        self.protect = Some(protect);
        self
    }

    /// The warnings that are silent here, by the ids of their rules, instead of the backend's.
    pub fn allow<R: Into<String>>(mut self, rules: impl IntoIterator<Item = R>) -> Self {
        self.allow = Some(rules.into_iter().map(|rule| intern(rule.into())).collect());
        self
    }

    /// The settings of a component, if it has some of its own here.
    pub(super) fn component_named(&self, name: &str) -> Option<&dyn Added> {
        self.components.iter().rev().map(|component| &**component).find(|component| component.name() == name)
    }

    /// What is required here of what the backend requires.
    pub(super) fn requirements(&self, base: &Requirements, names: &[&str]) -> Requirements {
        let mut requirements = base.clone();
        self.providers.iter().for_each(|list| list(&mut requirements));
        for (index, name) in names.iter().enumerate() {
            if let Some(component) = self.component_named(name) {
                requirements.again(index);
                component.require(&mut requirements);
            }
        }
        requirements
    }

    /// Components that the backend does not have, or has with another type.
    pub(super) fn problems(&self, components: &[Box<dyn Added>]) -> Vec<String> {
        let problem = |again: &dyn Added| {
            let name = again.name();
            let Some(component) = components.iter().find(|component| component.name() == name) else {
                return Some(format!("no component of this backend is called `{name}`"));
            };
            (component.type_name() != again.type_name()).then(|| {
                let (ty, other) = (component.type_name(), again.type_name());
                format!("component `{name}` is a `{ty}`, and an environment has settings of a `{other}` for it")
            })
        };
        self.components.iter().map(Box::as_ref).filter_map(problem).collect()
    }
}
