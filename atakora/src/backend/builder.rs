//! Backends whose components only the running program knows. The same components, the same checks, the same texts.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::panic::Location;

use atakora_rules::environments;

use super::added::{Added, Instance};
use super::built::Built;
use super::configuration::Configuration;
use super::deployment::{Deployment, each};
use super::intern::intern;
use super::naming::{Naming, check_convention, check_convention_in, check_names, check_names_in};
use super::overlay::Overlay;
use super::report::Validation;
use super::requirements::{MergedBucket, Requirements};
use crate::azure::{Convention, Label};
use crate::check::document::problem;
use crate::check::environments::{about_component_in, check_environment};
use crate::check::render::{Members, about_component, limit_report};
use crate::component::Component;
use crate::deferred::Given;
use crate::merge::rules::NAME_TWICE;
use crate::merge::{Measure, Sink, check_limit};
use crate::provider::{Context, Emit};
use crate::providers::monitoring::MonitoringSettings;
use crate::providers::networking::NetworkingSettings;
use crate::providers::{Monitoring, Networking};
use crate::terraform::declare::Source;
use crate::{Error, Result};

/// The way to a backend at run time: [`Backend::builder`].
pub struct Backend;

impl Backend {
    /// A backend without components; `name` begins every physical name.
    pub fn builder(name: impl Into<String>, environment: impl Into<String>) -> BackendBuilder {
        let environment = intern(environment.into());
        BackendBuilder::new(name.into(), environment, vec![(environment, Overlay::new())])
    }

    /// The same for several environments, each with what it sets again: all are merged and checked, one is chosen when the
    /// backend is added to a stack.
    ///
    /// ```
    /// use atakora::backend::Overlay;
    /// use atakora::components::FunctionsAppSettings;
    /// use atakora::prelude::*;
    ///
    /// # fn main() -> atakora::Result {
    /// let larger = FunctionsAppSettings { instance_memory_mb: 4096, ..FunctionsAppSettings::DEFAULT };
    /// let backend = Backend::in_environments("shop", [
    ///     ("dev", Overlay::new()),
    ///     ("production", Overlay::new().component::<FunctionsApp>("jobs", larger).limit("max_function_apps", 2)),
    /// ]);
    /// let backend = backend.add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT).build()?;
    /// assert_eq!(backend.environments(), ["dev", "production"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn in_environments<N: Into<String>>(
        name: impl Into<String>,
        environments: impl IntoIterator<Item = (N, Overlay)>,
    ) -> BackendBuilder {
        let environments = environments.into_iter().map(|(name, overlay)| (intern(name.into()), overlay)).collect();
        BackendBuilder::new(name.into(), "", environments)
    }
}

/// Collects components and settings; [`BackendBuilder::build`] merges and checks them.
///
/// ```
/// use atakora::backend::name;
/// use atakora::components::FunctionsAppSettings;
/// use atakora::prelude::*;
/// use atakora::providers::monitoring::MonitoringSettings;
///
/// # fn main() -> atakora::Result {
/// let mut backend = Backend::builder("shop", "production")
///     .with_monitoring(MonitoringSettings { retention_days: 90, ..MonitoringSettings::DEFAULT })
///     .with_limits([("max_function_apps", 1)])
///     .with_tags([("team", "sales")]);
/// for shop in ["north", "south"] {
///     let nightly = Function::timer(name(format!("nightly-{shop}")), "0 0 3 * * *");
///     let settings = FunctionsAppSettings { functions: vec![nightly].leak(), ..FunctionsAppSettings::DEFAULT };
///     backend = backend.add_component::<FunctionsApp>(format!("jobs_{shop}"), settings);
/// }
/// let backend = backend.build()?;
/// println!("{}", backend.usage());
/// # Ok(())
/// # }
/// ```
pub struct BackendBuilder {
    /// What it is in each environment is not known before everything was told.
    deployment: Deployment,
    components: Vec<Box<dyn Added>>,
    requirements: Requirements,
    limits: Vec<(&'static str, u64)>,
    tags: BTreeMap<String, String>,
    protect: Option<bool>,
    allow: Vec<&'static str>,
    environments: Vec<(&'static str, Overlay)>,
}

impl BackendBuilder {
    fn new(name: String, environment: &'static str, environments: Vec<(&'static str, Overlay)>) -> Self {
        let naming =
            Naming { name: intern(name.clone()), environment, label: 0, unique: "", convention: Convention::DEFAULT };
        BackendBuilder {
            deployment: Deployment::of_several(name, naming),
            components: Vec::new(),
            requirements: Requirements::new(),
            limits: Vec::new(),
            tags: BTreeMap::new(),
            protect: None,
            allow: Vec::new(),
            environments,
        }
    }

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

    /// Lists a provider, with what the backend sets for all of its resources. The built-in ones need no listing.
    pub fn with_provider<P: Emit>(mut self, settings: P::Settings) -> Self {
        self.requirements.list::<P>(settings);
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

    /// How physical names are put together: a pattern, or a [`Convention`].
    pub fn with_naming(mut self, convention: impl Into<Convention>) -> Self {
        self.deployment.naming.convention = convention.into();
        self
    }

    /// Tags for every resource that takes tags; of two values for one key the later holds.
    pub fn with_tags<K: Into<String>, V: Display>(mut self, tags: impl IntoIterator<Item = (K, V)>) -> Self {
        self.tags.extend(tags.into_iter().map(|(key, value)| (key.into(), value.to_string())));
        self
    }

    /// One tag more.
    pub fn tag(self, key: impl Into<String>, value: impl Display) -> Self {
        self.with_tags([(key, value)])
    }

    /// How much of what is counted the backend may ask for.
    pub fn with_limits<N: Into<String>>(mut self, limits: impl IntoIterator<Item = (N, u64)>) -> Self {
        self.limits.extend(limits.into_iter().map(|(name, limit)| (intern(name.into()), limit)));
        self
    }

    /// One limit more.
    pub fn limit(self, name: impl Into<String>, limit: u64) -> Self {
        self.with_limits([(name, limit)])
    }

    /// A label in every name, at most as long as [`BackendBuilder::longest_label`] says.
    pub fn label(mut self, label: Label) -> Self {
        self.deployment.set_label(label);
        self
    }

    /// How long a label can be: 0, the default, to 8.
    pub fn longest_label(mut self, characters: usize) -> Self {
        self.deployment.naming.label = characters;
        self
    }

    /// Whether Terraform refuses to destroy or replace what holds data: accounts, databases, containers, workspaces.
    /// Default: in production it does.
    pub fn protect(mut self, protect: bool) -> Self {
        self.protect = Some(protect);
        self
    }

    /// A suffix that makes global names unique.
    pub fn unique(mut self, suffix: impl Into<String>) -> Self {
        self.deployment.naming.unique = intern(suffix.into());
        self
    }

    /// Silences a warning, by the id of its rule.
    pub fn allow(mut self, rule: impl Into<String>) -> Self {
        self.allow.push(intern(rule.into()));
        self
    }

    /// The value of a slot that a setting names.
    pub fn given(mut self, slot: impl Into<String>, value: impl Given) -> Self {
        self.deployment.given(intern(slot.into()), value.resolved());
        self
    }

    /// Everything that is wrong, and everything that is doubtful, without building anything.
    pub fn validate(&self) -> Validation {
        let merged = self.merged();
        let warnings = merged.iter().map(|merged| {
            let fired = merged.buckets.iter().flat_map(|bucket| bucket.warnings());
            let components = self.components_in(merged.environment);
            let retires = components.iter().flat_map(|component| component.retires());
            let retires = retires.chain(merged.buckets.iter().flat_map(|bucket| bucket.retires()));
            (merged.environment, self.configuration(merged).told(fired.chain(retires)))
        });
        Validation { errors: self.problems(&merged), warnings: each(self.deployment.several, warnings) }
    }

    /// Merges and checks.
    ///
    /// # Errors
    /// Everything that is wrong, with the texts that the compiler would print.
    pub fn build(mut self) -> Result<Built> {
        let merged = self.merged();
        Error::all(self.problems(&merged))?;
        for merged in merged {
            self.deployment.configurations.push(self.configuration(&merged));
            for bucket in merged.buckets {
                bucket.plan(&mut self.deployment);
            }
        }
        Ok(Built::new(self.deployment, self.components, self.environments.into_iter().collect()))
    }

    /// What the backend says for an environment.
    fn configuration(&self, merged: &Merged) -> Configuration {
        let mut configuration = Configuration::new(merged.environment, &self.allow);
        configuration.tags = self.tags.clone();
        configuration.protect = self.protect;
        configuration.limits = merged.limits.iter().copied().collect();
        if let Some((_, overlay)) = self.environments.iter().find(|(name, _)| *name == merged.environment) {
            configuration.tags.extend(overlay.tags.clone());
            configuration.protect = overlay.protect.or(self.protect);
            configuration.allow = overlay.allow.clone().unwrap_or(configuration.allow);
        }
        configuration
    }

    fn merged(&self) -> Vec<Merged> {
        let names = self.names();
        let merge = |(environment, overlay): &(&'static str, Overlay)| {
            let requirements = overlay.requirements(&self.requirements, &names);
            let again = |name: &&'static str| overlay.limits.iter().any(|(other, _)| other == name);
            let limits = self.limits.iter().filter(|(name, _)| !again(name)).chain(&overlay.limits).copied().collect();
            Merged { environment, buckets: requirements.merge(&Context { environment }), limits }
        };
        self.environments.iter().map(merge).collect()
    }

    /// The components with the settings that they have in an environment.
    fn components_in(&self, environment: &str) -> Vec<&dyn Added> {
        let overlay = self.environments.iter().find(|(name, _)| *name == environment);
        let again = |name| overlay.and_then(|(_, overlay)| overlay.component_named(name));
        self.components.iter().map(|component| again(component.name()).unwrap_or(&**component)).collect()
    }

    fn names(&self) -> Vec<&'static str> {
        self.components.iter().map(|component| component.name()).collect()
    }

    fn problems(&self, merged: &[Merged]) -> Vec<String> {
        let count = self.environments.len();
        if count > environments::MOST {
            return vec![environments::too_many(count)];
        }
        let several = self.deployment.several;
        let names = self.names();
        let in_each = |problems: &dyn Fn(&Merged) -> Vec<String>| {
            each(several, merged.iter().map(|merged| (merged.environment, problems(merged))))
        };
        let mut problems = names_twice(&names);
        if names.is_empty() {
            problems.push(format!("backend `{}` has no components", self.deployment.naming.name));
        }
        if several {
            problems.extend(self.environment_problems());
        }
        problems.extend(in_each(&|merged| self.setting_problems(merged, &names)));
        problems.extend(self.component_problems(merged, &names));
        problems.extend(in_each(&|merged| limit_problems(merged, &names)));
        problems.extend(in_each(&|merged| self.name_problems(merged)));
        problems.extend(self.deployment.label_problems());
        problems.extend(in_each(&|merged| self.configuration(merged).problems(&BTreeMap::new())));
        problems
    }

    fn environment_problems(&self) -> Vec<String> {
        let environments: Vec<&'static str> = self.environments.iter().map(|(name, _)| *name).collect();
        let mut problems = Vec::new();
        if environments.is_empty() {
            problems.push(format!("backend `{}` names no environment", self.deployment.naming.name));
        }
        for (index, (environment, overlay)) in self.environments.iter().enumerate() {
            if environments[..index].contains(environment) {
                problems.push(environments::twice(environment));
            } else {
                let report = check_environment(index, &environments, self.deployment.naming.label);
                problems.extend(report.map(|report| report.as_str().to_owned()));
            }
            problems.extend(overlay.problems(&self.components));
        }
        problems
    }

    fn setting_problems(&self, merged: &Merged, names: &[&str]) -> Vec<String> {
        let components = self.components_in(merged.environment);
        let of = |(index, component): (usize, &&dyn Added)| component.setting_problems(index, names);
        let mut problems: Vec<String> = components.iter().enumerate().flat_map(of).collect();
        for bucket in &merged.buckets {
            problems.extend(bucket.setting_problems().iter().map(|problem| problem.render(names).as_str().to_owned()));
        }
        problems
    }

    fn component_problems(&self, merged: &[Merged], names: &[&str]) -> Vec<String> {
        let sinks: Vec<Vec<&Sink>> =
            merged.iter().map(|merged| merged.buckets.iter().map(|bucket| bucket.sink()).collect()).collect();
        let environments: Vec<&str> = merged.iter().map(|merged| merged.environment).collect();
        let sinks: Vec<&[&Sink]> = sinks.iter().map(Vec::as_slice).collect();
        let about = |(index, component): (usize, &dyn Added)| {
            let (providers, entities) = (self.requirements.missing_provider(index), component.entities());
            let report = match sinks.as_slice() {
                [sinks] if !self.deployment.several => about_component(index, names, providers, entities, sinks),
                sinks => about_component_in(index, names, &environments, providers, entities, sinks),
            };
            report.map(|report| report.as_str().to_owned())
        };
        self.components.iter().map(Box::as_ref).enumerate().filter_map(about).collect()
    }

    fn name_problems(&self, merged: &Merged) -> Vec<String> {
        let naming = &self.deployment.naming;
        let codes: Vec<_> = merged.buckets.iter().map(|bucket| (bucket.shapes(), bucket.codes())).collect();
        let codes: Vec<_> = codes.iter().map(|(shapes, codes)| (*shapes, codes.as_slice())).collect();
        let reports = if self.deployment.several {
            let environment = merged.environment;
            [check_names_in(naming, environment, &codes), check_convention_in(naming, environment, &codes)]
        } else {
            [check_names(naming, &codes), check_convention(naming, &codes)]
        };
        reports.iter().flatten().map(|report| report.as_str().to_owned()).collect()
    }
}

/// What was merged for an environment.
struct Merged {
    environment: &'static str,
    buckets: Vec<Box<dyn MergedBucket>>,
    limits: Vec<(&'static str, u64)>,
}

fn names_twice(names: &[&str]) -> Vec<String> {
    let twice = |(i, name): (usize, &&str)| names[..i].contains(name).then(|| problem(&NAME_TWICE, &[name]));
    names.iter().enumerate().filter_map(twice).collect()
}

fn limit_problems(merged: &Merged, names: &[&str]) -> Vec<String> {
    let buckets = &merged.buckets;
    let measures: Vec<Vec<Measure>> = buckets.iter().map(|bucket| bucket.measures()).collect();
    let measures: Vec<&[Measure]> = measures.iter().map(Vec::as_slice).collect();
    let known: Vec<&[&str]> = buckets.iter().map(|bucket| bucket.limits()).collect();
    let problem = |(limit, most): &(&'static str, u64)| {
        let problem = check_limit(limit, *most, &measures);
        if problem.is_none() {
            return None;
        }
        let mut members = Members::new();
        for (bucket, measures) in buckets.iter().zip(&measures) {
            members = bucket.members(names, members, problem.shown(measures));
        }
        Some(limit_report(&problem, &members, names, &known).as_str().to_owned())
    };
    merged.limits.iter().filter_map(problem).collect()
}
