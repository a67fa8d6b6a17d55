//! `explain`: what a rule is about. It needs no stack, and is asked where there may be none yet.

use serde_json::{Value, json};

use crate::Result;
use crate::cli::console::Console;
use crate::cli::rules::{NO_RULE, broken};
use crate::cli::style::HEAD;
use crate::explain::{self, FAMILIES, Family, Page};

pub(crate) fn run(id: Option<&str>, console: &Console) -> Result {
    let Some(id) = id else { return families(console) };
    if let Some(page) = explain::page(id) {
        return console.report(&page.json(), coloured(&page));
    }
    match explain::family(id) {
        Some(family) if id.len() == family.prefix.len() => rules(family, console),
        _ => Err(unknown(id)),
    }
}

fn unknown(id: &str) -> crate::Error {
    let near = explain::near(id);
    let near = if near.is_empty() { vec!["ATK-COSMOS"] } else { near };
    let near: Vec<String> = near.iter().map(|id| format!("`{id}`")).collect();
    broken(&NO_RULE, &[id, &near.join(", ")])
}

/// Headings stand at the margin, all else does not.
fn coloured(page: &Page) -> String {
    let line = |line: &str| match line.starts_with(|first: char| first.is_alphabetic()) {
        true => format!("{HEAD}{line}{HEAD:#}\n"),
        false => format!("{line}\n"),
    };
    page.to_string().lines().map(line).collect::<String>().trim_end().to_owned()
}

fn families(console: &Console) -> Result {
    let mut data = Vec::new();
    let mut lines = vec![format!("{HEAD}{:<14}  rules  about{HEAD:#}", "family")];
    for family in FAMILIES {
        let count = family.rules().len();
        lines.push(format!("{:<14}  {count:>5}  {}", family.prefix, family.title));
        data.push(json!({ "family": family.prefix, "rules": count, "about": family.title }));
    }
    console.report(&json!({ "families": data }), lines.join("\n"))
}

fn rules(family: &Family, console: &Console) -> Result {
    let pages = family.pages();
    let line = |page: &Page| format!("{}  {}", page.rule.id, page.message.lines().next().unwrap_or_default());
    let lines: Vec<String> = pages.iter().map(line).collect();
    let rules: Vec<Value> = pages.iter().map(Page::json).collect();
    console.report(&json!({ "family": family.prefix, "about": family.title, "rules": rules }), lines.join("\n"))
}
