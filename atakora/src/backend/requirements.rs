//! What the components of a builder ask for, provider by provider, in the order of the components.

use std::any::{Any, TypeId};

use super::deployment::Deployment;
use super::naming::check_codes;
use crate::azure::naming::NameShape;
use crate::check::render::Members;
use crate::merge::{Measure, Owner, Problem, Shown, Sink};
use crate::provider::{Context, Emit};
use crate::providers::{Cosmos, Functions, Monitoring, Networking, Storage};
use crate::settings::Settings;

/// Takes the requirements of one component after another.
pub struct Requirements {
    components: usize,
    buckets: Vec<Box<dyn Bucket>>,
}

impl Requirements {
    /// Nobody requires anything yet. The built-in providers are there in the order in which `backend!` has them: it is
    /// the order of the problems in a text.
    pub(crate) fn new() -> Self {
        let mut requirements = Requirements { components: 0, buckets: Vec::new() };
        requirements.bucket::<Networking>();
        requirements.bucket::<Monitoring>();
        requirements.bucket::<Storage>();
        requirements.bucket::<Cosmos>();
        requirements.bucket::<Functions>();
        requirements
    }

    /// Everything that is required from now on is the next component's.
    pub(crate) fn next_component(&mut self) {
        self.components += 1;
    }

    /// The current component requires this.
    pub fn require<P: Emit>(&mut self, requirement: P) {
        let component = self.components.saturating_sub(1);
        let inputs = &mut self.bucket::<P>().inputs;
        inputs.resize(component, None);
        inputs.push(Some(requirement));
    }

    /// What the backend sets for a provider.
    pub(crate) fn set<P: Emit>(&mut self, settings: P::Settings) {
        self.bucket::<P>().settings = settings;
    }

    fn bucket<P: Emit>(&mut self) -> &mut Of<P> {
        let index = match self.buckets.iter().position(|bucket| (**bucket).type_id() == TypeId::of::<Of<P>>()) {
            Some(index) => index,
            None => {
                self.buckets.push(Box::new(Of::<P> { inputs: Vec::new(), settings: P::Settings::DEFAULT }));
                self.buckets.len() - 1
            }
        };
        match self.buckets[index].as_any().downcast_mut() {
            Some(bucket) => bucket,
            None => unreachable!("the bucket was found by its type"),
        }
    }

    /// Merges, provider by provider.
    pub(crate) fn merge(self, context: &Context) -> Vec<Box<dyn MergedBucket>> {
        let components = self.components;
        self.buckets.into_iter().map(|bucket| bucket.merge(components, context)).collect()
    }
}

trait Bucket: Any {
    fn as_any(&mut self) -> &mut dyn Any;
    fn merge(self: Box<Self>, components: usize, context: &Context) -> Box<dyn MergedBucket>;
}

struct Of<P: Emit> {
    inputs: Vec<Option<P>>,
    settings: P::Settings,
}

impl<P: Emit> Bucket for Of<P> {
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }

    fn merge(mut self: Box<Self>, components: usize, context: &Context) -> Box<dyn MergedBucket> {
        self.inputs.resize(components, None);
        let (owned, sink) = P::merge(&self.inputs, &self.settings, context);
        Box::new(MergedOf::<P> { owned, sink, settings: self.settings })
    }
}

/// One provider, merged: what the checks ask of it.
pub(crate) trait MergedBucket {
    fn sink(&self) -> &Sink;
    fn same_codes(&self) -> Problem;
    fn setting_problems(&self) -> Vec<Problem>;
    fn limits(&self) -> &'static [&'static str];
    fn measure(&self, limit: &str) -> Option<Measure>;
    fn members(&self, names: &[&str], members: Members, shown: Shown) -> Members;
    fn shapes(&self) -> &'static [&'static NameShape];
    fn codes(&self) -> Vec<&'static str>;
    fn plan(self: Box<Self>, deployment: &mut Deployment);
}

struct MergedOf<P: Emit> {
    owned: P::Owned,
    sink: Sink,
    settings: P::Settings,
}

impl<P: Emit> MergedBucket for MergedOf<P> {
    fn sink(&self) -> &Sink {
        &self.sink
    }

    fn same_codes(&self) -> Problem {
        check_codes(P::LABEL, &self.codes(), P::groups(&self.owned).by_ref())
    }

    fn setting_problems(&self) -> Vec<Problem> {
        let problem = |setting: &&'static str| {
            let finding = self.settings.check_setting(setting)?;
            Some(Problem::Setting { setting, owner: Owner::Provider(P::ID), finding })
        };
        P::Settings::NAMES.iter().filter_map(problem).collect()
    }

    fn limits(&self) -> &'static [&'static str] {
        P::LIMITS
    }

    fn measure(&self, limit: &str) -> Option<Measure> {
        P::measure(&P::views(&self.owned), limit)
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

    fn plan(self: Box<Self>, deployment: &mut Deployment) {
        deployment.owned_plan::<P>(self.owned, self.settings, self.sink.warned);
    }
}
