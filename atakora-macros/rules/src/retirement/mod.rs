//! What has an announced end: the day, the successor, and where it shows in a resource.
//!
//! Days are those of the documents at the time of the release. What no document named then is not here, and neither is a
//! version of a language that ends later than in the year of the release: every version ends some day.

mod runtimes;
mod services;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::{Kind, Level, Rule};

/// Something that ends.
#[derive(Clone, Copy, Debug)]
pub struct Retirement {
    /// Its id, what is told wherever it is found, the successor, and the source. An error where Azure makes no new ones
    /// for anybody.
    pub rule: Rule,
    /// Its last day, or the month: `2028-09-30`, `2026-10`.
    pub ends: &'static str,
    /// Where it shows.
    pub signs: &'static [Sign],
}

/// Where something that ends shows in a resource.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    /// The type of the resource; with a `*` at the end all types that begin so.
    pub of: &'static str,
    /// The path of the argument from the type on; empty where the type as a whole ends.
    pub at: &'static str,
    /// The values that end.
    pub values: &'static [&'static str],
    /// Another argument of the resource, and its value that makes the sign one.
    pub when: Option<(&'static str, &'static str)>,
    /// A value, or a type, that stands for its successor.
    pub instead: &'static str,
}

impl Retirement {
    /// Something that ends and that can still be had.
    const fn warning(
        id: &'static str,
        [message, solution]: [&'static str; 2],
        [ends, source]: [&'static str; 2],
        signs: &'static [Sign],
    ) -> Self {
        let rule = Rule {
            id,
            title: "RetirementWarning",
            message,
            solution,
            source,
            kind: Kind::Works,
            level: Level::Warning,
        };
        Retirement { rule, ends, signs }
    }

    /// Something that nobody can make any more.
    const fn closed(mut self) -> Self {
        self.rule.title = "RetirementError";
        self.rule.kind = Kind::Azure;
        self.rule.level = Level::Error;
        self
    }

    /// Whether it can still be made.
    pub const fn is_closed(&self) -> bool {
        matches!(self.rule.level, Level::Error)
    }

    /// What is told: of a warning without its title, which the compiler gives.
    pub fn text(&self) -> String {
        let Rule { id, title, message, solution, .. } = self.rule;
        let title = if self.is_closed() { format!("{title}: ") } else { String::new() };
        format!("{title}{message}\n  Solution: {solution}\n  Rule: {id}")
    }
}

impl Sign {
    const fn of(of: &'static str) -> Self {
        Sign { of, at: "", values: &[], when: None, instead: "" }
    }

    const fn at(self, at: &'static str, values: &'static [&'static str]) -> Self {
        Sign { at, values, ..self }
    }

    const fn instead(self, instead: &'static str) -> Self {
        Sign { instead, ..self }
    }

    const fn when(self, argument: &'static str, value: &'static str) -> Self {
        Sign { when: Some((argument, value)), ..self }
    }

    /// Whether a value of the argument is the sign; `other` says whether another argument of the resource has a value.
    pub fn is(&self, value: &str, other: impl FnOnce(&str, &str) -> bool) -> bool {
        self.values.contains(&value) && self.when.is_none_or(|(argument, of)| other(argument, of))
    }
}

/// All that ends, in the order of the ids.
pub fn all() -> impl Iterator<Item = &'static Retirement> {
    services::ALL.iter().chain(runtimes::ALL.iter().copied().flatten())
}

/// A sign and what it is a sign of.
pub type Found = (&'static Retirement, &'static Sign);

/// What may show in a resource of this type.
pub fn of(type_name: &str) -> impl Iterator<Item = Found> {
    let exact = BY_TYPE.get(type_name).into_iter().flatten();
    let families = FAMILIES.iter().filter(|(prefix, _)| type_name.starts_with(prefix)).map(|(_, found)| found);
    exact.chain(families).copied()
}

static BY_TYPE: LazyLock<HashMap<&'static str, Vec<Found>>> = LazyLock::new(|| {
    let mut by_type: HashMap<_, Vec<_>> = HashMap::new();
    for retirement in all() {
        for sign in retirement.signs.iter().filter(|sign| !sign.of.ends_with('*')) {
            by_type.entry(sign.of).or_default().push((retirement, sign));
        }
    }
    by_type
});

static FAMILIES: LazyLock<Vec<(&'static str, Found)>> = LazyLock::new(|| {
    let signs = all().flat_map(|retirement| retirement.signs.iter().map(move |sign| (retirement, sign)));
    signs.filter_map(|found| Some((found.1.of.strip_suffix('*')?, found))).collect()
});

/// What is told of a version of a language worker of Azure Functions, both as Azure writes them: `node`, `20`.
pub const fn of_runtime(worker: &str, version: &str) -> Option<&'static Retirement> {
    let mut workers = runtimes::ALL;
    while let [versions, rest @ ..] = workers {
        let mut left = *versions;
        while let [retirement @ Retirement { signs: [Sign { values, when: Some((_, of)), .. }, ..], .. }, more @ ..] =
            left
            && same(of, worker)
        {
            if contains(values, version) {
                return Some(retirement);
            }
            left = more;
        }
        workers = rest;
    }
    None
}

/// The number in the id of one of [`all`]; 0 where the id is none of theirs.
pub const fn number(id: &str) -> usize {
    if has(services::ALL, id) {
        return digits(id);
    }
    let mut workers = runtimes::ALL;
    while let [versions, rest @ ..] = workers {
        if has(versions, id) {
            return digits(id);
        }
        workers = rest;
    }
    0
}

const fn has(mut retirements: &[Retirement], id: &str) -> bool {
    while let [retirement, rest @ ..] = retirements {
        if same(retirement.rule.id, id) {
            return true;
        }
        retirements = rest;
    }
    false
}

/// The last three letters as a number.
const fn digits(id: &str) -> usize {
    let bytes = id.as_bytes();
    let (mut number, mut i) = (0, bytes.len().saturating_sub(3));
    while i < bytes.len() {
        number = 10 * number + (bytes[i] - b'0') as usize;
        i += 1;
    }
    number
}

const fn contains(mut values: &[&str], value: &str) -> bool {
    while let [one, rest @ ..] = values {
        if same(one, value) {
            return true;
        }
        values = rest;
    }
    false
}

// patterns and no indexes: constants of every back end come here
const fn same(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    while let [front_a @ .., last_a] = a {
        let [front_b @ .., last_b] = b else { return false };
        if *last_a != *last_b {
            return false;
        }
        (a, b) = (front_a, front_b);
    }
    matches!(b, [])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_in_order_and_have_numbers() {
        let ids: Vec<&str> = all().map(|retirement| retirement.rule.id).collect();
        assert!(ids.is_sorted_by(|a, b| a < b) && ids.len() > 20, "{ids:?}");
        for id in ids {
            assert_eq!(format!("ATK-RET-{:03}", number(id)), id);
        }
        assert_eq!((number("ATK-RET-000"), number("ATK-RET-001"), number("ATK-ARG-001")), (0, 1, 0));
    }

    #[test]
    fn each_names_its_end_its_successor_and_its_source() {
        for Retirement { rule, ends, signs } in all() {
            assert!(rule.message.contains(ends), "{}: {} does not say {ends}", rule.id, rule.message);
            assert!(!rule.solution.is_empty() && rule.source.contains("202") && !signs.is_empty(), "{}", rule.id);
            for sign in *signs {
                assert!(!sign.instead.is_empty() && !sign.values.contains(&sign.instead), "{}: {sign:?}", rule.id);
            }
        }
    }

    #[test]
    fn runtimes_are_found_by_worker_and_version() {
        let id = |worker, version| of_runtime(worker, version).map(|retirement| retirement.rule.id);
        assert_eq!(
            id("node", "20"),
            of("azurerm_linux_function_app").find_map(|(retirement, sign)| {
                (sign.at.ends_with("node_version") && sign.is("20", |_, _| true)).then_some(retirement.rule.id)
            })
        );
        assert!(id("node", "20").is_some() && id("node", "22").is_none() && id("python", "20").is_none());
    }

    #[test]
    fn each_runtime_shows_on_flex_first() {
        for retirement in runtimes::ALL.iter().copied().flatten() {
            let Some(Sign { of, values: [version], when: Some((_, worker)), .. }) = retirement.signs.first() else {
                panic!("{retirement:?}");
            };
            assert_eq!(*of, "azurerm_function_app_flex_consumption");
            assert_eq!(of_runtime(worker, version).map(|found| found.rule.id), Some(retirement.rule.id));
        }
    }

    #[test]
    fn families_are_found_by_their_first_letters() {
        assert_eq!(of("azurerm_spring_cloud_app").count(), 1);
        assert_eq!(of("azurerm_cdn_profile").count(), 1);
        assert_eq!(of("azurerm_cdn_frontdoor_profile").count(), 0);
    }
}
