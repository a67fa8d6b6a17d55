//! Stacks that need each other.

use std::fmt::Write;

use super::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::close::Closed;
use crate::terraform::cross_stack::Uses;
use crate::terraform::value::StackId;

static CYCLE: Rule = rule(
    "ATK-DOC-040",
    "CycleError",
    "the stacks {} need each other, so none can be applied first{}",
    "put the two ends of one of these uses into one stack, or move what both need into a third stack",
    (Kind::Works, "a stack reads another one's state, which must be there"),
);

/// The text for a cycle, in which each stack needs the next one and the last the first.
pub(crate) fn text(closed: &Closed<'_>, uses: &Uses, cycle: &[StackId]) -> String {
    let name = |id: StackId| closed.stack(id).map_or("", |stack| stack.stack.name());
    let names: Vec<String> = cycle.iter().map(|id| format!("`{}`", name(*id))).collect();
    let mut lines = String::new();
    for (position, reader) in cycle.iter().enumerate() {
        let read = cycle[(position + 1) % cycle.len()];
        let _ = match uses.witness(*reader, read) {
            Some(use_) => {
                let (holder, value) = (&use_.holder, &use_.value);
                write!(lines, "\n  `{}`: `{holder}` uses `{value}` of `{}`", name(*reader), name(read))
            }
            None => write!(lines, "\n  `{}`: depends_on `{}`", name(*reader), name(read)),
        };
    }
    problem(&CYCLE, &[&names.join(" and "), &lines])
}
