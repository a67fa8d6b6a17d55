//! What a backend is in one of its environments.

use std::collections::BTreeMap;

use super::plan::Plan;
use super::report::UsageTable;
use crate::azure::Tags;
use crate::check::Rule;
use crate::check::render::warning_text;
use crate::merge::Counted;
use crate::provider::Context;
use crate::terraform::summary::Usage;

/// What was merged for an environment, and what the backend says for it.
pub(crate) struct Configuration {
    pub(crate) environment: &'static str,
    pub(crate) allow: Vec<&'static str>,
    pub(crate) plans: Vec<Box<dyn Plan>>,
    /// Those that the backend wrote for it.
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) protect: Option<bool>,
    pub(crate) limits: BTreeMap<&'static str, u64>,
}

impl Configuration {
    pub(crate) fn new(environment: &'static str, allow: &[&'static str]) -> Self {
        Configuration {
            environment,
            allow: allow.to_vec(),
            plans: Vec::new(),
            tags: BTreeMap::new(),
            protect: None,
            limits: BTreeMap::new(),
        }
    }

    /// Whether what holds data is kept from being destroyed; where nobody says, production protects.
    pub(crate) fn protects(&self) -> bool {
        self.protect.unwrap_or(Context { environment: self.environment }.is_production())
    }

    /// The tags, with those that the running program adds: these win.
    pub(crate) fn tags(&self, added: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let mut tags = self.tags.clone();
        tags.extend(added.iter().map(|(key, value)| (key.clone(), value.clone())));
        tags
    }

    /// Tags that Azure refuses.
    pub(crate) fn problems(&self, added: &BTreeMap<String, String>) -> Vec<String> {
        let mut tags = Tags::new();
        self.tags(added).into_iter().for_each(|(key, value)| tags.set(key, value));
        tags.check().err().map(|error| error.problems().to_vec()).unwrap_or_default()
    }

    /// The texts of the warnings that were not allowed.
    pub(crate) fn warnings(&self) -> Vec<String> {
        self.told(self.plans.iter().flat_map(|plan| plan.warnings()))
    }

    /// The texts of those that were not allowed.
    pub(crate) fn told(&self, fired: impl Iterator<Item = &'static Rule>) -> Vec<String> {
        fired.filter(|rule| !self.allow.contains(&rule.id)).map(|rule| warning_text(rule).as_str().to_owned()).collect()
    }

    /// How much of what is counted it uses: as a limit counts it, over all providers.
    pub(crate) fn usage(&self) -> UsageTable {
        let mut all: BTreeMap<&'static str, Usage> = BTreeMap::new();
        for measure in self.plans.iter().flat_map(|plan| plan.usage()) {
            let limit = self.limits.get(measure.name).copied();
            let usage = all.entry(measure.name).or_insert(Usage {
                name: measure.name.to_owned(),
                label: measure.label.to_owned(),
                environment: self.environment.to_owned(),
                used: 0,
                limit,
            });
            usage.used = match measure.amount.counted {
                Counted::PerGroup => usage.used.max(measure.amount.amount),
                Counted::Groups | Counted::Total => usage.used + measure.amount.amount,
            };
        }
        UsageTable { rows: all.into_values().filter(|usage| usage.used > 0 || usage.limit.is_some()).collect() }
    }
}
