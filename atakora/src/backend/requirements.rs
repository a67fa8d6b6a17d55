//! What the components of a builder ask for, provider by provider, in the order of the components.

use std::any::{Any, TypeId};

use super::deployment::Deployment;
use crate::azure::naming::NameShape;
use crate::check::render::Members;
use crate::check::{Rule, check_providers};
use crate::merge::{Measure, Owner, Problem, Shown, Sink};
use crate::provider::{Context, Emit};
use crate::providers::{
    CdnFrontDoor, Cosmos, Functions, Monitoring, Networking, StaticSite, Storage, TrafficManagerProfiles,
};
use crate::settings::Settings;

/// Takes the requirements of one component after another.
#[derive(Clone)]
pub struct Requirements {
    /// Whose are taken.
    current: usize,
    /// Of each component, the ids of the providers that it requires.
    wanted: Vec<Vec<&'static str>>,
    buckets: Vec<Box<dyn Bucket>>,
}

impl Requirements {
    /// Nobody requires anything yet. The built-in providers are there in the order in which `backend!` has them: it is
    /// the order of the problems in a text.
    pub(crate) fn new() -> Self {
        let mut requirements = Requirements { current: 0, wanted: Vec::new(), buckets: Vec::new() };
        requirements.bucket::<Networking>().listed = true;
        requirements.bucket::<Monitoring>().listed = true;
        requirements.bucket::<Storage>().listed = true;
        requirements.bucket::<Cosmos>().listed = true;
        requirements.bucket::<Functions>().listed = true;
        requirements.bucket::<StaticSite>().on_demand = true;
        requirements.bucket::<CdnFrontDoor>().on_demand = true;
        requirements.bucket::<TrafficManagerProfiles>().on_demand = true;
        requirements
    }

    /// Everything that is required from now on is the next component's.
    pub(crate) fn next_component(&mut self) {
        self.current = self.wanted.len();
        self.wanted.push(Vec::new());
    }

    /// Everything that is required from now on is this component's, instead of what it required before.
    pub(crate) fn again(&mut self, component: usize) {
        self.current = component;
        if let Some(wanted) = self.wanted.get_mut(component) {
            wanted.clear();
        }
        self.buckets.iter_mut().for_each(|bucket| bucket.forget(component));
    }

    /// The current component requires this.
    pub fn require<P: Emit>(&mut self, requirement: P) {
        let component = self.current;
        if let Some(wanted) = self.wanted.get_mut(component) {
            wanted.push(P::ID);
        }
        let bucket = self.bucket::<P>();
        bucket.listed |= bucket.on_demand;
        let inputs = &mut bucket.inputs;
        inputs.resize(inputs.len().max(component + 1), None);
        inputs[component] = Some(requirement);
    }

    /// The backend lists a provider, and sets this for it.
    pub(crate) fn list<P: Emit>(&mut self, settings: P::Settings) {
        let bucket = self.bucket::<P>();
        bucket.settings = settings;
        bucket.listed = true;
    }

    /// The provider that a component requires and the backend does not list.
    pub(crate) fn missing_provider(&self, component: usize) -> Problem {
        let wanted = self.wanted.get(component).map(Vec::as_slice).unwrap_or_default();
        let has: Vec<&str> = self.listed().map(|bucket| bucket.id()).collect();
        // what a component requires it has told itself
        let found: Vec<bool> = has.iter().map(|id| wanted.contains(id)).collect();
        check_providers(component, wanted, &has, &found)
    }

    fn listed(&self) -> impl Iterator<Item = &dyn Bucket> {
        self.buckets.iter().map(|bucket| &**bucket).filter(|bucket| bucket.listed())
    }

    fn bucket<P: Emit>(&mut self) -> &mut Of<P> {
        let index = match self.buckets.iter().position(|bucket| (**bucket).type_id() == TypeId::of::<Of<P>>()) {
            Some(index) => index,
            None => {
                self.buckets.push(Box::new(Of::<P> {
                    inputs: Vec::new(),
                    settings: P::Settings::DEFAULT,
                    listed: false,
                    on_demand: false,
                }));
                self.buckets.len() - 1
            }
        };
        match self.buckets[index].as_any().downcast_mut() {
            Some(bucket) => bucket,
            None => unreachable!("the bucket was found by its type"),
        }
    }

    /// Merges, provider by provider. Of one that the backend does not list nothing is known.
    pub(crate) fn merge(&self, context: &Context) -> Vec<Box<dyn MergedBucket>> {
        self.listed().map(|bucket| bucket.merge(self.wanted.len(), context)).collect()
    }
}

trait Bucket: Any {
    fn boxed(&self) -> Box<dyn Bucket>;
    /// What a component requires no longer.
    fn forget(&mut self, component: usize);
    fn as_any(&mut self) -> &mut dyn Any;
    fn id(&self) -> &'static str;
    fn listed(&self) -> bool;
    fn merge(&self, components: usize, context: &Context) -> Box<dyn MergedBucket>;
}

impl Clone for Box<dyn Bucket> {
    fn clone(&self) -> Self {
        (**self).boxed()
    }
}

#[derive(Clone)]
struct Of<P: Emit> {
    inputs: Vec<Option<P>>,
    settings: P::Settings,
    listed: bool,
    /// Listed as soon as a component requires it.
    on_demand: bool,
}

impl<P: Emit> Bucket for Of<P> {
    fn boxed(&self) -> Box<dyn Bucket> {
        Box::new(self.clone())
    }

    fn forget(&mut self, component: usize) {
        if let Some(input) = self.inputs.get_mut(component) {
            *input = None;
        }
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn id(&self) -> &'static str {
        P::ID
    }

    fn listed(&self) -> bool {
        self.listed
    }

    fn merge(&self, components: usize, context: &Context) -> Box<dyn MergedBucket> {
        let mut inputs = self.inputs.clone();
        inputs.resize(components, None);
        let (owned, sink) = P::merge(&inputs, &self.settings, context);
        let inputs = inputs.into_iter().map(|input| input.map(|input| input.resolve(&self.settings))).collect();
        Box::new(MergedOf::<P> { inputs, owned, sink, settings: self.settings })
    }
}

/// One provider, merged: what the checks ask of it.
pub(crate) trait MergedBucket {
    fn sink(&self) -> &Sink;
    fn setting_problems(&self) -> Vec<Problem>;
    /// What settings of the provider ask for that has an announced end.
    fn retires(&self) -> Vec<&'static Rule>;
    fn limits(&self) -> &'static [&'static str];
    fn measures(&self) -> Vec<Measure>;
    fn members(&self, names: &[&str], members: Members, shown: Shown) -> Members;
    fn shapes(&self) -> &'static [&'static NameShape];
    fn codes(&self) -> Vec<&'static str>;
    /// The rules that warn of what was merged.
    fn warnings(&self) -> Vec<&'static Rule>;
    fn plan(self: Box<Self>, deployment: &mut Deployment);
}

struct MergedOf<P: Emit> {
    inputs: Vec<Option<P>>,
    owned: P::Owned,
    sink: Sink,
    settings: P::Settings,
}

impl<P: Emit> MergedBucket for MergedOf<P> {
    fn sink(&self) -> &Sink {
        &self.sink
    }

    fn setting_problems(&self) -> Vec<Problem> {
        let problem = |setting: &&'static str| {
            let finding = self.settings.check_setting(setting)?;
            Some(Problem::Setting { setting, owner: Owner::Provider(P::ID), finding })
        };
        P::Settings::NAMES.iter().filter_map(problem).collect()
    }

    fn retires(&self) -> Vec<&'static Rule> {
        P::Settings::NAMES.iter().filter_map(|setting| self.settings.retires_setting(setting)).collect()
    }

    fn limits(&self) -> &'static [&'static str] {
        P::LIMITS
    }

    fn measures(&self) -> Vec<Measure> {
        P::measures(&P::views(&self.owned))
    }

    fn members(&self, names: &[&str], mut members: Members, shown: Shown) -> Members {
        let groups = P::groups(&self.owned).by_ref();
        for (g, view) in P::views(&self.owned).iter().enumerate() {
            if shown == Shown::All || shown == Shown::Only(g) {
                let description = P::describe(view);
                members.add(if description.is_empty() { P::LABEL } else { description.as_str() }, g, groups, names);
            }
        }
        members
    }

    fn shapes(&self) -> &'static [&'static NameShape] {
        P::SHAPES
    }

    fn codes(&self) -> Vec<&'static str> {
        P::views(&self.owned).iter().map(P::code).collect()
    }

    fn warnings(&self) -> Vec<&'static Rule> {
        P::WARNINGS.iter().zip(self.sink.warned).filter(|(_, fired)| *fired).map(|(rule, _)| rule).collect()
    }

    fn plan(self: Box<Self>, deployment: &mut Deployment) {
        deployment.owned_plan::<P>(self.inputs, self.owned, self.settings, self.sink.warned);
    }
}
