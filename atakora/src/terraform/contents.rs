//! What a stack holds while it is being built: plain lists, in the order of the program.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::declare::{Block, Mode, Source};
use super::hasher::ByAddress;
use super::local::Local;
use super::output::Output;
use super::provider_block::{Provider, Required};
use super::refactor::{Import, Move, Removal};
use super::retirement::Retiring;
use super::summary::Usage;
use super::tagging::StackTags;
use super::value::{Pending, StackId, Value};
use super::variable::Variable;
use crate::backend::explanation::{Explanation, Made};
use crate::check::document::names;

/// A resource or data source that a stack took.
pub(crate) struct Declared {
    pub mode: Mode,
    pub type_name: Cow<'static, str>,
    pub name: Cow<'static, str>,
    pub address: Arc<str>,
    pub body: Block,
    pub takes_tags: bool,
    /// A backend declared it, and decided what protects it.
    pub of_backend: bool,
    /// Paths that no rule about a single argument looks at.
    pub unjudged: Vec<String>,
    pub component: Option<Arc<str>>,
    pub source: Source,
}

/// Where an address was written, and how many resources were there before it; locals, if it is that of one.
pub(crate) struct Written {
    pub source: Source,
    position: usize,
}

/// A literal that stands for an attribute inside the resource whose attribute it is.
pub(crate) struct Known {
    pub address: Arc<str>,
    pub value: Value,
}

/// Everything in a stack.
#[derive(Default)]
pub(crate) struct Contents {
    pub resources: Vec<Declared>,
    /// Where each address was written: those of resources, data sources, variables and locals.
    pub addresses: ByAddress<Arc<str>, Written>,
    pub tags: StackTags,
    pub outputs: Vec<Output>,
    pub variables: Vec<Variable>,
    pub locals: Vec<Local>,
    pub providers: Vec<Provider>,
    pub required_providers: BTreeMap<String, Required>,
    pub subscription: Option<Value>,
    pub namespaces: BTreeSet<String>,
    pub moves: Vec<Move>,
    pub removals: Vec<Removal>,
    pub imports: Vec<Import>,
    pub depends_on: BTreeSet<StackId>,
    /// By the attribute with its address, as a reference writes it.
    pub known: HashMap<String, Vec<Known>>,
    pub pending: Vec<Option<Value>>,
    pub files: BTreeMap<String, Vec<u8>>,
    pub notes: Vec<String>,
    pub warnings: Vec<String>,
    pub retiring: Retiring,
    /// The ids of rules that are not to stop it.
    pub allowed: BTreeSet<String>,
    /// Resources and the components that share each.
    pub shares: Vec<(String, String)>,
    pub usage: Vec<Usage>,
    /// The same in the other environments of the backends, if someone wants to know.
    pub elsewhere: Vec<Usage>,
    /// Where resources come from, and which is whose, if someone wants to know.
    pub explanations: Vec<Explanation>,
    pub made: Vec<Made>,
    pub problems: Vec<String>,
}

const LOCAL: &str = "local.";

impl Contents {
    /// Notes where `address` was written; a second time is a problem.
    pub fn take_address(&mut self, stack: &str, address: &Arc<str>, source: Source) -> bool {
        if let Some(first) = self.addresses.get(address) {
            let text = names::declared_twice(stack, address, &first.source, &source);
            self.problems.push(text);
            return false;
        }
        let position = if address.starts_with(LOCAL) { self.locals.len() } else { self.resources.len() };
        self.addresses.insert(Arc::clone(address), Written { source, position });
        true
    }

    /// What a pending value of this stack was filled with.
    pub fn filled(&self, pending: Pending) -> Option<&Value> {
        self.pending.get(pending.index as usize)?.as_ref()
    }

    /// The resource at `address`.
    pub fn resource(&self, address: &str) -> Option<&Declared> {
        let resource = self.resources.get(self.addresses.get(address)?.position);
        resource.filter(|resource| &*resource.address == address)
    }

    /// The value of a local, given with `local.` in front.
    pub fn local(&self, address: &str) -> Option<&Value> {
        let name = address.strip_prefix(LOCAL)?;
        let local = self.locals.get(self.addresses.get(address)?.position)?;
        (local.name == name).then_some(&local.value)
    }

    /// The literal that stands for the expression `text` inside the resource at `inside`: of its own attribute, or of one
    /// of a resource that was declared after it. References thus only go back, and two resources that refer to each
    /// other are no cycle.
    pub fn known(&self, inside: &str, text: &str) -> Option<&Value> {
        let all = self.known.get(text)?;
        let position = self.addresses.get(inside)?.position;
        let stands_for =
            |known: &&Known| self.addresses.get(&*known.address).is_some_and(|written| written.position >= position);
        all.iter().find(stands_for).map(|known| &known.value)
    }
}
