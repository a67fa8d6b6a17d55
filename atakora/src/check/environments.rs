//! The same questions, asked of several environments: what is wrong in more than one is told once, with the names of all
//! where it is. A set of environments is a mask, with a bit for each.

use super::render::{Message, Report, blames, warns};
use super::{Finding, Rule, Text, check_schema, same_text};
use crate::azure::environment;
use crate::entity::Schema;
use crate::merge::{Owner, Problem, Sink};

/// The line that names environments.
pub type Where = Text<512>;

/// The last line of a text that holds in these environments only.
pub const fn in_environments(environments: &[&str]) -> Where {
    in_those(environments, u64::MAX)
}

const fn in_those(environments: &[&str], mask: u64) -> Where {
    let mut out = Where::new();
    out.push(if mask.count_ones() > 1 && environments.len() > 1 {
        "\n  Environments: `"
    } else {
        "\n  Environment: `"
    });
    let (mut first, mut e) = (true, 0);
    while e < environments.len() {
        if has(mask, e) {
            if !first {
                out.push("`, `");
            }
            out.push(environments[e]);
            first = false;
        }
        e += 1;
    }
    out.push("`");
    out
}

const fn has(mask: u64, environment: usize) -> bool {
    mask >> environment & 1 == 1
}

const fn append(out: &mut Report, text: &str, environments: &[&str], mask: u64) {
    if !out.is_empty() {
        out.push("\n\n");
    }
    out.push(text);
    out.push(in_those(environments, mask).as_str());
}

/// What is wrong with a limit where it is written: the texts of `all` from `from` to `to`, without those that stand further
/// up, at another place.
pub const fn reports_in(
    all: &[(u64, Option<Report>)],
    (from, to): (usize, usize),
    environments: &[&str],
) -> Option<Report> {
    let mut out = Report::new();
    let mut i = from;
    while i < to {
        if let (mask, Some(report)) = &all[i]
            && !is_told(all.split_at(i).0, report.as_str())
        {
            let mut mask = *mask;
            let mut k = i + 1;
            while k < all.len() {
                if let (more, Some(other)) = &all[k]
                    && same_text(other.as_str(), report.as_str())
                {
                    mask |= *more;
                }
                k += 1;
            }
            append(&mut out, report.as_str(), environments, mask);
        }
        i += 1;
    }
    if out.is_empty() { None } else { Some(out) }
}

const fn is_told(before: &[(u64, Option<Report>)], text: &str) -> bool {
    let mut i = 0;
    while i < before.len() {
        if let Some(other) = &before[i].1
            && same_text(other.as_str(), text)
        {
            return true;
        }
        i += 1;
    }
    false
}

/// What is known of a setting in some environments: what is wrong with it, and what of it ends.
pub type Answer = (u64, Option<Finding>, Option<&'static Rule>);

/// The same of a setting: what is wrong with it where it is written.
pub const fn setting_in(
    setting: &'static str,
    owner: Owner,
    all: &[Answer],
    (from, to): (usize, usize),
    names: &[&str],
    environments: &[&str],
) -> Option<Report> {
    if is_clean(all, from, to) {
        return None;
    }
    let mut out = Report::new();
    let mut i = from;
    while i < to {
        if let (mut mask, Some(finding), _) = all[i] {
            let text = Problem::Setting { setting, owner, finding }.render(names);
            let (mut told, mut k) = (false, 0);
            while k < all.len() {
                if let (more, Some(finding), _) = all[k]
                    && same_text(Problem::Setting { setting, owner, finding }.render(names).as_str(), text.as_str())
                {
                    told |= k < i;
                    mask |= more;
                }
                k += 1;
            }
            if !told {
                append(&mut out, text.as_str(), environments, mask);
            }
        }
        i += 1;
    }
    if out.is_empty() { None } else { Some(out) }
}

const fn is_clean(all: &[Answer], from: usize, to: usize) -> bool {
    let mut i = from;
    while i < to {
        if all[i].1.is_some() {
            return false;
        }
        i += 1;
    }
    true
}

/// All that is known against a component in any environment: `sinks` are those of each.
pub const fn about_component_in(
    component: usize,
    names: &[&str],
    environments: &[&str],
    providers: Problem,
    entities: &[Schema],
    sinks: &[&[&Sink]],
) -> Option<Report> {
    let everywhere = Everywhere { component, providers, entities, sinks };
    let mut out = Report::new();
    let mut e = 0;
    while e < environments.len() {
        let found = everywhere.found(e);
        let mut i = 0;
        while i < found.len {
            let text = found.problems[i].render(names);
            if everywhere.first(&text, names) == e {
                append(&mut out, text.as_str(), environments, everywhere.mask(&text, names));
            }
            i += 1;
        }
        if found.dropped > 0 {
            let mut text = Message::new();
            text.push("and ");
            text.push_number(found.dropped as i64);
            text.push(" more");
            append(&mut out, text.as_str(), environments, 1 << e);
        }
        e += 1;
    }
    if out.is_empty() { None } else { Some(out) }
}

/// What is known of a component in all environments.
struct Everywhere<'a> {
    component: usize,
    providers: Problem,
    entities: &'a [Schema],
    sinks: &'a [&'a [&'a Sink]],
}

/// What is wrong with a component in one environment.
struct Found {
    problems: [Problem; 32],
    len: usize,
    dropped: usize,
}

impl Everywhere<'_> {
    const fn found(&self, environment: usize) -> Found {
        let mut found = Found { problems: [Problem::None; 32], len: 0, dropped: 0 };
        found.push(self.providers);
        let mut i = 0;
        while i < self.entities.len() {
            if let Some(finding) = check_schema(&self.entities[i]) {
                found.push(Problem::Schema { component: self.component, finding });
            }
            i += 1;
        }
        let sinks = self.sinks[environment];
        i = 0;
        while i < sinks.len() {
            let problems = sinks[i].problems();
            found.push_all(problems, self.component);
            if !problems.is_empty() && blames(&problems[problems.len() - 1], self.component) {
                found.dropped += sinks[i].dropped();
            }
            i += 1;
        }
        found
    }

    const fn mask(&self, text: &Message, names: &[&str]) -> u64 {
        let (mut mask, mut e) = (0, 0);
        while e < self.sinks.len() {
            if self.found(e).holds(text, names) {
                mask |= 1 << e;
            }
            e += 1;
        }
        mask
    }

    /// The first environment where this is told.
    const fn first(&self, text: &Message, names: &[&str]) -> usize {
        self.mask(text, names).trailing_zeros() as usize
    }
}

impl Found {
    const fn push(&mut self, problem: Problem) {
        if !problem.is_none() && self.len < self.problems.len() {
            self.problems[self.len] = problem;
            self.len += 1;
        }
    }

    const fn push_all(&mut self, problems: &[Problem], component: usize) {
        let mut i = 0;
        while i < problems.len() {
            if blames(&problems[i], component) {
                self.push(problems[i]);
            }
            i += 1;
        }
    }

    const fn holds(&self, text: &Message, names: &[&str]) -> bool {
        let mut i = 0;
        while i < self.len {
            if same_text(self.problems[i].render(names).as_str(), text.as_str()) {
                return true;
            }
            i += 1;
        }
        false
    }
}

/// Whether a provider's warning in this slot fired in an environment that does not allow it.
pub const fn warns_in(sinks: &[&[&Sink]], provider: usize, rules: &[Rule], slot: usize, allow: &[&[&str]]) -> bool {
    let mut e = 0;
    while e < sinks.len() {
        if warns(sinks[e], provider, rules, slot, allow[e]) {
            return true;
        }
        e += 1;
    }
    false
}

/// Whether the name of the environment at `index` can stand in names of resources, apart from those before it.
pub const fn check_environment(index: usize, environments: &[&'static str], label: usize) -> Option<Report> {
    match environment::check(index, environments, label) {
        Some(finding) => {
            let mut out = Report::new();
            out.push(Problem::Setting { setting: "environments", owner: Owner::Backend, finding }.render(&[]).as_str());
            Some(out)
        }
        None => None,
    }
}
