//! `synth`: writes the documents, or finds out whether they are those of the program.

use serde_json::{Value, json};

use crate::Result;
use crate::cli::arguments::Synth;
use crate::cli::console::Console;
use crate::cli::rules::{WOULD_CHANGE, broken};
use crate::cli::run::Exit;
use crate::terraform::write::{Commit, EditedFiles};
use crate::terraform::{App, Summary};

impl Synth {
    /// What was said before the subcommand's name and after it.
    pub fn or(self, other: Synth) -> Synth {
        Synth { force: self.force || other.force, check: self.check || other.check }
    }
}

pub(crate) fn run(app: &App, synth: Synth, console: &Console) -> Result<Exit> {
    let out = &app.arguments.common.out;
    let edited = if synth.force { EditedFiles::Overwrite } else { EditedFiles::Keep };
    let commit = if synth.check { Commit::Check } else { Commit::Write };
    let summary = app.synth_over(out, edited, commit)?;
    if synth.check {
        console.summary(&report(&summary), checked(&summary))?;
        if summary.written + summary.removed > 0 {
            return Err(broken(&WOULD_CHANGE, &[&summary.folder.display().to_string()]));
        }
    } else {
        console.summary(&report(&summary), &summary)?;
    }
    Ok(Exit::Fine)
}

/// What would change.
fn checked(summary: &Summary) -> String {
    let mut text = format!("{}: {}", summary.environment, summary.folder.display());
    for stack in summary.stacks.iter().filter(|stack| stack.is_new || !stack.changes.is_empty()) {
        text.push_str(&format!("\n  {}{}", stack.name, if stack.is_new { " (new)" } else { "" }));
        for change in stack.changes.iter().filter(|_| !stack.is_new) {
            text.push_str(&format!("\n    {change}"));
        }
    }
    for left in &summary.left {
        text.push_str(&format!("\n  {left} (not in the program any more)"));
    }
    let (written, removed, unchanged) = (summary.written, summary.removed, summary.unchanged);
    text + &format!("\nFiles: {written} to write, {unchanged} unchanged, {removed} to remove")
}

/// The summary for machines.
fn report(summary: &Summary) -> Value {
    let stack = |stack: &crate::terraform::summary::StackSummary| {
        let changes = stack.changes.iter().map(|change| {
            json!({ "kind": change.kind.sign().to_string(), "what": change.what, "arguments": change.arguments })
        });
        json!({
            "name": stack.name,
            "resources": stack.resources,
            "outputs": stack.outputs,
            "after": stack.reads,
            "new": stack.is_new,
            "changes": changes.collect::<Vec<_>>(),
            "warnings": stack.warnings,
            "notes": stack.notes,
        })
    };
    json!({
        "environment": summary.environment,
        "folder": summary.folder,
        "stacks": summary.stacks.iter().map(stack).collect::<Vec<_>>(),
        "orphaned": summary.orphans,
        "left": summary.left,
        "files": { "written": summary.written, "unchanged": summary.unchanged, "removed": summary.removed },
    })
}
