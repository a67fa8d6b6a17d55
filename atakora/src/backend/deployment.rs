//! A backend on its way into a stack: what was merged, and what only the running program adds.

use std::collections::BTreeMap;

use super::configuration::Configuration;
use super::deployed::Deployed;
use super::naming::Naming;
use super::plan::{MergedPlan, Plan, Views};
use super::report::{UsageTable, Validation};
use crate::azure::Label;
use crate::check::environments::in_environments;
use crate::deferred::Resolved;
use crate::provider::{Emit, Provider};
use crate::terraform::declare::Source;
use crate::terraform::stack::Stack;
use crate::{Error, Result};

/// What the struct that `backend!` makes holds.
pub struct Deployment {
    pub(crate) backend: String,
    /// The environment in it is that of a backend with one; it is empty where there are several.
    pub(crate) naming: Naming,
    pub(crate) components: Vec<Declared>,
    /// Whether the environments have settings of their own, so that texts say which is meant.
    pub(crate) several: bool,
    /// One for each environment.
    pub(crate) configurations: Vec<Configuration>,
    /// What the running program adds to those of the environments.
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) label: Option<Label>,
    pub(crate) slots: BTreeMap<&'static str, Resolved>,
}

/// A component and where it was written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declared {
    pub(crate) name: &'static str,
    pub(crate) source: Source,
}

impl Deployment {
    /// A backend without components, for the environment that `naming` has.
    pub fn new(backend: impl Into<String>, naming: Naming, allow: &[&'static str]) -> Self {
        let mut deployment = Self::of_several(backend, naming);
        deployment.environment(naming.environment, allow);
        deployment
    }

    /// A backend without components, and without what it is in an environment.
    pub fn of_several(backend: impl Into<String>, naming: Naming) -> Self {
        Deployment {
            backend: backend.into(),
            naming,
            several: naming.environment.is_empty(),
            components: Vec::new(),
            configurations: Vec::new(),
            tags: BTreeMap::new(),
            label: None,
            slots: BTreeMap::new(),
        }
    }

    /// The next environment: plans, limits and `protect` are its own from now on.
    pub fn environment(&mut self, environment: &'static str, allow: &[&'static str]) {
        self.configurations.push(Configuration::new(environment, allow));
    }

    /// The next component.
    pub fn component(&mut self, name: &'static str, source: Source) {
        self.components.push(Declared { name, source });
    }

    /// All components of a backend that stands in one file: their names and lines.
    pub fn components(&mut self, file: &'static str, crate_dir: &'static str, components: &[(&'static str, u32)]) {
        for (name, line) in components {
            self.component(name, Source { file, crate_dir, line: *line });
        }
    }

    /// What was merged of `inputs` for a provider in a constant; `of` is the group of each component.
    pub fn plan<P: Emit>(
        &mut self,
        inputs: &'static [Option<P>],
        views: &'static [P::Merged<'static>],
        of: &'static [usize],
        settings: P::Settings,
        warned: [bool; 4],
    ) {
        self.add(MergedPlan::<P> { views: Views::Constant { inputs, views, of }, settings, warned });
    }

    /// What was merged for a provider just now.
    pub(crate) fn owned_plan<P: Emit>(
        &mut self,
        inputs: Vec<Option<P>>,
        owned: <P as Provider>::Owned,
        settings: P::Settings,
        warned: [bool; 4],
    ) {
        self.add(MergedPlan::<P> { views: Views::Owned { inputs, owned }, settings, warned });
    }

    fn add(&mut self, plan: impl Plan + 'static) {
        if let Some(configuration) = self.configurations.last_mut() {
            configuration.plans.push(Box::new(plan));
        }
    }

    /// How much of something the backend may ask for; that it does not ask for more has been checked.
    pub fn limit(&mut self, name: &'static str, most: u64) {
        if let Some(configuration) = self.configurations.last_mut() {
            configuration.limits.insert(name, most);
        }
    }

    /// A tag for every resource that takes tags, in all environments; the last value of a key holds.
    pub fn add_tag(&mut self, key: impl Into<String>, value: impl std::fmt::Display) {
        self.tags.insert(key.into(), value.to_string());
    }

    /// The same in one environment.
    pub fn tag_in_environment(&mut self, key: impl Into<String>, value: impl std::fmt::Display) {
        if let Some(configuration) = self.configurations.last_mut() {
            configuration.tags.insert(key.into(), value.to_string());
        }
    }

    /// The label in every name.
    pub fn set_label(&mut self, label: Label) {
        self.label = Some(label);
    }

    /// Whether what holds data is kept from being destroyed; where nobody says, production protects.
    pub fn protect(&mut self, protect: bool) {
        if let Some(configuration) = self.configurations.last_mut() {
            configuration.protect = Some(protect);
        }
    }

    /// The value of a slot.
    pub fn given(&mut self, slot: &'static str, value: Resolved) {
        self.slots.insert(slot, value);
    }

    /// What is wrong and what is doubtful, as far as it shows without a stack, in all environments.
    pub fn validate(&self) -> Validation {
        Validation { errors: self.problems(), warnings: self.in_each(|configuration| configuration.warnings()) }
    }

    pub(crate) fn environments(&self) -> Vec<&'static str> {
        self.configurations.iter().map(|configuration| configuration.environment).collect()
    }

    /// What only the running program can see: a label that is too long, tags that Azure refuses.
    pub(crate) fn problems(&self) -> Vec<String> {
        let mut problems = self.label_problems();
        problems.extend(self.in_each(|configuration| configuration.problems(&self.tags)));
        problems
    }

    pub(crate) fn label_problems(&self) -> Vec<String> {
        let label = self.label.and_then(|label| label.within(self.naming.label).err());
        label.map(|error| error.problems().to_vec()).unwrap_or_default()
    }

    /// What is told of the environments: each text once, where there are several with their names.
    pub(crate) fn in_each(&self, texts: impl Fn(&Configuration) -> Vec<String>) -> Vec<String> {
        let texts = self.configurations.iter().map(|configuration| (configuration.environment, texts(configuration)));
        each(self.several, texts)
    }

    /// Emits everything, stage by stage.
    ///
    /// # Errors
    /// An environment that is not the app's, a label that is too long, and what a provider finds.
    pub fn emit<'s>(&self, stack: &'s Stack) -> Result<Deployed<'s>>
    where
        Self: 's,
    {
        let environment = stack.declare_environments(&self.environments())?;
        let chosen = self.configurations.iter().find(|configuration| configuration.environment == environment);
        let Some(configuration) = chosen else {
            return Err(Error::new(format!("backend `{}` has no environment", self.backend)));
        };
        let mut errors = self.label_problems();
        errors.extend(configuration.problems(&self.tags));
        Error::all(errors)?;
        for warning in configuration.warnings() {
            stack.warn(format!("{warning}\n  Backend: `{}`", self.backend));
        }
        self.describe(configuration, stack);
        self.explain(configuration, stack);
        stack.contents_mut().tags.of_backend(&configuration.tags(&self.tags));
        configuration.usage().rows.into_iter().for_each(|usage| stack.usage(usage));
        if stack.explains() {
            let others = self.configurations.iter().filter(|other| other.environment != environment);
            stack.contents_mut().elsewhere.extend(others.flat_map(|other| other.usage().rows));
        }
        let mut deployed = Deployed::new(stack, self, configuration)?;
        let mut order: Vec<&dyn Plan> = configuration.plans.iter().map(|plan| &**plan).collect();
        order.sort_by_key(|plan| plan.stage());
        for plan in order {
            plan.emit(&mut deployed)?;
        }
        Ok(deployed)
    }

    /// Tells the summary what is shared by whom.
    fn describe(&self, configuration: &Configuration, stack: &Stack) {
        for share in configuration.plans.iter().flat_map(|plan| plan.shares()) {
            let members: Vec<&str> =
                share.members.iter().filter_map(|member| self.components.get(*member)).map(|c| c.name).collect();
            let what = match share.description.as_str() {
                "" => share.provider.to_owned(),
                description => format!("{} ({description})", share.provider),
            };
            stack.share(what, members.join(", "));
        }
    }

    /// How much of what is counted the backend uses, in each of its environments.
    pub fn usage(&self) -> UsageTable {
        UsageTable { rows: self.configurations.iter().flat_map(|configuration| configuration.usage().rows).collect() }
    }
}

/// The texts of environments, each once. Where there are `several`, they say in which.
pub(super) fn each<'e>(several: bool, texts: impl Iterator<Item = (&'e str, Vec<String>)>) -> Vec<String> {
    if !several {
        return texts.flat_map(|(_, texts)| texts).collect();
    }
    let mut all: Vec<(String, Vec<&str>)> = Vec::new();
    for (environment, texts) in texts {
        for text in texts {
            match all.iter_mut().find(|(known, _)| *known == text) {
                Some((_, environments)) if !environments.contains(&environment) => environments.push(environment),
                Some(_) => {}
                None => all.push((text, vec![environment])),
            }
        }
    }
    let told = |(text, environments): (String, Vec<&str>)| format!("{text}{}", in_environments(&environments).as_str());
    all.into_iter().map(told).collect()
}
