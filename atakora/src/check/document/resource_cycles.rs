//! Resources of one stack that need each other. References go back to what was declared before, so a circle takes a
//! promised value: an app setting with the output of a component that comes later.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

use super::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::close::{Closed, ClosedStack};
use crate::terraform::contents::Declared;
use crate::terraform::mention::mentions;
use crate::terraform::sorted::{Circle, sorted};
use crate::terraform::sources::place;
use crate::terraform::value::{StackId, Value};

static CYCLE: Rule = rule(
    "ATK-DOC-042",
    "CycleError",
    "resources of the stack `{}` need each other, so none can be made first{}",
    "write one of these values as data, or say what it is with stack.known(address, attribute, value)",
    (Kind::Works, "Terraform 1.14: `Cycle`, without saying who asked for what"),
);

pub(super) static ALL: &[&Rule] = &[&CYCLE];

/// At most one circle is told: whoever opens it sees the next one.
pub(crate) fn check(closed: &Closed<'_>, here: &ClosedStack<'_>, problems: &mut Vec<String>) {
    if here.contents.pending.is_empty() {
        return;
    }
    let resources = &here.contents.resources;
    let positions: HashMap<&str, usize> =
        resources.iter().zip(0..).map(|(r, position)| (&*r.address, position)).collect();
    let needs: Vec<BTreeSet<usize>> =
        resources.iter().map(|resource| needs(closed, here, resource, &positions)).collect();
    if let Err(Circle(circle)) = sorted(&needs) {
        let mut lines = String::new();
        for (at, position) in circle.iter().enumerate() {
            let (one, other) = (&resources[*position], &resources[circle[(at + 1) % circle.len()]]);
            let serves = one.component.as_ref().map(|names| format!(", for {names}")).unwrap_or_default();
            let _ = write!(lines, "\n  `{}` ({}{serves}) needs `{}`", one.address, place(&one.source), other.address);
        }
        problems.push(problem(&CYCLE, &[here.stack.name(), &lines]));
    }
}

/// The other resources of the stack that one refers to or waits for.
fn needs(
    closed: &Closed<'_>,
    here: &ClosedStack<'_>,
    resource: &Declared,
    positions: &HashMap<&str, usize>,
) -> BTreeSet<usize> {
    let own = positions.get(&*resource.address).copied();
    let mut needs = BTreeSet::new();
    let mut add = |address: &str| needs.extend(positions.get(address).copied().filter(|other| Some(*other) != own));
    for (argument, value) in resource.body.arguments() {
        if let ("depends_on", Value::List(addresses)) = (&**argument, value) {
            for address in addresses {
                if let Value::Text(address) = address {
                    add(address);
                }
            }
            continue;
        }
        closed.each_expression(value, &mut |expression| {
            let inside = expression.stack == here.stack.id() || expression.stack == StackId::ANY;
            if inside && here.contents.known(&resource.address, &expression.text).is_none() {
                mentions(&expression.text, &mut |address| add(address));
            }
        });
    }
    needs
}
