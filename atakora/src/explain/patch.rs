//! How a case of a rule about documents reads in a program: the resources that it is about, with the arguments that it
//! changes.
//!
//! A case is two changes of one legal stack, `wrong` and `right`: from a path like `storage_account.s.location` to the
//! value there. `null` takes away what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use serde_json::Value;

/// The arguments to show, by type and name of their resource.
pub(super) struct Patch {
    shown: BTreeMap<(String, String), BTreeSet<String>>,
}

impl Patch {
    /// What is wrong, and what is right.
    pub fn both(base: &Value, case: &Value) -> [String; 2] {
        let mut patch = Patch::of(case);
        let [wrong, right] = ["wrong", "right"].map(|side| changed(base, &case[side]));
        if patch.text(&wrong) == patch.text(&right) {
            patch.show_all_of_lost_types(base, case);
        }
        [patch.text(&wrong), patch.text(&right)]
    }

    /// What is wrong may be that something is there.
    fn show_all_of_lost_types(&mut self, base: &Value, case: &Value) {
        let changes = ["wrong", "right"].iter().filter_map(|side| case[side].as_object()).flatten();
        for (kind, _) in changes.filter(|(path, value)| value.is_null() && !path.contains('.')) {
            for name in base[kind].as_object().into_iter().flat_map(|named| named.keys()) {
                self.shown.entry((kind.clone(), name.clone())).or_default();
            }
        }
    }

    /// What any of the sides changes, and what the case wants to be seen beside it.
    fn of(case: &Value) -> Self {
        let mut shown: BTreeMap<_, BTreeSet<String>> = BTreeMap::new();
        let changes = ["wrong", "right"].iter().filter_map(|side| case[side].as_object()).flatten();
        let beside =
            case["beside"].as_array().into_iter().flatten().filter_map(|path| Some((path.as_str()?, &Value::Null)));
        for (path, value) in changes.map(|(path, value)| (path.as_str(), value)).chain(beside) {
            let mut steps = path.splitn(4, '.');
            // a whole type is taken away only to keep other rules silent
            let (Some(kind), Some(name)) = (steps.next(), steps.next()) else { continue };
            let arguments = shown.entry((kind.to_owned(), name.to_owned())).or_default();
            match (steps.next(), value) {
                (Some(argument), _) => drop(arguments.insert(argument.to_owned())),
                (None, Value::Object(fields)) => arguments.extend(fields.keys().cloned()),
                (None, _) => {}
            }
        }
        Patch { shown }
    }

    fn text(&self, stack: &Value) -> String {
        let mut resources = Vec::new();
        for ((kind, name), arguments) in &self.shown {
            let resource = &stack[kind][name];
            if resource.is_null() {
                continue;
            }
            let mut text = format!("resource!(stack, azurerm_{kind} \"{name}\" {{\n");
            for argument in arguments {
                match &resource[argument] {
                    Value::Null => drop(writeln!(text, "    // no `{argument}`")),
                    value => field(&mut text, 1, argument, value),
                }
            }
            text.push_str("    // …\n});");
            resources.push(text);
        }
        resources.join("\n")
    }
}

fn changed(base: &Value, changes: &Value) -> Value {
    let mut stack = base.clone();
    for (path, value) in changes.as_object().into_iter().flatten() {
        set(&mut stack, path, value);
    }
    stack
}

fn set(place: &mut Value, path: &str, value: &Value) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    match (place, rest) {
        (Value::Array(items), Some(rest)) => {
            if let Some(item) = step.parse().ok().and_then(|index: usize| items.get_mut(index)) {
                set(item, rest, value);
            }
        }
        (Value::Object(fields), Some(rest)) => {
            set(fields.entry(step).or_insert_with(|| Value::Object(Default::default())), rest, value);
        }
        (Value::Object(fields), None) => {
            fields.remove(step);
            if !value.is_null() {
                fields.insert(step.to_owned(), value.clone());
            }
        }
        _ => {}
    }
}

/// `name: value,`, or a block for each object of a list.
fn field(out: &mut String, depth: usize, name: &str, value: &Value) {
    let indent = "    ".repeat(depth);
    match value {
        Value::Array(items) if !items.is_empty() && items.iter().all(Value::is_object) => {
            for item in items {
                let fields = item.as_object().into_iter().flatten();
                let fields: Vec<_> = fields.filter(|(_, value)| !value.is_null()).collect();
                let inline: Option<Vec<_>> =
                    fields.iter().map(|(key, value)| Some(format!("{key}: {}", plain(value)?))).collect();
                match inline.map(|fields| fields.join(", ")) {
                    Some(fields) if fields.is_empty() => drop(writeln!(out, "{indent}{name} {{}},")),
                    Some(fields) if fields.len() < 80 => drop(writeln!(out, "{indent}{name} {{ {fields} }},")),
                    _ => {
                        let _ = writeln!(out, "{indent}{name} {{");
                        fields.iter().for_each(|(key, value)| field(out, depth + 1, key, value));
                        let _ = writeln!(out, "{indent}}},");
                    }
                }
            }
        }
        value => drop(writeln!(out, "{indent}{name}: {},", plain(value).unwrap_or_default())),
    }
}

/// A value in one line; none for blocks.
fn plain(value: &Value) -> Option<String> {
    Some(match value {
        Value::String(text) => template(text),
        Value::Array(items) if items.iter().any(Value::is_object) => return None,
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(plain).collect();
            format!("[{}]", items?.join(", "))
        }
        Value::Object(fields) => {
            let fields: Option<Vec<String>> =
                fields.iter().map(|(key, value)| Some(format!("{key}: {}", plain(value)?))).collect();
            format!("{{ {} }}", fields?.join(", "))
        }
        other => other.to_string(),
    })
}

/// Text, a reference, or text with references in it.
fn template(text: &str) -> String {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, (expression, after))) =
        rest.split_once("${").and_then(|(before, behind)| Some((before, behind.split_once('}')?)))
    {
        if !before.is_empty() {
            pieces.push(format!("{before:?}"));
        }
        pieces.push(reference(expression));
        rest = after;
    }
    if !rest.is_empty() || pieces.is_empty() {
        pieces.push(format!("{rest:?}"));
    }
    match pieces.as_slice() {
        [one] => one.clone(),
        several => format!("template![{}]", several.join(", ")),
    }
}

/// `azurerm_virtual_network.v.id` as `virtual_network_v.id()`.
fn reference(expression: &str) -> String {
    let steps: Vec<&str> = expression.split('.').collect();
    match steps.as_slice() {
        ["var", name] => (*name).to_owned(),
        [kind, name, attributes @ ..] => {
            let kind = kind.strip_prefix("azurerm_").unwrap_or(kind);
            let attributes = attributes.iter().map(|attribute| match attribute.split_once('[') {
                Some((list, index)) => format!(".{list}()[{index}"),
                None => format!(".{attribute}()"),
            });
            format!("{kind}_{name}{}", attributes.collect::<String>())
        }
        _ => expression.to_owned(),
    }
}
