//! Backends whose components only the running program knows. The same components, the same checks, the same texts.

use std::any::Any;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::panic::Location;

use super::deployed::Deployed;
use super::deployment::Deployment;
use super::intern::intern;
use super::naming::{Naming, check_names};
use super::requirements::{MergedBucket, Requirements};
use crate::azure::Label;
use crate::check::render::{Members, about_component, limit_report};
use crate::component::Component;
use crate::deferred::Given;
use crate::merge::{Measure, Owner, Problem, Sink, check_limit};
use crate::provider::{Context, Emit};
use crate::settings::Settings;
use crate::terraform::declare::Source;
use crate::terraform::stack::Stack;
use crate::terraform::summary::Usage;
use crate::{Error, Result};

/// The way to a backend at run time: [`Backend::builder`].
pub struct Backend;

impl Backend {
    /// A backend without components; `name` begins every physical name.
    pub fn builder(name: impl Into<String>, environment: impl Into<String>) -> BackendBuilder {
        let name: String = name.into();
        BackendBuilder {
            naming: Naming {
                name: intern(name.clone()),
                environment: intern(environment.into()),
                label: 0,
                unique: "",
            },
            deployment: Deployment::new(name, Naming { name: "", environment: "", label: 0, unique: "" }, &[]),
            components: Vec::new(),
            requirements: Requirements::new(),
            limits: Vec::new(),
        }
    }
}

/// Collects components and settings; [`BackendBuilder::build`] merges and checks them.
pub struct BackendBuilder {
    naming: Naming,
    deployment: Deployment,
    components: Vec<Box<dyn Added>>,
    requirements: Requirements,
    limits: Vec<(&'static str, u64)>,
}

impl BackendBuilder {
    /// Adds a component with its settings.
    #[track_caller]
    pub fn add_component<C: Component>(mut self, name: impl Into<String>, settings: C::Settings) -> Self {
        let name = intern(name.into());
        let location = Location::caller();
        self.requirements.next_component();
        C::require(&settings, name, &mut self.requirements);
        let source = Source { file: location.file(), crate_dir: "", line: location.line() };
        self.deployment.component(name, source);
        self.components.push(Box::new(Instance::<C> { name, settings }));
        self
    }

    /// How much of something the backend may ask for.
    pub fn limit(mut self, name: impl Into<String>, limit: u64) -> Self {
        self.limits.push((intern(name.into()), limit));
        self
    }

    /// What the backend sets for all resources of a provider.
    pub fn settings<P: Emit>(mut self, settings: P::Settings) -> Self {
        self.requirements.set::<P>(settings);
        self
    }

    /// A tag for every resource that takes tags.
    pub fn tag(mut self, key: impl Into<String>, value: impl Display) -> Self {
        self.deployment.add_tag(key, value);
        self
    }

    /// A label in every name, at most as long as [`BackendBuilder::longest_label`] says.
    pub fn label(mut self, label: Label) -> Self {
        self.deployment.set_label(label);
        self
    }

    /// How long a label can be: 0, the default, to 8.
    pub fn longest_label(mut self, characters: usize) -> Self {
        self.naming.label = characters;
        self
    }

    /// Whether Terraform refuses to destroy or replace what holds data: accounts, databases, containers, workspaces.
    /// Default: in production it does.
    pub fn protect(mut self, protect: bool) -> Self {
        self.deployment.protect(protect);
        self
    }

    /// A suffix that makes global names unique.
    pub fn unique(mut self, suffix: impl Into<String>) -> Self {
        self.naming.unique = intern(suffix.into());
        self
    }

    /// Silences a warning, by the id of its rule.
    pub fn allow(mut self, rule: impl Into<String>) -> Self {
        self.deployment.allow.push(intern(rule.into()));
        self
    }

    /// The value of a slot that a setting names.
    pub fn given(mut self, slot: impl Into<String>, value: impl Given) -> Self {
        self.deployment.given(intern(slot.into()), value.resolved());
        self
    }

    /// Merges and checks.
    ///
    /// # Errors
    /// Everything that is wrong, with the texts that the compiler would print.
    pub fn build(self) -> Result<Built> {
        let BackendBuilder { naming, mut deployment, components, requirements, limits } = self;
        deployment.naming = naming;
        let names: Vec<&str> = components.iter().map(|component| component.name()).collect();
        let mut problems = names_twice(&names);
        if names.is_empty() {
            problems.push(format!("backend `{}` has no components", naming.name));
        }
        let merged = requirements.merge(&Context { environment: naming.environment });
        for (index, component) in components.iter().enumerate() {
            problems.extend(component.setting_problems(index, &names));
        }
        for bucket in &merged {
            problems.extend(bucket.setting_problems().iter().map(|problem| text(problem, &names)));
        }
        problems.extend(component_problems(&components, &names, &merged));
        problems.extend(limits.iter().filter_map(|(limit, most)| limit_problem(limit, *most, &names, &merged)));
        let codes: Vec<_> = merged.iter().map(|bucket| (bucket.shapes(), bucket.codes())).collect();
        let codes: Vec<_> = codes.iter().map(|(shapes, codes)| (*shapes, codes.as_slice())).collect();
        problems.extend(check_names(&naming, &codes).map(|report| report.as_str().to_owned()));
        Error::all(problems)?;
        for (limit, most) in limits {
            deployment.limit(limit, most);
        }
        for bucket in merged {
            bucket.plan(&mut deployment);
        }
        Ok(Built { deployment, components })
    }
}

fn names_twice(names: &[&str]) -> Vec<String> {
    let twice = |(i, name): (usize, &&str)| {
        names[..i].contains(name).then(|| format!("component `{name}` is declared twice\n  Solution: rename one"))
    };
    names.iter().enumerate().filter_map(twice).collect()
}

fn component_problems(components: &[Box<dyn Added>], names: &[&str], merged: &[Box<dyn MergedBucket>]) -> Vec<String> {
    let sinks: Vec<&Sink> = merged.iter().map(|bucket| bucket.sink()).collect();
    let codes: Vec<Problem> = merged.iter().map(|bucket| bucket.same_codes()).collect();
    let about = |(index, component): (usize, &dyn Added)| {
        about_component(index, names, Problem::None, component.entities(), &codes, &sinks)
            .map(|report| report.as_str().to_owned())
    };
    components.iter().map(|component| &**component).enumerate().filter_map(about).collect()
}

fn limit_problem(limit: &'static str, most: u64, names: &[&str], merged: &[Box<dyn MergedBucket>]) -> Option<String> {
    let found: Vec<Option<Measure>> = merged.iter().map(|bucket| bucket.measure(limit)).collect();
    let problem = check_limit(limit, most, &found);
    if problem.is_none() {
        return None;
    }
    let mut members = Members::new();
    for (bucket, measure) in merged.iter().zip(&found) {
        if let Some(measure) = measure {
            members = bucket.members(names, members, measure.shown(&problem));
        }
    }
    let known: Vec<&[&str]> = merged.iter().map(|bucket| bucket.limits()).collect();
    Some(limit_report(&problem, &members, names, &known).as_str().to_owned())
}

fn text(problem: &Problem, names: &[&str]) -> String {
    problem.render(names).as_str().to_owned()
}

/// A component with its settings, its type forgotten.
trait Added {
    fn name(&self) -> &'static str;
    fn entities(&self) -> &'static [crate::entity::Schema];
    fn setting_problems(&self, index: usize, names: &[&str]) -> Vec<String>;
    fn attach(&self, index: usize, deployed: &mut Deployed<'_>) -> Result<Box<dyn Any>>;
}

struct Instance<C: Component> {
    name: &'static str,
    settings: C::Settings,
}

impl<C: Component> Added for Instance<C> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn entities(&self) -> &'static [crate::entity::Schema] {
        C::ENTITIES
    }

    fn setting_problems(&self, index: usize, names: &[&str]) -> Vec<String> {
        let problem = |setting: &&'static str| {
            let finding = self.settings.check_setting(setting)?;
            Some(text(&Problem::Setting { setting, owner: Owner::Component(index), finding }, names))
        };
        C::Settings::NAMES.iter().filter_map(problem).collect()
    }

    fn attach(&self, index: usize, deployed: &mut Deployed<'_>) -> Result<Box<dyn Any>> {
        Ok(Box::new(deployed.attach::<C>(index, &self.settings)?))
    }
}

/// A backend that was merged and checked at run time.
pub struct Built {
    deployment: Deployment,
    components: Vec<Box<dyn Added>>,
}

impl Built {
    /// What the rules warn of, without what was allowed.
    pub fn warnings(&self) -> Vec<String> {
        self.deployment.warnings()
    }

    /// How much of what is counted the backend uses, and how much it may.
    pub fn usage(&self) -> Vec<Usage> {
        self.deployment.usage()
    }

    /// Adds the resources of all components to a stack.
    ///
    /// # Errors
    /// What only the running program can see: a label that is too long, an environment that the app does not have.
    pub fn add_to(self, stack: &Stack) -> Result<Handles> {
        let mut deployed = self.deployment.emit(stack)?;
        let mut handles = BTreeMap::new();
        for (index, component) in self.components.iter().enumerate() {
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
