//! What of a resource has an announced end, as the running program sees it: for the summary.

use std::collections::{BTreeMap, BTreeSet};

use atakora_rules::retirement;

use super::value::{Key, Value};
use crate::check::Rule;
use crate::check::render::warning_text;

/// What of a resource ends. `unjudged` are paths that someone answers for himself.
pub(super) fn of(type_name: &str, values: &[(Key, Value)], unjudged: &[String]) -> Vec<&'static Rule> {
    let shows = |(_, sign): &retirement::Found| {
        let other = |path: &str, value: &str| any(values, path, &|found| found == value);
        sign.at.is_empty()
            || (!unjudged.iter().any(|path| path == sign.at) && any(values, sign.at, &|value| sign.is(value, other)))
    };
    retirement::of(type_name).filter(shows).map(|(retirement, _)| &retirement.rule).collect()
}

/// Whether a text at the path is one.
fn any(values: &[(Key, Value)], path: &str, is: &dyn Fn(&str) -> bool) -> bool {
    let (name, rest) = path.split_once('.').unwrap_or((path, ""));
    let found = values.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let of = |value: &Value| match value {
        Value::Text(text) => rest.is_empty() && is(text),
        Value::Object(values) => any(values, rest, is),
        _ => false,
    };
    match found {
        Some(Value::List(blocks)) => blocks.iter().any(of),
        Some(value) => of(value),
        None => false,
    }
}

/// What a stack holds that ends.
#[derive(Default)]
pub(crate) struct Retiring {
    found: BTreeMap<&'static str, (&'static Rule, Vec<String>)>,
}

/// How many resources a warning names.
const MOST: usize = 6;

impl Retiring {
    pub(super) fn add(&mut self, rule: &'static Rule, address: &str) {
        self.found.entry(rule.id).or_insert((rule, Vec::new())).1.push(address.to_owned());
    }

    /// A warning for each that ends and is not allowed, in the order of the ids.
    pub(super) fn told(&self, allowed: &BTreeSet<String>) -> impl Iterator<Item = String> {
        let found = self.found.values().filter(|(rule, _)| !allowed.contains(rule.id));
        found.map(|(rule, addresses)| {
            let shown: Vec<String> = addresses.iter().take(MOST).map(|address| format!("`{address}`")).collect();
            let rest = addresses.len() - shown.len();
            let rest = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            let s = if addresses.len() == 1 { "" } else { "s" };
            format!("{}\n  Resource{s}: {}{rest}", warning_text(rule).as_str(), shown.join(", "))
        })
    }
}
