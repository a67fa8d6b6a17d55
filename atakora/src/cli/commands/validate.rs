//! `validate`: writes the documents and lets the engine look at them, without a state and without Azure.

use serde::Deserialize;
use serde_json::json;

use crate::cli::arguments::Stacks;
use crate::cli::console::Console;
use crate::cli::engine::{Diagnostic, Severity};
use crate::cli::run::Exit;
use crate::cli::session::{Session, in_stack};
use crate::cli::stacks::{Target, Targets};
use crate::terraform::App;
use crate::{Error, Result};

#[derive(Deserialize)]
struct Verdict {
    diagnostics: Vec<Diagnostic>,
}

pub(crate) fn run(app: &App, stacks: &Stacks, console: &Console) -> Result<Exit> {
    let engine = super::engine(&app.arguments)?;
    let summary = super::write(app, console)?;
    let targets = Targets::of(&summary)?;
    let session = Session::new(engine, console, &summary.environment, &targets);
    let (mut valid, mut errors) = (Vec::new(), Vec::new());
    for at in targets.chosen(&stacks.stacks)? {
        let target = &targets.0[at];
        match validate(&session, target) {
            Ok(()) => valid.push(target.name.as_str()),
            Err(error) => errors.push(error),
        }
        if session.interrupted() {
            break;
        }
    }
    let said = valid.iter().map(|stack| format!("{stack}: valid")).collect::<Vec<_>>().join("\n");
    if !valid.is_empty() || console.is_json() {
        console.summary(&json!({ "environment": summary.environment, "valid": valid }), said)?;
    }
    super::together(errors)?;
    Ok(Exit::Fine)
}

fn validate(session: &Session<'_>, target: &Target) -> Result {
    let progress = session.console.stack(&target.name);
    progress.now("validating");
    session.initialize(target, &["-backend=false"])?;
    let ended = session.engine.run(&target.folder, &["validate", "-json"])?;
    let Ok(verdict) = serde_json::from_slice::<Verdict>(&ended.output) else {
        return Err(in_stack(target, &session.engine.said(&ended)));
    };
    let (errors, others): (Vec<_>, Vec<_>) =
        verdict.diagnostics.iter().partition(|diagnostic| diagnostic.severity == Severity::Error);
    let told = |diagnostic: &Diagnostic| diagnostic.told(&target.name, &target.documents);
    others.into_iter().for_each(|warning| session.console.note(told(warning)));
    Error::all(errors.into_iter().map(told).collect())
}
