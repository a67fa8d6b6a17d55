//! Backends whose components only the running program knows. The same components, the same checks, the same texts.

use std::fmt::Display;
use std::panic::Location;

use super::added::{Added, Instance};
use super::built::Built;
use super::deployment::Deployment;
use super::intern::intern;
use super::naming::{Naming, check_convention, check_names};
use super::report::Validation;
use super::requirements::{MergedBucket, Requirements};
use crate::azure::{Convention, Label};
use crate::check::render::{Members, about_component, limit_report};
use crate::component::Component;
use crate::deferred::Given;
use crate::merge::{Measure, Problem, Sink, check_limit};
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
        let name: String = name.into();
        let naming = Naming {
            name: intern(name.clone()),
            environment: intern(environment.into()),
            label: 0,
            unique: "",
            convention: Convention::DEFAULT,
        };
        BackendBuilder {
            deployment: Deployment::new(name, naming, &[]),
            components: Vec::new(),
            requirements: Requirements::new(),
            limits: Vec::new(),
        }
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
        tags.into_iter().for_each(|(key, value)| self.deployment.add_tag(key, value));
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
        self.deployment.protect(protect);
        self
    }

    /// A suffix that makes global names unique.
    pub fn unique(mut self, suffix: impl Into<String>) -> Self {
        self.deployment.naming.unique = intern(suffix.into());
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

    /// Everything that is wrong, and everything that is doubtful, without building anything.
    pub fn validate(&self) -> Validation {
        let merged = self.merged();
        let errors = self.problems(&merged);
        let warnings = merged.iter().flat_map(|bucket| bucket.warnings());
        let retires = self.components.iter().flat_map(|component| component.retires());
        let retires = retires.chain(merged.iter().flat_map(|bucket| bucket.retires()));
        Validation { errors, warnings: self.deployment.told(warnings.chain(retires)) }
    }

    /// Merges and checks.
    ///
    /// # Errors
    /// Everything that is wrong, with the texts that the compiler would print.
    pub fn build(self) -> Result<Built> {
        let merged = self.merged();
        Error::all(self.problems(&merged))?;
        let BackendBuilder { mut deployment, components, limits, .. } = self;
        for (limit, most) in limits {
            deployment.limit(limit, most);
        }
        for bucket in merged {
            bucket.plan(&mut deployment);
        }
        Ok(Built::new(deployment, components))
    }

    fn merged(&self) -> Vec<Box<dyn MergedBucket>> {
        self.requirements.merge(&Context { environment: self.deployment.naming.environment })
    }

    fn problems(&self, merged: &[Box<dyn MergedBucket>]) -> Vec<String> {
        let BackendBuilder { deployment, components, requirements, limits } = self;
        let naming = &deployment.naming;
        let names: Vec<&str> = components.iter().map(|component| component.name()).collect();
        let mut problems = names_twice(&names);
        if names.is_empty() {
            problems.push(format!("backend `{}` has no components", naming.name));
        }
        for (index, component) in components.iter().enumerate() {
            problems.extend(component.setting_problems(index, &names));
        }
        for bucket in merged {
            problems.extend(bucket.setting_problems().iter().map(|problem| problem.render(&names).as_str().to_owned()));
        }
        problems.extend(component_problems(components, &names, requirements, merged));
        problems.extend(limits.iter().filter_map(|(limit, most)| limit_problem(limit, *most, &names, merged)));
        let codes: Vec<_> = merged.iter().map(|bucket| (bucket.shapes(), bucket.codes())).collect();
        let codes: Vec<_> = codes.iter().map(|(shapes, codes)| (*shapes, codes.as_slice())).collect();
        let reports = [check_names(naming, &codes), check_convention(naming, &codes)];
        problems.extend(reports.iter().flatten().map(|report| report.as_str().to_owned()));
        problems.extend(deployment.problems());
        problems
    }
}

fn names_twice(names: &[&str]) -> Vec<String> {
    let twice = |(i, name): (usize, &&str)| {
        names[..i].contains(name).then(|| format!("component `{name}` is declared twice\n  Solution: rename one"))
    };
    names.iter().enumerate().filter_map(twice).collect()
}

fn component_problems(
    components: &[Box<dyn Added>],
    names: &[&str],
    requirements: &Requirements,
    merged: &[Box<dyn MergedBucket>],
) -> Vec<String> {
    let sinks: Vec<&Sink> = merged.iter().map(|bucket| bucket.sink()).collect();
    let codes: Vec<Problem> = merged.iter().map(|bucket| bucket.same_codes()).collect();
    let about = |(index, component): (usize, &dyn Added)| {
        let providers = requirements.missing_provider(index);
        about_component(index, names, providers, component.entities(), &codes, &sinks)
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
