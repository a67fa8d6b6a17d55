//! `plan`: writes the documents and shows what a deployment would do.

use std::fmt::Write;

use serde::Serialize;

use crate::cli::arguments;
use crate::cli::console::Console;
use crate::cli::plan::{Destroys, Planned, Shown};
use crate::cli::run::Exit;
use crate::cli::schedule::side_by_side;
use crate::cli::session::{Missing, Session};
use crate::cli::stacks::{Target, Targets};
use crate::cli::style::{HEAD, QUIET};
use crate::terraform::App;
use crate::{Error, Result};

/// What is known of a stack before it is deployed.
#[derive(Debug, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
enum Outlook {
    Planned {
        #[serde(flatten)]
        planned: Planned,
    },
    /// It uses outputs that are not there yet.
    Waits {
        waits_for: Vec<String>,
    },
    Failed {
        problems: Vec<String>,
    },
}

#[derive(Serialize)]
struct Stack<'a> {
    stack: &'a str,
    #[serde(flatten)]
    outlook: Outlook,
}

pub(crate) fn run(app: &App, plan: &arguments::Plan, console: &Console) -> Result<Exit> {
    let engine = super::engine(&app.arguments)?;
    let summary = super::write(app, console)?;
    let targets = Targets::of(&summary)?;
    let chosen = targets.chosen(&plan.stacks.stacks)?;
    let session = Session::new(engine, console, &summary.environment, &targets);
    let files = tempfile::tempdir().map_err(|error| Error::new(format!("FileError: no folder for plans: {error}")))?;
    let look = |at: usize| {
        let target = &targets.0[chosen[at]];
        let file = files.path().join(&target.name);
        outlook(&session, target, &file)
    };
    // nothing is done: what one stack needs of another is there, or is not
    let needs = vec![Vec::new(); chosen.len()];
    let found = side_by_side(&needs, plan.parallel.parallel.get(), || session.interrupted(), |_| true, look);
    let found = chosen.iter().zip(found).filter_map(|(at, outlook)| Some((&targets.0[*at], outlook?)));
    let stacks: Vec<Stack<'_>> = found.map(|(target, outlook)| Stack { stack: &target.name, outlook }).collect();
    console.report(&serde_json::json!({ "environment": summary.environment, "stacks": stacks }), text(&stacks))?;
    let problems = stacks.iter().filter_map(|stack| match &stack.outlook {
        Outlook::Failed { problems } => Some(problems.clone()),
        _ => None,
    });
    Error::all(problems.flatten().collect())?;
    if session.interrupted() {
        return Err(Error::new("Interrupted: not all stacks were planned"));
    }
    let changes = stacks.iter().any(|stack| match &stack.outlook {
        Outlook::Planned { planned } => !planned.is_empty(),
        _ => true,
    });
    Ok(if changes && plan.detailed_exitcode { Exit::Changes } else { Exit::Fine })
}

fn outlook(session: &Session<'_>, target: &Target, file: &std::path::Path) -> Outlook {
    let progress = session.console.stack(&target.name);
    progress.now("planning");
    let planned = || {
        session.state(target)?;
        let missing = session.missing(target)?;
        if !missing.is_empty() {
            let waits_for = missing.into_iter().map(|Missing { stack, .. }| stack).collect();
            return Ok(Outlook::Waits { waits_for });
        }
        Ok(Outlook::Planned { planned: session.plan(target, file, &[])? })
    };
    planned().unwrap_or_else(|error: Error| Outlook::Failed { problems: error.problems().to_vec() })
}

fn text(stacks: &[Stack<'_>]) -> String {
    let mut parts = Vec::new();
    for stack in stacks {
        if let Outlook::Planned { planned } = &stack.outlook
            && planned.destroys().next().is_some()
        {
            parts.push(Destroys(stack.stack, planned).to_string());
        }
    }
    for stack in stacks {
        let mut part = String::new();
        let _ = match &stack.outlook {
            Outlook::Planned { planned } => write!(part, "{}", Shown(stack.stack, planned)),
            Outlook::Waits { waits_for } => {
                let names: Vec<String> = waits_for.iter().map(|name| format!("`{name}`")).collect();
                let waits = names.join(", ");
                write!(part, "{HEAD}{}{HEAD:#}: waits for {waits} {QUIET}(not deployed yet){QUIET:#}", stack.stack)
            }
            Outlook::Failed { .. } => write!(part, "{HEAD}{}{HEAD:#}: cannot be planned", stack.stack),
        };
        parts.push(part);
    }
    parts.join("\n\n")
}
