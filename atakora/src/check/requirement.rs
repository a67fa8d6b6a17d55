//! Is every provider that a component needs there, and was each of its requirements found?

use super::same_text;
use crate::merge::Problem;

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
