//! `graph`: components, what they share, stacks, and who uses what.

use crate::Result;
use crate::cli::arguments;
use crate::cli::console::Console;
use crate::cli::graph::Graph;
use crate::cli::rules::{UNKNOWN_STACK, broken};
use crate::cli::run::Exit;
use crate::terraform::App;

pub(crate) fn run(app: &App, graph: &arguments::Graph, console: &Console) -> Result<Exit> {
    let summary = super::look(app)?;
    let only = graph.stack.as_deref();
    if let Some(name) = only.filter(|name| !summary.stacks.iter().any(|stack| stack.name == *name)) {
        let known: Vec<String> = summary.stacks.iter().map(|stack| format!("`{}`", stack.name)).collect();
        return Err(broken(&UNKNOWN_STACK, &[name, "", &known.join(", ")]));
    }
    console.print(Graph::of(&summary, only).text(graph.format));
    Ok(Exit::Fine)
}
