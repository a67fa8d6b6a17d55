//! `destroy`: the reverse of `deploy`, from the documents that were written last.

use std::fmt::Write;
use std::path::Path;

use super::deploy::{Outcome, Stack, apply, finish};
use crate::azure::is_stateful;
use crate::cli::arguments;
use crate::cli::console::Console;
use crate::cli::rules::{NOT_APPROVED, PROTECTED, STILL_USED, broken};
use crate::cli::run::Exit;
use crate::cli::schedule::side_by_side;
use crate::cli::session::Session;
use crate::cli::stacks::{Target, Targets};
use crate::cli::style::{HEAD, LOUD};
use crate::terraform::App;
use crate::{Error, Result};

pub(crate) fn run(app: &App, destroy: &arguments::Destroy, console: &Console) -> Result<Exit> {
    let engine = super::engine(&app.arguments)?;
    let summary = super::look(app)?;
    let targets = Targets::written(&summary)?;
    super::all_written(app, &summary, &targets, &destroy.stacks.stacks)?;
    let chosen = targets.chosen(&destroy.stacks.stacks)?;
    let session = Session::new(engine, console, &summary.environment, &targets);
    let there = refuse(&session, &chosen)?;
    if there.is_empty() {
        console
            .summary(&serde_json::json!({ "environment": summary.environment, "stacks": [] }), "nothing is deployed")?;
        return Ok(Exit::Fine);
    }
    if !destroy.auto_approve && !console.approves(question(&session, &there)?, &session.engine.interrupt) {
        let names: Vec<&str> = there.iter().map(|at| targets.0[*at].name.as_str()).collect();
        return Err(broken(&NOT_APPROVED, &[&names.join("`, `")]));
    }
    let files = tempfile::tempdir().map_err(|error| Error::new(format!("FileError: no folder for plans: {error}")))?;
    let work = |at: usize| {
        let target = &targets.0[there[at]];
        let done = destroyed(&session, target, &files.path().join(&target.name));
        done.unwrap_or_else(|error| Outcome::Failed { problems: error.problems().to_vec() })
    };
    let results = side_by_side(
        &reversed(&targets.needs(&there)),
        destroy.parallel.parallel.get(),
        || session.interrupted(),
        |outcome| !matches!(outcome, Outcome::Failed { .. }),
        work,
    );
    let stacks = there.iter().zip(results).rev();
    let stacks: Vec<Stack<'_>> = stacks
        .map(|(at, outcome)| Stack { stack: &targets.0[*at].name, outcome: outcome.unwrap_or(Outcome::NotStarted) })
        .collect();
    finish(console, &summary.environment, &stacks, "destroy", session.interrupted())
}

/// Those of `chosen` that are deployed, if all of them may be destroyed.
fn refuse(session: &Session<'_>, chosen: &[usize]) -> Result<Vec<usize>> {
    let (mut there, mut errors) = (Vec::new(), Vec::new());
    for at in chosen {
        let target = &session.targets.0[*at];
        let state = session.state(target)?;
        if state.is_empty() {
            continue;
        }
        there.push(*at);
        let is_protected =
            |address: &String| target.documents.resource(address).is_some_and(|written| written.protected);
        let protected = state.resources().map(|(_, address)| address).filter(is_protected);
        let protected: Vec<String> = protected.map(|address| told(target, &address)).collect();
        if !protected.is_empty() {
            errors.push(broken(&PROTECTED, &[&target.name, &protected.join(", ")]));
        }
    }
    for (at, user) in session.targets.0.iter().enumerate().filter(|(at, _)| !there.contains(at)) {
        let used = there.iter().map(|at| &session.targets.0[*at]).find(|target| user.after.contains(&target.name));
        if let Some(used) = used.filter(|_| !chosen.contains(&at))
            && !session.state(user)?.is_empty()
        {
            errors.push(broken(&STILL_USED, &[&used.name, &user.name, &user.name]));
        }
    }
    super::together(errors)?;
    Ok(there)
}

fn told(target: &Target, address: &str) -> String {
    match target.documents.resource(address).and_then(|written| written.source.as_deref()) {
        Some(source) => format!("`{address}` ({source})"),
        None => format!("`{address}`"),
    }
}

fn question(session: &Session<'_>, there: &[usize]) -> Result<String> {
    let mut text = format!("{LOUD}EVERYTHING WILL BE DESTROYED{LOUD:#} in {}:", session.environment);
    for target in there.iter().rev().map(|at| &session.targets.0[*at]) {
        let state = session.state(target)?;
        let _ = write!(text, "\n  {HEAD}{}{HEAD:#}: {} resources", target.name, state.resources().count());
        for (_, address) in state.resources().filter(|(type_name, _)| is_stateful(type_name)) {
            let _ = write!(text, "\n    {LOUD}{address}{LOUD:#} and its data");
        }
    }
    Ok(text)
}

fn destroyed(session: &Session<'_>, target: &Target, file: &Path) -> Result<Outcome> {
    let progress = session.console.stack(&target.name);
    progress.now("planning");
    let planned = session.plan(target, file, &["-destroy"])?;
    let seconds = apply(session, target, &planned, file, &progress)?;
    Ok(Outcome::Destroyed { resources: planned.changes.len(), seconds })
}

/// Whoever needed something comes before it.
fn reversed(needs: &[Vec<usize>]) -> Vec<Vec<usize>> {
    (0..needs.len()).map(|at| (0..needs.len()).filter(|user| needs[*user].contains(&at)).collect()).collect()
}
