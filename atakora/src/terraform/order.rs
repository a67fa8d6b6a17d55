//! The order in which stacks can be applied: whoever is used comes first, else as in the program.

use std::collections::BTreeSet;

use super::close::Closed;
use super::cross_stack::Uses;
use super::sorted::{Circle, sorted};
use super::value::StackId;
use crate::check::document::cycles;

/// All stacks in an order in which each comes after those that it needs.
///
/// # Errors
/// The text of a problem, where some need each other.
pub(crate) fn order(closed: &Closed<'_>, uses: &Uses) -> Result<Vec<StackId>, String> {
    let needs: Vec<BTreeSet<usize>> = closed
        .stacks
        .iter()
        .map(|stack| stack.reads.union(&stack.contents.depends_on).map(|id| id.0 as usize).collect())
        .collect();
    let ids: Vec<StackId> = closed.stacks.iter().map(|stack| stack.stack.id()).collect();
    let stacks = |positions: Vec<usize>| positions.iter().filter_map(|position| ids.get(*position).copied()).collect();
    match sorted(&needs) {
        Ok(order) => Ok(stacks(order)),
        Err(Circle(circle)) => Err(cycles::text(closed, uses, &stacks(circle))),
    }
}
