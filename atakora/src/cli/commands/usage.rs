//! `usage`: what is counted, what is allowed, and what sharing saves.

use std::fmt::Write;

use comfy_table::{CellAlignment, Table, presets};
use serde_json::json;

use crate::Result;
use crate::cli::console::Console;
use crate::cli::run::Exit;
use crate::cli::style::HEAD;
use crate::terraform::App;
use crate::terraform::summary::StackSummary;

pub(crate) fn run(app: &App, console: &Console) -> Result<Exit> {
    let summary = super::look(app)?;
    let stacks = summary.stacks.iter().map(|stack| {
        let usage = stack
            .usage
            .iter()
            .map(|usage| json!({ "name": usage.name, "label": usage.label, "used": usage.used, "limit": usage.limit }));
        json!({
            "stack": stack.name, "resources": stack.resources, "saved": stack.saved(),
            "usage": usage.collect::<Vec<_>>(),
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

fn told(stack: &StackSummary) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["", "used", "allowed"]);
    for usage in &stack.usage {
        let allowed = usage.limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
        table.add_row([usage.label.clone(), usage.used.to_string(), allowed]);
    }
    for at in [1, 2] {
        table.column_mut(at).into_iter().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    }
    let head = format!("{HEAD}{}{HEAD:#}: {} resources; sharing saves {}", stack.name, stack.resources, stack.saved());
    if stack.usage.is_empty() { head } else { format!("{head}\n{}", table.trim_fmt()) }
}
