//! What one argument of a resource takes, and the text where it is given something else.

use std::collections::HashMap;
use std::fmt::Display;
use std::sync::LazyLock;

use crate::arguments;
use crate::takes::{Given, Takes};
use crate::{Kind, Level, Rule};

/// A rule about the value of one argument.
#[derive(Clone, Copy, Debug)]
pub struct ArgumentRule {
    /// Its id, source and way out. The three holes of the message are the path, what the argument takes, and what is
    /// wrong with the value.
    pub rule: Rule,
    /// The arguments that it is about: paths from the type of the resource on, `*` for every type of azurerm.
    pub at: &'static [&'static str],
    /// What they take.
    pub takes: Takes,
    /// A value that it refuses.
    pub wrong: Given<'static>,
    /// The nearest value that it does not refuse.
    pub right: Given<'static>,
}

/// Every rule, in the order of their ids.
pub fn all() -> impl Iterator<Item = &'static ArgumentRule> {
    arguments::ALL.iter().copied().flatten()
}

/// What rules know of the arguments of a type, or of a block in it.
#[derive(Debug, Default)]
pub struct Arguments {
    rules: Vec<&'static ArgumentRule>,
    inside: HashMap<&'static str, Arguments>,
}

impl Arguments {
    /// The rules of the argument itself.
    pub fn rules(&self) -> &[&'static ArgumentRule] {
        &self.rules
    }

    /// An argument or block inside of it; none where no rule knows anything.
    pub fn get(&self, name: &str) -> Option<&Arguments> {
        self.inside.get(name)
    }

    fn add(&mut self, path: &'static str, rule: &'static ArgumentRule) {
        let place = path.split('.').fold(self, |place, name| place.inside.entry(name).or_default());
        place.rules.push(rule);
    }

    /// What all types have, but for what this type says otherwise.
    fn complete(&mut self, all: &Arguments) {
        if self.rules.is_empty() {
            self.rules.clone_from(&all.rules);
        }
        for (name, all) in &all.inside {
            self.inside.entry(name).or_default().complete(all);
        }
    }
}

/// The arguments of a resource type.
pub fn of_type(type_name: &str) -> Option<&'static Arguments> {
    let every = type_name.starts_with("azurerm_").then(|| TYPES.get(EVERY)).flatten();
    TYPES.get(type_name).or(every)
}

/// The rules of the argument at `path`, which begins with the type of the resource.
pub fn of(path: &str) -> &'static [&'static ArgumentRule] {
    let mut names = path.split('.');
    let arguments = names.next().and_then(of_type);
    names.fold(arguments, |place, name| place?.get(name)).map_or(&[], Arguments::rules)
}

/// Stands for every type of azurerm.
const EVERY: &str = "*";

static TYPES: LazyLock<HashMap<&'static str, Arguments>> = LazyLock::new(|| {
    let mut types: HashMap<_, Arguments> = HashMap::new();
    for rule in all() {
        for (type_name, path) in rule.at.iter().filter_map(|path| path.split_once('.')) {
            types.entry(type_name).or_default().add(path, rule);
        }
    }
    let every = types.remove(EVERY).unwrap_or_default();
    types.values_mut().for_each(|arguments| arguments.complete(&every));
    types.insert(EVERY, every);
    types
});

/// A rule that Azure or its provider keeps.
pub(crate) const fn rule(
    id: &'static str,
    source: &'static str,
    at: &'static [&'static str],
    takes: Takes,
    [wrong, right]: [Given<'static>; 2],
) -> ArgumentRule {
    let rule = Rule {
        id,
        title: "ArgumentError",
        message: "`{}` must be {}, {}",
        solution: "",
        source,
        kind: Kind::Azure,
        level: Level::Error,
    };
    ArgumentRule { rule, at, takes, wrong, right }
}

/// A text that is refused and one that is not.
pub(crate) const fn texts(wrong: &'static str, right: &'static str) -> [Given<'static>; 2] {
    [Given::Text(wrong), Given::Text(right)]
}

/// A number that is refused and one that is not.
pub(crate) const fn numbers(wrong: i64, right: i64) -> [Given<'static>; 2] {
    [Given::Integer(wrong), Given::Integer(right)]
}

/// How many elements are refused, and how many are not.
pub(crate) const fn counts(wrong: usize, right: usize) -> [Given<'static>; 2] {
    [Given::List(wrong), Given::List(right)]
}

impl ArgumentRule {
    /// With a way out.
    pub(crate) const fn solution(mut self, solution: &'static str) -> Self {
        self.rule.solution = solution;
        self
    }

    /// Whether something is wrong with a value.
    pub fn refuses(&self, given: Given<'_>) -> bool {
        self.takes.fault(given).is_some()
    }

    /// What is wrong with the value of the argument at `path`, as text, if something is.
    pub fn refuse(&self, path: &str, given: Given<'_>) -> Option<String> {
        self.refuse_at("", path, given)
    }

    /// The same about a resource that exists only in the running program: the text says which.
    pub fn refuse_of(&self, resource: &str, path: &str, given: Given<'_>) -> Option<String> {
        self.refuse_at(&format!("\n  Resource: {resource}"), path, given)
    }

    fn refuse_at(&self, place: &str, path: &str, given: Given<'_>) -> Option<String> {
        let fault = self.takes.fault(given)?;
        let message = fill(self.rule.message, &[&path, &self.takes, &fault.text]);
        let general = Some(self.rule.solution).filter(|solution| !solution.is_empty());
        let solution = fault.solution.as_deref().or(general).or(fault.hint.as_deref());
        let way_out = solution.map(|solution| format!("\n  Solution: {solution}")).unwrap_or_default();
        Some(format!("{}: {message}{place}{way_out}\n  Rule: {}", self.rule.title, self.rule.id))
    }
}

/// The template with an argument for each `{}`.
fn fill(template: &str, arguments: &[&dyn Display]) -> String {
    let mut arguments = arguments.iter();
    let mut pieces = template.split("{}");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        text.extend(arguments.next().map(ToString::to_string));
        text.push_str(piece);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_in_order() {
        let ids: Vec<u32> = all()
            .map(|rule| {
                let number = rule.rule.id.strip_prefix("ATK-ARG-").unwrap_or_default();
                number.parse().unwrap_or_else(|_| panic!("{}", rule.rule.id))
            })
            .collect();
        assert!(ids.is_sorted_by(|a, b| a < b), "{ids:?}");
        assert!(ids.len() > 150, "{}", ids.len());
    }

    #[test]
    fn every_rule_refuses_its_wrong_value_and_takes_its_right_one() {
        for rule in all() {
            for path in rule.at {
                let text =
                    rule.refuse(path, rule.wrong).unwrap_or_else(|| panic!("{} takes {:?}", rule.rule.id, rule.wrong));
                assert!(
                    text.starts_with(&format!("ArgumentError: `{path}` must be ")) && text.ends_with(rule.rule.id),
                    "{text}"
                );
                assert_eq!(rule.refuse(path, rule.right), None);
            }
            assert!(!rule.rule.source.is_empty() && !rule.at.is_empty());
        }
    }

    #[test]
    fn a_type_of_its_own_comes_before_all_types() {
        let ids = |path| of(path).iter().map(|rule| rule.rule.id).collect::<Vec<_>>();
        assert_eq!(ids("azurerm_key_vault.location"), ids("azurerm_anything.location"));
        assert_eq!(ids("azurerm_key_vault.location").len(), 1);
        assert_ne!(ids("azurerm_log_analytics_workspace.identity.type"), ids("azurerm_key_vault.identity.type"));
        assert!(ids("google_key_vault.location").is_empty() && ids("azurerm_key_vault").is_empty());
    }
}
