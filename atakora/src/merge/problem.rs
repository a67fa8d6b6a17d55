//! What can be wrong with a backend, as data. [`crate::check::render`] turns it into text.

use crate::check::Finding;

/// One thing that is wrong.
#[derive(Clone, Copy, Debug)]
pub enum Problem {
    /// Nothing is.
    None,
    /// A setting that its own rule refuses.
    Setting {
        /// The setting's name.
        setting: &'static str,
        /// Whose it is.
        owner: Owner,
        /// Why.
        finding: Finding,
    },
    /// A merged result that a rule of its provider refuses.
    Rule {
        /// The provider's label.
        provider: &'static str,
        /// The component that asked for what is refused.
        component: usize,
        /// Why.
        finding: Finding,
    },
    /// Two components that want different things of one.
    Conflict {
        /// The provider's label.
        provider: &'static str,
        /// The list; empty for what is no list.
        list: &'static str,
        /// The item, or the field.
        key: &'static str,
        /// What differs.
        field: &'static str,
        /// The component that was declared first.
        first: usize,
        /// The other.
        second: usize,
    },
    /// An item that must not be declared twice, even with the same settings.
    Twice {
        /// The provider's label.
        provider: &'static str,
        /// The list.
        list: &'static str,
        /// The item.
        key: &'static str,
        /// The component that declared it first.
        first: usize,
        /// The component that declared it again; may be the same.
        second: usize,
    },
    /// Two resources of one provider that would get one name.
    SameCode {
        /// The provider's label.
        provider: &'static str,
        /// The code that both have; may be empty.
        code: &'static str,
        /// A component of the first.
        first: usize,
        /// A component of the second.
        second: usize,
    },
    /// More than a limit allows.
    Limit {
        /// As it is written in `limits: { … }`.
        name: &'static str,
        /// What is counted, in the plural.
        label: &'static str,
        /// What the user allowed.
        limit: u64,
        /// What the components ask for.
        requested: u64,
        /// The ways out.
        solution: &'static str,
    },
    /// A limit that no provider counts.
    UnknownLimit {
        /// As it was written.
        name: &'static str,
    },
    /// A provider that a component needs and the backend does not list.
    MissingProvider {
        /// The provider's id.
        provider: &'static str,
        /// The component.
        component: usize,
    },
    /// A requirement that was declared, but whose `Requires` impl does not hold for the component's type.
    LostRequirement {
        /// The provider's id.
        provider: &'static str,
        /// The component.
        component: usize,
    },
    /// A hand-written entity that contradicts itself.
    Schema {
        /// The component that uses it.
        component: usize,
        /// Why.
        finding: Finding,
    },
}

/// Whose a setting is.
#[derive(Clone, Copy, Debug)]
pub enum Owner {
    /// That of a component.
    Component(usize),
    /// That of a provider, by its id.
    Provider(&'static str),
    /// That of the backend itself.
    Backend,
}

impl Problem {
    /// Whether it is none.
    pub const fn is_none(&self) -> bool {
        matches!(self, Problem::None)
    }

    /// The component at whose token the error stands.
    pub const fn component(&self) -> Option<usize> {
        match self {
            Problem::Rule { component, .. }
            | Problem::Twice { second: component, .. }
            | Problem::MissingProvider { component, .. }
            | Problem::LostRequirement { component, .. }
            | Problem::Schema { component, .. }
            | Problem::Conflict { second: component, .. }
            | Problem::SameCode { second: component, .. } => Some(*component),
            Problem::Setting { owner: Owner::Component(component), .. } => Some(*component),
            Problem::Setting { .. } | Problem::None | Problem::Limit { .. } | Problem::UnknownLimit { .. } => None,
        }
    }
}

/// The problems of one provider; more than eight are only counted.
#[derive(Clone, Copy, Debug)]
pub struct Sink {
    problems: [Problem; 8],
    len: usize,
    dropped: usize,
    /// Which warnings fired, by their position in the provider's list.
    pub warned: [bool; 4],
}

impl Sink {
    /// Empty.
    pub const fn new() -> Self {
        Sink { problems: [Problem::None; 8], len: 0, dropped: 0, warned: [false; 4] }
    }

    /// Takes a problem.
    pub const fn push(&mut self, problem: Problem) {
        if self.len < self.problems.len() {
            self.problems[self.len] = problem;
            self.len += 1;
        } else {
            self.dropped += 1;
        }
    }

    /// The problems that it holds.
    pub const fn problems(&self) -> &[Problem] {
        self.problems.split_at(self.len).0
    }

    /// Whether it holds none.
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many did not fit.
    pub const fn dropped(&self) -> usize {
        self.dropped
    }
}

impl Default for Sink {
    fn default() -> Self {
        Self::new()
    }
}
