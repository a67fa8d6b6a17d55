//! What families of rules find: what stops the app, and what its stack allows.

use super::problem::problem;
use super::reader::On;
use crate::check::{Kind, Rule};
use crate::terraform::value::StackId;

/// Takes what rules find.
pub(super) struct Findings<'p> {
    pub problems: &'p mut Vec<String>,
    /// Each with the stack that it is in.
    pub allowed: Vec<(StackId, String)>,
}

impl Findings<'_> {
    /// A rule that a resource breaks.
    pub fn tell(&mut self, on: On<'_>, rule: &Rule, arguments: &[&str]) {
        let text = problem(rule, &[&[&*on.shown()], arguments].concat());
        if on.here.contents.allowed.contains(rule.id) {
            self.allowed.push((on.here.stack.id(), text));
        } else {
            self.problems.push(text);
        }
    }

    /// What another rule says.
    pub fn say(&mut self, text: Option<String>) {
        self.problems.extend(text);
    }

    /// The same, if it does.
    pub fn tell_if(&mut self, broken: bool, on: On<'_>, rule: &Rule, arguments: &[&str]) {
        if broken {
            self.tell(on, rule, arguments);
        }
    }
}

/// A rule of Azure about one resource; its message goes on after the resource's address, the first `{}`.
pub(super) const fn azure(
    id: &'static str,
    title: &'static str,
    message: &'static str,
    solution: &'static str,
    source: &'static str,
) -> Rule {
    super::rule(id, title, message, solution, (Kind::Azure, source))
}
