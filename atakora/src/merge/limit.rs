//! Limits: how much of something a backend asks for, and whether that is allowed.

use super::Problem;
use crate::check::same_text;

/// How a provider counts a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Resources: one a group.
    Groups,
    /// Things inside the resources, over all of them.
    Total,
    /// Things inside one resource: the fullest counts.
    PerGroup,
}

/// What one provider counts for one limit.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// How it counts.
    pub counted: Counted,
    /// How much it found.
    pub amount: u64,
    /// The group that has the most, where groups are counted one by one.
    pub fullest: usize,
}

/// A limit that a provider knows.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// As it is written in `limits: { … }`.
    pub name: &'static str,
    /// What is counted, in the plural.
    pub label: &'static str,
    /// The ways out.
    pub solution: &'static str,
    /// The count.
    pub amount: Amount,
}

/// Which groups of a provider the text of a limit names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Each is one of those that are too many.
    All,
    /// This one has too much in it.
    Only(usize),
    /// What is counted is not theirs alone.
    None,
}

impl Problem {
    /// Who is named where a limit does not hold, of the groups of a provider that counts this.
    pub const fn shown(&self, measures: &[Measure]) -> Shown {
        let Problem::Limit { name, requested, .. } = self else { return Shown::None };
        match of(measures, name) {
            Some(Measure { amount: Amount { counted: Counted::Groups, .. }, .. }) => Shown::All,
            Some(Measure { amount: Amount { counted: Counted::PerGroup, amount, fullest }, .. })
                if *amount == *requested =>
            {
                Shown::Only(*fullest)
            }
            _ => Shown::None,
        }
    }
}

/// What a provider that counts all this counts for one limit.
const fn of<'m>(mut measures: &'m [Measure], name: &str) -> Option<&'m Measure> {
    while let [measure, rest @ ..] = measures {
        if same_text(measure.name, name) {
            return Some(measure);
        }
        measures = rest;
    }
    None
}

/// Adds up what all providers count for one limit: `measures` are those of each.
pub const fn check_limit(name: &'static str, limit: u64, mut measures: &[&[Measure]]) -> Problem {
    let (mut known, mut requested) = (None, 0);
    while let [of_one, rest @ ..] = measures {
        if let Some(measure) = of(of_one, name) {
            if known.is_none() {
                known = Some(measure);
            }
            match measure.amount.counted {
                Counted::PerGroup => {
                    if measure.amount.amount > requested {
                        requested = measure.amount.amount;
                        known = Some(measure);
                    }
                }
                _ => requested += measure.amount.amount,
            }
        }
        measures = rest;
    }
    match known {
        None => Problem::UnknownLimit { name },
        Some(measure) if requested > limit => {
            Problem::Limit { name, label: measure.label, limit, requested, solution: measure.solution }
        }
        Some(_) => Problem::None,
    }
}
