//! The order in which stacks can be applied: whoever is used comes first, else as in the program.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use super::close::Closed;
use super::cross_stack::Uses;
use super::value::StackId;
use crate::check::document::cycles;

/// All stacks in an order in which each comes after those that it needs.
///
/// # Errors
/// The text of a problem, where some need each other.
pub(crate) fn order(closed: &Closed<'_>, uses: &Uses) -> Result<Vec<StackId>, String> {
    let needs: Vec<BTreeSet<StackId>> =
        closed.stacks.iter().map(|stack| stack.reads.union(&stack.contents.depends_on).copied().collect()).collect();
    let mut users: Vec<Vec<StackId>> = vec![Vec::new(); needs.len()];
    let mut missing: Vec<usize> = needs.iter().map(BTreeSet::len).collect();
    for (reader, read) in
        needs.iter().zip(0..).flat_map(|(needs, id)| needs.iter().map(move |read| (StackId(id), *read)))
    {
        if let Some(users) = users.get_mut(read.0 as usize) {
            users.push(reader);
        }
    }
    let mut ready: BinaryHeap<Reverse<StackId>> =
        missing.iter().zip(0..).filter(|(missing, _)| **missing == 0).map(|(_, id)| Reverse(StackId(id))).collect();
    let mut order = Vec::with_capacity(needs.len());
    while let Some(Reverse(next)) = ready.pop() {
        order.push(next);
        for user in &users[next.0 as usize] {
            let missing = &mut missing[user.0 as usize];
            *missing -= 1;
            if *missing == 0 {
                ready.push(Reverse(*user));
            }
        }
    }
    if order.len() == needs.len() { Ok(order) } else { Err(cycles::text(closed, uses, &find(&needs, &missing))) }
}

/// A cycle, each needing the next one and the last the first: every stack that is still missing something leads to one.
fn find(needs: &[BTreeSet<StackId>], missing: &[usize]) -> Vec<StackId> {
    let stuck = |id: &&StackId| missing.get(id.0 as usize).is_some_and(|missing| *missing > 0);
    let mut path: Vec<StackId> = Vec::new();
    let mut next = missing.iter().zip(0..).find(|(missing, _)| **missing > 0).map(|(_, id)| StackId(id));
    while let Some(id) = next {
        if let Some(start) = path.iter().position(|seen| *seen == id) {
            return path.split_off(start);
        }
        path.push(id);
        next = needs.get(id.0 as usize).and_then(|needs| needs.iter().find(stuck)).copied();
    }
    path
}
