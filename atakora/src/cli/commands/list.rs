//! `list`: the stacks in the order in which they can be deployed.

use comfy_table::{CellAlignment, Table, presets};
use serde_json::json;

use crate::Result;
use crate::cli::console::Console;
use crate::cli::run::Exit;
use crate::terraform::App;

pub(crate) fn run(app: &App, console: &Console) -> Result<Exit> {
    let summary = super::look(app)?;
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["stack", "resources", "outputs", "after"]);
    for at in [1, 2] {
        table.column_mut(at).into_iter().for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    }
    for stack in &summary.stacks {
        let counts = [stack.resources, stack.outputs].map(|count| count.to_string());
        let [resources, outputs] = counts;
        table.add_row([stack.name.clone(), resources, outputs, stack.reads.join(", ")]);
    }
    for orphan in &summary.orphans {
        table.add_row([orphan.as_str(), "", "", "(not in the program any more)"]);
    }
    let stacks = summary.stacks.iter().map(|stack| {
        json!({
            "name": stack.name, "resources": stack.resources, "outputs": stack.outputs, "after": stack.reads,
            "folder": summary.folder.join(&stack.name),
        })
    });
    let data = json!({
        "environment": summary.environment, "stacks": stacks.collect::<Vec<_>>(), "orphaned": summary.orphans
    });
    console.report(&data, table.trim_fmt())?;
    Ok(Exit::Fine)
}
