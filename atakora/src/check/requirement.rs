//! Is every provider that a component needs there, and was each of its requirements found?

use super::same_text;
use crate::merge::{NONE, Problem, Sink};

/// `wants` are the ids that the component declares, `has` those that the backend lists, `found` whether the component's
/// requirement for each of `has` was found.
pub const fn check_providers(
    component: usize,
    wants: &[&'static str],
    has: &[&'static str],
    found: &[bool],
) -> Problem {
    // nearly always all of them are there, and to count is cheaper than to compare names
    let (mut there, mut j) = (0, 0);
    while j < found.len() {
        if found[j] {
            there += 1;
        }
        j += 1;
    }
    if there == wants.len() {
        return Problem::None;
    }
    let mut i = 0;
    while i < wants.len() {
        let mut j = 0;
        while j < has.len() && !same_text(has[j], wants[i]) {
            j += 1;
        }
        if j == has.len() {
            return Problem::MissingProvider { provider: wants[i], component };
        }
        if !found[j] {
            return Problem::LostRequirement { provider: wants[i], component };
        }
        i += 1;
    }
    Problem::None
}

/// Whether each component has all that it needs and no entity that must be asked about, so that none need be looked at
/// alone. `needs` has how many providers each component needs, `found` how many components require each provider: a
/// requirement that is missing shows in the sum.
pub const fn all_are_there(mut needs: &[usize], mut found: &[usize]) -> bool {
    let (mut needed, mut there) = (0, 0);
    while let [of_one, rest @ ..] = needs {
        if *of_one == NONE {
            return false;
        }
        needed += *of_one;
        needs = rest;
    }
    while let [of_one, rest @ ..] = found {
        there += *of_one;
        found = rest;
    }
    needed == there
}

/// Whether no provider has found anything.
pub const fn nothing_found(mut sinks: &[&Sink]) -> bool {
    while let [sink, rest @ ..] = sinks {
        if !sink.is_empty() {
            return false;
        }
        sinks = rest;
    }
    true
}
