//! What families of rules find.

use super::problem::problem;
use super::reader::On;
use crate::check::{Kind, Rule};

/// Takes what rules find.
pub(super) struct Findings<'p>(pub &'p mut Vec<String>);

impl Findings<'_> {
    /// A rule that a resource breaks.
    pub fn tell(&mut self, on: On<'_>, rule: &Rule, arguments: &[&str]) {
        self.0.push(problem(rule, &[&[&*on.shown()], arguments].concat()));
    }

    /// What another rule says.
    pub fn say(&mut self, text: Option<String>) {
        self.0.extend(text);
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
