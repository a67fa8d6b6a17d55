//! One file for each command, and what several of them begin with.

pub(super) mod completions;
pub(super) mod deploy;
pub(super) mod destroy;
pub(super) mod explain;
pub(super) mod graph;
pub(super) mod list;
pub(super) mod output;
pub(super) mod plan;
pub(super) mod synth;
pub(super) mod usage;
pub(super) mod validate;
pub(super) mod why;

use super::arguments::Arguments;
use super::console::Console;
use super::engine::{Engine, Interrupt};
use super::rules::{NOT_WRITTEN, broken};
use super::stacks::Targets;
use crate::terraform::write::{Commit, EditedFiles};
use crate::terraform::{App, Summary};
use crate::{Error, Result};

/// What happens when someone presses Ctrl-C.
fn interrupt() -> std::sync::Arc<Interrupt> {
    Interrupt::install(|requests| {
        let text = match requests {
            1 => {
                "\nInterrupted: Terraform finishes its step and releases its lock. Once more, and it gives up at once."
            }
            _ => "\nInterrupted again: Terraform gives up. What it was making may be lost from its state.",
        };
        anstream::eprintln!("{text}");
    })
}

/// The engine that the command line names, or that is there.
fn engine(arguments: &Arguments) -> Result<Engine> {
    let named = arguments.common.engine.as_ref().filter(|name| !name.is_empty());
    Engine::find(named, &arguments.common.variables, &interrupt())
}

/// Writes the documents, and tells what is wrong or changed in them.
fn write(app: &App, console: &Console) -> Result<Summary> {
    let summary = app.synth_over(&app.arguments.common.out, EditedFiles::Keep, Commit::Write)?;
    for stack in &summary.stacks {
        stack.warnings.iter().for_each(|warning| console.note(format_args!("warning: {warning}")));
    }
    Ok(summary)
}

/// What writing would say, without writing.
fn look(app: &App) -> Result<Summary> {
    app.synth_over(&app.arguments.common.out, EditedFiles::Overwrite, Commit::Check)
}

/// Stacks that someone named and that are in the program, but not in the files.
fn all_written(app: &App, summary: &Summary, targets: &Targets, names: &[String]) -> Result {
    let unwritten = names
        .iter()
        .filter(|name| summary.stacks.iter().any(|stack| stack.name == **name) && targets.get(name).is_none());
    let folder = app.arguments.common.out.display().to_string();
    let problems = unwritten.flat_map(|name| broken(&NOT_WRITTEN, &[name, &folder]).problems().to_vec());
    Error::all(problems.collect())
}

/// Everything that went wrong in several stacks.
fn together(errors: impl IntoIterator<Item = Error>) -> Result {
    Error::all(errors.into_iter().flat_map(|error| error.problems().to_vec()).collect())
}
