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

static FRONT_DOOR_CYCLE: Rule = rule(
    "ATK-DOC-041",
    "CycleError",
    "the stacks {} need each other, so none can be applied first{}",
    "a Front Door that apps of other stacks admit is two parts: its profile, by a `FrontDoorProfile`, in a stack before the apps; its routes, by `FrontDoor` with `front_door: { profile: Some(given(profile: FrontDoorId)) }`, in a stack of their own after them",
    (Kind::Works, "apps hold the guid of the profile, and routes hold the host names of the apps"),
);

pub(super) static ALL: &[&Rule] = &[&CYCLE, &FRONT_DOOR_CYCLE];

/// Whether a stack of the cycle makes a Front Door.
fn makes_front_door(closed: &Closed<'_>, cycle: &[StackId]) -> bool {
    let stacks = cycle.iter().filter_map(|id| closed.stack(*id));
    stacks.flat_map(|stack| &stack.contents.resources).any(|made| made.type_name == "azurerm_cdn_frontdoor_profile")
}

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
    let rule = if makes_front_door(closed, cycle) { &FRONT_DOOR_CYCLE } else { &CYCLE };
    problem(rule, &[&names.join(" and "), &lines])
}
