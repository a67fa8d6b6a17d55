//! Limits: how much of something a backend asks for, and whether that is allowed.

use super::Problem;

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

impl Measure {
    /// Who is named where the limit does not hold.
    pub const fn shown(&self, problem: &Problem) -> Shown {
        match (self.amount.counted, problem) {
            (Counted::Groups, _) => Shown::All,
            (Counted::PerGroup, Problem::Limit { requested, .. }) if self.amount.amount == *requested => {
                Shown::Only(self.amount.fullest)
            }
            _ => Shown::None,
        }
    }
}

/// Adds up what all providers count for one limit: `found` holds what each provider knows of it.
pub const fn check_limit(name: &'static str, limit: u64, found: &[Option<Measure>]) -> Problem {
    let (mut known, mut requested, mut i) = (None, 0, 0);
    while i < found.len() {
        if let Some(measure) = &found[i] {
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
        i += 1;
    }
    match known {
        None => Problem::UnknownLimit { name },
        Some(measure) if requested > limit => {
            Problem::Limit { label: measure.label, limit, requested, solution: measure.solution }
        }
        Some(_) => Problem::None,
    }
}
