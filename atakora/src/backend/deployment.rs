//! A backend on its way into a stack: what was merged, and what only the running program adds.

use std::collections::BTreeMap;

use super::deployed::Deployed;
use super::naming::Naming;
use super::plan::{MergedPlan, Plan, Views};
use super::report::{UsageTable, Validation};
use crate::azure::{Label, Tags};
use crate::check::Rule;
use crate::check::render::warning_text;
use crate::deferred::Resolved;
use crate::merge::Counted;
use crate::provider::{Context, Emit, Provider};
use crate::terraform::declare::Source;
use crate::terraform::stack::Stack;
use crate::terraform::summary::Usage;
use crate::{Error, Result};

/// What the struct that `backend!` makes holds.
pub struct Deployment {
    pub(crate) backend: String,
    pub(crate) naming: Naming,
    pub(crate) allow: Vec<&'static str>,
    pub(crate) components: Vec<Declared>,
    pub(crate) plans: Vec<Box<dyn Plan>>,
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) label: Option<Label>,
    protect: Option<bool>,
    pub(crate) slots: BTreeMap<&'static str, Resolved>,
    limits: BTreeMap<&'static str, u64>,
}

/// A component and where it was written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Declared {
    pub(crate) name: &'static str,
    pub(crate) source: Source,
}

impl Deployment {
    /// A backend without components.
    pub fn new(backend: impl Into<String>, naming: Naming, allow: &[&'static str]) -> Self {
        Deployment {
            backend: backend.into(),
            naming,
            allow: allow.to_vec(),
            components: Vec::new(),
            plans: Vec::new(),
            tags: BTreeMap::new(),
            label: None,
            protect: None,
            slots: BTreeMap::new(),
            limits: BTreeMap::new(),
        }
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
        self.plans.push(Box::new(MergedPlan::<P> { views: Views::Constant { inputs, views, of }, settings, warned }));
    }

    /// What was merged for a provider just now.
    pub(crate) fn owned_plan<P: Emit>(
        &mut self,
        inputs: Vec<Option<P>>,
        owned: <P as Provider>::Owned,
        settings: P::Settings,
        warned: [bool; 4],
    ) {
        self.plans.push(Box::new(MergedPlan::<P> { views: Views::Owned { inputs, owned }, settings, warned }));
    }

    /// How much of something the backend may ask for; that it does not ask for more has been checked.
    pub fn limit(&mut self, name: &'static str, most: u64) {
        self.limits.insert(name, most);
    }

    /// A tag for every resource that takes tags; the last value of a key holds.
    pub fn add_tag(&mut self, key: impl Into<String>, value: impl std::fmt::Display) {
        self.tags.insert(key.into(), value.to_string());
    }

    /// The label in every name.
    pub fn set_label(&mut self, label: Label) {
        self.label = Some(label);
    }

    /// Whether what holds data is kept from being destroyed; where nobody says, production protects.
    pub fn protect(&mut self, protect: bool) {
        self.protect = Some(protect);
    }

    pub(crate) fn protects(&self) -> bool {
        self.protect.unwrap_or(Context { environment: self.naming.environment }.is_production())
    }

    /// The value of a slot.
    pub fn given(&mut self, slot: &'static str, value: Resolved) {
        self.slots.insert(slot, value);
    }

    /// What is wrong and what is doubtful, as far as it shows without a stack.
    pub fn validate(&self) -> Validation {
        Validation { errors: self.problems(), warnings: self.told(self.plans.iter().flat_map(|plan| plan.warnings())) }
    }

    /// What only the running program can see: a label that is too long, tags that Azure refuses.
    pub(crate) fn problems(&self) -> Vec<String> {
        let label = self.label.and_then(|label| label.within(self.naming.label).err());
        let mut tags = Tags::new();
        self.tags.iter().for_each(|(key, value)| tags.set(key, value.clone()));
        label.into_iter().chain(tags.check().err()).flat_map(|error| error.problems().to_vec()).collect()
    }

    /// The texts of the warnings that were not allowed.
    pub(crate) fn told(&self, fired: impl Iterator<Item = &'static Rule>) -> Vec<String> {
        fired.filter(|rule| !self.allow.contains(&rule.id)).map(|rule| warning_text(rule).as_str().to_owned()).collect()
    }

    /// Emits everything, stage by stage.
    ///
    /// # Errors
    /// An environment that is not the app's, a label that is too long, and what a provider finds.
    pub fn emit<'s>(&self, stack: &'s Stack) -> Result<Deployed<'s>>
    where
        Self: 's,
    {
        stack.declare_environments(&[self.naming.environment])?;
        let Validation { errors, warnings } = self.validate();
        Error::all(errors)?;
        for warning in warnings {
            stack.warn(format!("{warning}\n  Backend: `{}`", self.backend));
        }
        self.describe(stack);
        self.explain(stack);
        stack.contents_mut().tags.of_backend(&self.tags);
        self.usage().rows.into_iter().for_each(|usage| stack.usage(usage));
        let mut deployed = Deployed::new(stack, self)?;
        let mut order: Vec<&dyn Plan> = self.plans.iter().map(|plan| &**plan).collect();
        order.sort_by_key(|plan| plan.stage());
        for plan in order {
            plan.emit(&mut deployed)?;
        }
        Ok(deployed)
    }

    /// Tells the summary what is shared by whom.
    fn describe(&self, stack: &Stack) {
        for share in self.plans.iter().flat_map(|plan| plan.shares()) {
            let members: Vec<&str> =
                share.members.iter().filter_map(|member| self.components.get(*member)).map(|c| c.name).collect();
            let what = match share.description.as_str() {
                "" => share.provider.to_owned(),
                description => format!("{} ({description})", share.provider),
            };
            stack.share(what, members.join(", "));
        }
    }

    /// How much of what is counted the backend uses: as a limit counts it, over all providers.
    pub fn usage(&self) -> UsageTable {
        let mut all: BTreeMap<&'static str, Usage> = BTreeMap::new();
        for measure in self.plans.iter().flat_map(|plan| plan.usage()) {
            let limit = self.limits.get(measure.name).copied();
            let usage = all.entry(measure.name).or_insert(Usage {
                name: measure.name.to_owned(),
                label: measure.label.to_owned(),
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

    pub(crate) fn missing_slot(slot: &str) -> Error {
        Error::new(format!("SlotError: the slot `{slot}` was given no value"))
    }
}
