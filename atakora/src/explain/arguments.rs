//! Pages of rules on one argument: what it takes is data already.

use std::fmt::Display;

use atakora_rules::argument::{self, ArgumentRule};
use atakora_rules::takes::Given;

use super::page::{Page, Place};
use super::sample::{Form, Sample};
use crate::check::Rule;

/// Arguments that are lists of what their rules are about: how they end.
const LISTS: &[&str] = &[
    "_permissions",
    "_prefixes",
    "_ranges",
    "_zone_ids",
    ".address_space",
    ".dns_servers",
    ".ip_range_filter",
    ".ip_rules",
    ".partition_key_paths",
    ".paths",
    ".subresource_names",
    ".supported_protocols",
    "_security_group_ids",
    "storage_account.network_rules.bypass",
];

/// A type that has what all types have.
const ANY_TYPE: &str = "azurerm_eventhub_namespace";

pub(super) fn rules() -> Vec<&'static Rule> {
    argument::all().map(|rule| &rule.rule).collect()
}

pub(super) fn pages() -> Vec<Page> {
    argument::all().map(page).collect()
}

fn page(rule: &ArgumentRule) -> Page {
    let at: Vec<String> = rule.at.iter().map(|path| format!("`{}`", path.replacen("*.", "any type: ", 1))).collect();
    let message = format!("{} must be {}", at.join(", "), rule.takes);
    let first = rule.at.first().copied().unwrap_or_default();
    let samples = [rule.wrong, rule.right].map(|given| Sample::of(Form::Arguments, resource(first, given)));
    let says = rule.refuse(&first.replacen('*', ANY_TYPE, 1), rule.wrong).unwrap_or_default();
    Page { message, says, ..Page::new(&rule.rule, String::new(), Place::Expansion, samples) }
}

/// A resource of which one argument is shown.
fn resource(path: &str, given: Given<'_>) -> String {
    let mut steps = path.split('.');
    let type_name = steps.next().filter(|name| *name != "*").unwrap_or(ANY_TYPE);
    let mut blocks: Vec<&str> = steps.collect();
    let argument = blocks.pop().unwrap_or_default();
    let mut text = format!("resource!(stack, {type_name} \"example\" {{\n");
    let mut line = |depth: usize, words: &dyn Display| text.push_str(&format!("{}{words}\n", "    ".repeat(depth + 1)));
    for (depth, block) in blocks.iter().enumerate() {
        line(depth, &format_args!("{block} {{"));
    }
    line(blocks.len(), &format_args!("{argument}: {},", value(path, given)));
    for depth in (0..blocks.len()).rev() {
        line(depth, &"},");
    }
    line(0, &"// …");
    text + "});"
}

fn value(path: &str, given: Given<'_>) -> String {
    let value = match given {
        Given::Text(text) => format!("{text:?}"),
        Given::Integer(number) => number.to_string(),
        Given::Float(number) => number.to_string(),
        Given::List(0) => return "[]".to_owned(),
        Given::List(1) => return "[/* 1 element */]".to_owned(),
        Given::List(count) => return format!("[/* {count} elements */]"),
        Given::Key(key) => return format!("{{ {key}: \"1\" }}"),
    };
    if LISTS.iter().any(|end| path.ends_with(end)) { format!("[{value}]") } else { value }
}
