//! What is known of each rule, for people who meet it: `explain ID` on the command line, and the pages in the docs.
//!
//! A page is a rule and a note on it: why it is there, what is wrong and what is right. For rules on one argument, on
//! documents and what ends all of it follows from data that is there anyway (`arguments`, `documents`, `retirements`); for
//! all others someone wrote them, in `notes`, a file for each family. Tests compile and run what is written there.

mod arguments;
mod documents;
mod families;
mod note;
mod notes;
mod page;
mod patch;
mod retirements;
mod said;
mod sample;

pub use families::{FAMILIES, Family};
pub use page::{Page, Place};
pub use sample::{Form, Sample};

use crate::check::nearest;

/// Every page, family by family, each in the order of its ids.
pub fn pages() -> Vec<Page> {
    FAMILIES.iter().flat_map(Family::pages).collect()
}

/// The family that an id, or the beginning of one, belongs to; in whatever case of letters.
pub fn family(id: &str) -> Option<&'static Family> {
    let end = id.match_indices('-').nth(1).map_or(id.len(), |(end, _)| end);
    FAMILIES.iter().find(|family| id.get(..end).is_some_and(|prefix| prefix.eq_ignore_ascii_case(family.prefix)))
}

/// The page of a rule, whatever the case of the letters of its id.
pub fn page(id: &str) -> Option<Page> {
    family(id)?.pages().into_iter().find(|page| page.rule.id.eq_ignore_ascii_case(id))
}

/// Ids that may be meant by one that there is not: in its family those with the nearest numbers, else the most alike.
pub fn near(id: &str) -> Vec<&'static str> {
    const MOST: usize = 3;
    let number = |id: &str| id.rsplit('-').next().and_then(|number| number.parse::<i64>().ok());
    if let (Some(family), Some(wanted)) = (family(id), number(id)) {
        let mut ids: Vec<&'static str> = family.rules().iter().map(|rule| rule.id).collect();
        ids.sort_by_key(|id| number(id).map_or(i64::MAX, |number| (number - wanted).abs()));
        ids.truncate(MOST);
        return ids;
    }
    let prefixes: Vec<&str> = FAMILIES.iter().map(|family| family.prefix).collect();
    let id = id.to_ascii_uppercase();
    nearest(id.trim_end_matches(|last: char| last.is_ascii_digit() || last == '-'), &prefixes).into_iter().collect()
}
