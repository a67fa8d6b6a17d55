//! Closing: all stacks are looked at together, once. What comes out can be written without a further question.

use std::cell::Ref as Borrowed;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::contents::{Contents, Declared};
use super::cross_stack::{Exports, Uses};
use super::document::ORIGIN;
use super::order;
use super::remote_state::{RemoteState, StateKey};
use super::stack::Stack;
use super::value::{Expression, Pending, Piece, StackId, Value};
use crate::check::document::{self, names, pending, physical_names, providers, references, resource_cycles, tags};

/// Stacks in which everything that is referred to is there.
pub(crate) struct Closed<'a> {
    pub app: &'a str,
    pub environment: &'a str,
    pub remote_state: &'a RemoteState,
    pub stacks: Vec<ClosedStack<'a>>,
    /// The order in which they can be applied.
    pub order: Vec<StackId>,
}

/// One of them.
pub(crate) struct ClosedStack<'a> {
    pub stack: &'a Stack,
    pub contents: Borrowed<'a, Contents>,
    /// What other stacks use of it.
    pub exports: Exports,
    /// The stacks of which it uses something.
    pub reads: BTreeSet<StackId>,
    /// What rules say of it that it allows.
    pub allowed: Vec<String>,
}

/// Where a value stands.
#[derive(Clone, Copy)]
pub(crate) enum Holder<'a> {
    Resource(&'a Declared),
    Named(&'static str, &'a str),
}

impl<'a> Closed<'a> {
    /// Checks everything.
    ///
    /// # Errors
    /// The text of each problem.
    pub fn new(
        app: &'a str,
        environment: &'a str,
        remote_state: &'a RemoteState,
        stacks: &'a [Stack],
    ) -> Result<Self, Vec<String>> {
        let mut problems = names::stacks(app, stacks);
        let mut closed = Closed {
            app,
            environment,
            remote_state,
            stacks: stacks
                .iter()
                .map(|stack| ClosedStack {
                    stack,
                    contents: stack.contents(),
                    exports: Exports::default(),
                    reads: BTreeSet::new(),
                    allowed: Vec::new(),
                })
                .collect(),
            order: Vec::new(),
        };
        let mut uses = Uses::default();
        for here in &closed.stacks {
            problems.extend_from_slice(&here.contents.problems);
            providers::check(here, &mut problems);
            for resource in &here.contents.resources {
                tags::check(here, resource, &mut problems);
            }
            closed.look_through(here, &mut uses, &mut problems);
            resource_cycles::check(&closed, here, &mut problems);
        }
        physical_names::check(&closed, &mut problems);
        for (stack, text) in document::resources(&closed, &mut problems) {
            closed.stacks[stack.0 as usize].allowed.push(text);
        }
        for (stack, expressions) in uses.exported() {
            let named = closed.stacks[stack.0 as usize].contents.outputs.iter().map(|output| output.name.as_str());
            let taken = named.chain([ORIGIN]).collect();
            closed.stacks[stack.0 as usize].exports = Exports::name(expressions, taken);
        }
        for (reader, read) in uses.pairs() {
            closed.stacks[reader.0 as usize].reads.insert(read);
        }
        match order::order(&closed, &uses) {
            Ok(order) => closed.order = order,
            Err(cycle) => problems.push(cycle),
        }
        if problems.is_empty() { Ok(closed) } else { Err(problems) }
    }

    /// The stack that `id` stands for.
    pub fn stack(&self, id: StackId) -> Option<&ClosedStack<'a>> {
        self.stacks.get(id.0 as usize)
    }

    /// What a pending value was filled with.
    pub fn filled(&self, pending: Pending) -> Option<&Value> {
        self.stack(pending.stack)?.contents.filled(pending)
    }

    /// What makes the key of a stack's state.
    pub fn state_key<'b>(&'b self, stack: &'b ClosedStack<'_>) -> StateKey<'b> {
        StateKey { app: self.app, environment: self.environment, stack: stack.stack.name() }
    }

    /// The addresses in the same stack to which a resource refers, in their order.
    pub fn uses(&self, here: &ClosedStack<'_>, resource: &Declared) -> Vec<Arc<str>> {
        let mut uses = Vec::new();
        for (_, value) in resource.body.arguments() {
            self.expressions(value, 0, &mut |found| {
                let Found::Expression(expression) = found else { return };
                let text = &*expression.text;
                let mut ends = text.bytes().zip(0..).filter(|(byte, _)| matches!(byte, b'.' | b'['));
                let end = ends.nth(1).map_or(text.len(), |(_, end)| end);
                if expression.stack == here.stack.id()
                    && text[..end] != *resource.address
                    && let Some(used) = here.contents.resource(&text[..end])
                {
                    uses.push(Arc::clone(&used.address));
                }
            });
        }
        uses.sort_unstable();
        uses.dedup();
        uses.shrink_to_fit();
        uses
    }

    /// Whether a secret is in the value.
    pub fn is_sensitive(&self, value: &Value) -> bool {
        let mut sensitive = false;
        self.expressions(value, 0, &mut |found| {
            sensitive |= matches!(found, Found::Expression(expression) if expression.sensitive);
        });
        sensitive
    }

    /// Calls `each` with each expression in the value, and in what was promised in it.
    pub fn each_expression(&self, value: &Value, each: &mut dyn FnMut(&Expression)) {
        self.expressions(value, 0, &mut |found| {
            if let Found::Expression(expression) = found {
                each(expression);
            }
        });
    }

    fn look_through(&self, here: &ClosedStack<'_>, uses: &mut Uses, problems: &mut Vec<String>) {
        let contents = &*here.contents;
        let mut look = |holder: Holder<'_>, value: &Value| {
            self.expressions(value, 0, &mut |found| match found {
                Found::Unfilled => problems.push(pending::unfilled(here.stack.name(), holder)),
                Found::Expression(expression) => {
                    if expression.stack != here.stack.id() && self.stack(expression.stack).is_some() {
                        uses.note(here.stack.id(), expression, holder);
                    }
                    references::check(self, here, holder, expression, problems);
                }
            });
        };
        for resource in &contents.resources {
            for (_, value) in resource.body.arguments() {
                look(Holder::Resource(resource), value);
            }
        }
        for local in &contents.locals {
            look(Holder::Named("local", &local.name), &local.value);
        }
        for output in &contents.outputs {
            look(Holder::Named("output", &output.name), &output.value);
        }
        for provider in &contents.providers {
            for (_, value) in provider.settings.arguments() {
                look(Holder::Named("provider", &provider.provider), value);
            }
        }
        for import in &contents.imports {
            look(Holder::Named("import", &import.to), &import.id);
        }
        if let Some(subscription) = &contents.subscription {
            look(Holder::Named("setting", "subscription"), subscription);
        }
        references::check_addresses(here, problems);
    }

    fn expressions(&self, value: &Value, depth: u8, found: &mut dyn FnMut(Found<'_>)) {
        match value {
            Value::Expression(expression) => found(Found::Expression(expression)),
            Value::Template(pieces) => {
                for piece in pieces {
                    if let Piece::Expression(expression) = piece {
                        found(Found::Expression(expression));
                    }
                }
            }
            Value::List(items) => items.iter().for_each(|item| self.expressions(item, depth, found)),
            Value::Object(entries) => entries.iter().for_each(|(_, value)| self.expressions(value, depth, found)),
            // a promise that is kept with itself is not kept
            Value::Pending(pending) => match self.filled(*pending) {
                Some(value) if depth < MOST_PROMISES => self.expressions(value, depth + 1, found),
                _ => found(Found::Unfilled),
            },
            Value::Null | Value::Bool(_) | Value::Integer(_) | Value::Float(_) | Value::Text(_) => {}
        }
    }
}

/// How many promised values can stand inside each other.
const MOST_PROMISES: u8 = 32;

enum Found<'a> {
    Expression(&'a Expression),
    Unfilled,
}
