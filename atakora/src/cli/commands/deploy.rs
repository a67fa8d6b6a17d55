//! `deploy`: writes the documents and applies them, each stack after those that it needs.

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use serde::Serialize;

use crate::cli::arguments;
use crate::cli::console::{Console, Progress};
use crate::cli::engine::{Event, Hook};
use crate::cli::plan::{Destroys, Planned};
use crate::cli::rules::{NOT_APPROVED, broken};
use crate::cli::run::Exit;
use crate::cli::schedule::side_by_side;
use crate::cli::session::Session;
use crate::cli::stacks::{Target, Targets};
use crate::cli::style::{ADDED, HEAD, QUIET, REMOVED};
use crate::terraform::App;
use crate::{Error, Result};

/// How it went for one stack.
#[derive(Debug, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub(super) enum Outcome {
    /// The plan was applied.
    Deployed {
        did: String,
        seconds: f64,
    },
    /// Nothing was to be done.
    Unchanged,
    /// Everything in it was destroyed.
    Destroyed {
        resources: usize,
        seconds: f64,
    },
    Failed {
        problems: Vec<String>,
    },
    /// Another one failed before.
    NotStarted,
}

/// A stack and how it went.
#[derive(Serialize)]
pub(super) struct Stack<'a> {
    pub stack: &'a str,
    #[serde(flatten)]
    pub outcome: Outcome,
}

pub(crate) fn run(app: &App, deploy: &arguments::Deploy, console: &Console) -> Result<Exit> {
    let engine = super::engine(&app.arguments)?;
    let summary = super::write(app, console)?;
    let targets = Targets::of(&summary)?;
    let chosen = targets.chosen(&deploy.stacks.stacks)?;
    let session = Session::new(engine, console, &summary.environment, &targets);
    console.note(format_args!("{QUIET}{} {}{QUIET:#}", session.engine.name, session.engine.version));
    let files = tempfile::tempdir().map_err(|error| Error::new(format!("FileError: no folder for plans: {error}")))?;
    let work = |at: usize| {
        let target = &targets.0[chosen[at]];
        let done = deployed(&session, target, &files.path().join(&target.name), deploy.auto_approve);
        done.unwrap_or_else(|error| Outcome::Failed { problems: error.problems().to_vec() })
    };
    let results = side_by_side(
        &targets.needs(&chosen),
        deploy.parallel.parallel.get(),
        || session.interrupted(),
        |outcome| !matches!(outcome, Outcome::Failed { .. }),
        work,
    );
    let stacks: Vec<Stack<'_>> = chosen
        .iter()
        .zip(results)
        .map(|(at, outcome)| Stack { stack: &targets.0[*at].name, outcome: outcome.unwrap_or(Outcome::NotStarted) })
        .collect();
    finish(console, &summary.environment, &stacks, "deploy", session.interrupted())
}

/// Reports, and says how to go on where not everything is done.
pub(super) fn finish(
    console: &Console,
    environment: &str,
    stacks: &[Stack<'_>],
    command: &str,
    interrupted: bool,
) -> Result<Exit> {
    console.summary(&serde_json::json!({ "environment": environment, "stacks": stacks }), text(stacks))?;
    let mut problems: Vec<String> = Vec::new();
    let (mut done, mut open) = (Vec::new(), Vec::new());
    for stack in stacks {
        match &stack.outcome {
            Outcome::Failed { problems: wrong } => {
                problems.extend_from_slice(wrong);
                open.push(format!("`{}`", stack.stack));
            }
            Outcome::NotStarted => open.push(format!("`{}`", stack.stack)),
            _ => done.push(format!("`{}`", stack.stack)),
        }
    }
    if open.is_empty() {
        return Ok(Exit::Fine);
    }
    let said = if interrupted { "was interrupted" } else { "stopped" };
    let done = if done.is_empty() { "nothing".to_owned() } else { done.join(", ") };
    problems.push(format!(
        "DeployError: `{command}` {said}: done is {done}; not done is {}\n  \
         Solution: {}run the same command again: what is done stays, and it goes on from there",
        open.join(", "),
        if interrupted { "" } else { "remove the cause, then " },
    ));
    Err(Error::from(problems))
}

fn text(stacks: &[Stack<'_>]) -> String {
    let mut text = String::new();
    for stack in stacks {
        let newline = if text.is_empty() { "" } else { "\n" };
        let _ = write!(text, "{newline}{HEAD}{}{HEAD:#}: ", stack.stack);
        let _ = match &stack.outcome {
            Outcome::Deployed { did, seconds } => write!(text, "{ADDED}deployed{ADDED:#} in {seconds:.0} s: {did}"),
            Outcome::Unchanged => write!(text, "nothing to do"),
            Outcome::Destroyed { resources, seconds } => {
                write!(text, "{ADDED}destroyed{ADDED:#} in {seconds:.0} s: {resources} resources")
            }
            Outcome::Failed { .. } => write!(text, "{REMOVED}failed{REMOVED:#}"),
            Outcome::NotStarted => write!(text, "not started"),
        };
    }
    text
}

fn deployed(session: &Session<'_>, target: &Target, file: &Path, auto_approve: bool) -> Result<Outcome> {
    let progress = session.console.stack(&target.name);
    progress.now("planning");
    session.state(target)?;
    super::together(session.missing(target)?.into_iter().map(|missing| missing.error(target)))?;
    let planned = session.plan(target, file, &[])?;
    if planned.is_empty() {
        return Ok(Outcome::Unchanged);
    }
    if !auto_approve && planned.destroys().next().is_some() {
        progress.now("waits for an answer");
        let question = Destroys(&target.name, &planned);
        if !session.console.approves(question, &session.engine.interrupt) {
            return Err(broken(&NOT_APPROVED, &[&target.name]));
        }
    }
    let seconds = apply(session, target, &planned, file, &progress)?;
    Ok(Outcome::Deployed { did: did(&planned), seconds })
}

/// What was done by a plan.
fn did(planned: &Planned) -> String {
    let text = planned.to_string();
    ["create", "change", "replace", "destroy", "forget", "import"].iter().fold(text, |text, verb| {
        let past = if verb.ends_with('e') {
            format!("{verb}d")
        } else {
            match *verb {
                "forget" => "forgotten".to_owned(),
                verb => format!("{verb}ed"),
            }
        };
        text.replace(&format!("to {verb}"), &past)
    })
}

/// Applies a plan, and tells of each resource; returns the seconds that it took.
pub(super) fn apply(
    session: &Session<'_>,
    target: &Target,
    planned: &Planned,
    file: &Path,
    progress: &Progress,
) -> Result<f64> {
    let began = Instant::now();
    let arguments = ["apply", "-json", "-input=false", &file.display().to_string()].map(str::to_owned);
    let (mut done, all) = (0, planned.changes.len());
    let ended = session.engine.stream(&target.folder, &arguments, |event| {
        let told = |hook: &Hook| match target.documents.resource(hook.address()) {
            Some(written) if written.component.is_some() => {
                format!("{} {QUIET}({}){QUIET:#}", hook.address(), written.component.as_deref().unwrap_or_default())
            }
            _ => hook.address().to_owned(),
        };
        let line = |text: String| session.console.note(format_args!("{HEAD}{}{HEAD:#}: {text}", target.name));
        match event {
            Event::ApplyStart { hook } => {
                progress.now(format_args!("{done} of {all}, {} {}", doing(&hook.action), hook.address()));
                if !session.console.has_bars() {
                    line(format!("{} {}", doing(&hook.action), told(hook)));
                }
            }
            Event::ApplyProgress { hook } => progress.now(format_args!(
                "{done} of {all}, {} {} ({:.0} s)",
                doing(&hook.action),
                hook.address(),
                hook.elapsed_seconds
            )),
            Event::ApplyComplete { hook } => {
                done += 1;
                progress.now(format_args!("{done} of {all}"));
                let (what, seconds) = (done_with(&hook.action), hook.elapsed_seconds);
                line(format!("{ADDED}{what}{ADDED:#} {} {QUIET}{seconds:.0} s{QUIET:#}", told(hook)));
            }
            Event::ApplyErrored { hook } => {
                line(format!("{REMOVED}failed{REMOVED:#} {}", told(hook)));
            }
            Event::Diagnostic { .. } | Event::Other => {}
        }
    });
    session.forget(target);
    session.check(target, &ended?)?;
    Ok(began.elapsed().as_secs_f64())
}

fn doing(action: &str) -> &str {
    match action {
        "create" => "creating",
        "update" => "changing",
        "delete" => "destroying",
        "read" => "reading",
        other => other,
    }
}

fn done_with(action: &str) -> &str {
    match action {
        "create" => "created",
        "update" => "changed",
        "delete" => "destroyed",
        "read" => "read",
        other => other,
    }
}
