//! `usage`: what is counted, what is allowed, and what sharing saves.

use std::fmt::Write;

use comfy_table::{CellAlignment, Table, presets};
use serde_json::{Map, Value, json};

use crate::Result;
use crate::cli::console::Console;
use crate::cli::run::Exit;
use crate::cli::style::HEAD;
use crate::terraform::App;
use crate::terraform::summary::{StackSummary, Usage};

pub(crate) fn run(app: &App, console: &Console) -> Result<Exit> {
    let summary = super::look(app)?;
    let row =
        |usage: &Usage| json!({ "name": usage.name, "label": usage.label, "used": usage.used, "limit": usage.limit });
    let stacks = summary.stacks.iter().map(|stack| {
        let elsewhere: Map<String, Value> = environments(stack)
            .map(|(environment, usage)| (environment.to_owned(), usage.into_iter().map(row).collect()))
            .collect();
        json!({
            "stack": stack.name, "resources": stack.resources, "saved": stack.saved(),
            "usage": stack.usage.iter().map(row).collect::<Vec<_>>(), "elsewhere": elsewhere,
        })
    });
    let data = json!({ "environment": summary.environment, "stacks": stacks.collect::<Vec<_>>() });
    let mut text = format!("{HEAD}{}{HEAD:#}", summary.environment);
    for stack in &summary.stacks {
        let _ = write!(text, "\n\n{}", told(stack));
    }
    let (resources, saved): (Vec<usize>, Vec<usize>) =
        summary.stacks.iter().map(|stack| (stack.resources, stack.saved())).unzip();
    let (resources, saved): (usize, usize) = (resources.iter().sum(), saved.iter().sum());
    let _ = write!(text, "\n\n{resources} resources; sharing saves {saved}");
    console.report(&data, text)?;
    Ok(Exit::Fine)
}

/// What is counted in the other environments, one after another.
fn environments(stack: &StackSummary) -> impl Iterator<Item = (&str, Vec<&Usage>)> {
    let mut names: Vec<&str> = Vec::new();
    for usage in &stack.elsewhere {
        if !names.contains(&usage.environment.as_str()) {
            names.push(&usage.environment);
        }
    }
    let of = |name| stack.elsewhere.iter().filter(|usage| usage.environment == name).collect();
    names.into_iter().map(move |name| (name, of(name)))
}

fn told(stack: &StackSummary) -> String {
    let head = format!("{HEAD}{}{HEAD:#}: {} resources; sharing saves {}", stack.name, stack.resources, stack.saved());
    let mut text = if stack.usage.is_empty() { head } else { format!("{head}\n{}", table(&stack.usage)) };
    for (environment, usage) in environments(stack) {
        let _ = write!(text, "\n{HEAD}{} in {environment}{HEAD:#}\n{}", stack.name, table(usage));
    }
    text
}

fn table<'u>(all: impl IntoIterator<Item = &'u Usage>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["", "used", "allowed"]);
    for usage in all {
        let allowed = usage.limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
        table.add_row([usage.label.clone(), usage.used.to_string(), allowed]);
    }
    for at in [1, 2] {
        table.column_mut(at).into_iter().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    }
    table.trim_fmt()
}
