//! Where the resources of a backend come from: the groups of its providers, with who asked for what.
#![cfg_attr(not(feature = "cli"), expect(dead_code, reason = "only the command line asks"))]

use super::configuration::Configuration;
use super::deployment::Deployment;
use crate::merge::Explained;
use crate::terraform::stack::Stack;

/// One group of one provider in a stack: the resources that it made are for all of these components.
#[derive(Clone, Debug)]
pub(crate) struct Explanation {
    pub backend: String,
    /// The provider's id.
    pub provider: &'static str,
    /// The provider's label.
    pub label: &'static str,
    /// What sets the group apart from others; may be empty.
    pub description: String,
    /// The components by their names, in the order of the backend.
    pub components: Vec<&'static str>,
    pub members: Vec<usize>,
    pub fields: Vec<Explained>,
}

impl Explanation {
    /// The name of a component of the backend.
    pub fn component(&self, index: usize) -> &'static str {
        self.components.get(index).copied().unwrap_or("?")
    }
}

/// Which group a resource is of.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub address: String,
    pub backend: String,
    pub provider: &'static str,
    pub members: Vec<usize>,
}

impl Deployment {
    /// Leaves the explanations of all groups in the stack, where someone wants to know.
    pub(crate) fn explain(&self, configuration: &Configuration, stack: &Stack) {
        if !stack.explains() {
            return;
        }
        let components: Vec<&'static str> = self.components.iter().map(|component| component.name).collect();
        for mut explanation in configuration.plans.iter().flat_map(|plan| plan.explain()) {
            explanation.backend.clone_from(&self.backend);
            explanation.components.clone_from(&components);
            stack.contents_mut().explanations.push(explanation);
        }
    }
}
