//! The rules of arguments, asked about what the running program has put there. The macros have asked them about literals;
//! what refers to something is the provider's to judge.

use atakora_rules::argument;
use atakora_rules::takes::Given;

use super::arguments::Step;
use super::value::{Key, Value};

/// Appends what is wrong with the arguments of a resource. `unjudged` are paths that someone answers for himself.
pub(super) fn arguments(type_name: &str, values: &[(Key, Value)], unjudged: &[String], problems: &mut Vec<String>) {
    let mut path = type_name.to_owned();
    fields(&mut path, type_name.len() + 1, values, unjudged, problems);
}

/// `path` is that of what the values are in; what stands in front of `block` in it is the type.
fn fields(path: &mut String, block: usize, values: &[(Key, Value)], unjudged: &[String], problems: &mut Vec<String>) {
    let here = path.len();
    for (name, value) in values {
        path.push('.');
        path.push_str(name);
        if !path.get(block..).is_some_and(|path| unjudged.iter().any(|other| other == path)) {
            argument(path, block, value, unjudged, problems);
        }
        path.truncate(here);
    }
}

fn argument(path: &mut String, block: usize, value: &Value, unjudged: &[String], problems: &mut Vec<String>) {
    let rules = argument::of(path);
    let mut ask = |given| problems.extend(rules.iter().filter_map(|rule| rule.refuse(path, given)));
    match value {
        Value::Text(text) => ask(Given::Text(text)),
        Value::Integer(number) => ask(Given::Integer(*number)),
        Value::Float(number) => ask(Given::Float(*number)),
        Value::List(items) => {
            ask(Given::List(items.len()));
            for item in items {
                argument_or_block(path, block, item, unjudged, problems);
            }
        }
        Value::Object(values) => {
            values.iter().for_each(|(key, _)| ask(Given::Key(key)));
            fields(path, block, values, unjudged, problems);
        }
        Value::Null | Value::Bool(_) | Value::Expression(_) | Value::Template(_) | Value::Pending(_) => {}
    }
}

/// An element of a list: a list in it is none that a rule counts.
fn argument_or_block(path: &mut String, block: usize, item: &Value, unjudged: &[String], problems: &mut Vec<String>) {
    if !matches!(item, Value::List(_)) {
        argument(path, block, item, unjudged, problems);
    }
}

/// A path as rules write it: names alone.
pub(super) fn text(path: &[Step]) -> String {
    let names = path.iter().filter_map(|step| match step {
        Step::Name(name) => Some(*name),
        Step::Index(_) => None,
    });
    names.collect::<Vec<_>>().join(".")
}
