//! `output`: what deployed stacks give.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use crate::Result;
use crate::cli::arguments::Stacks;
use crate::cli::console::Console;
use crate::cli::engine::State;
use crate::cli::run::Exit;
use crate::cli::session::Session;
use crate::cli::stacks::Targets;
use crate::cli::style::{HEAD, QUIET};
use crate::terraform::App;

pub(crate) fn run(app: &App, stacks: &Stacks, console: &Console) -> Result<Exit> {
    let engine = super::engine(&app.arguments)?;
    let summary = super::look(app)?;
    let targets = Targets::written(&summary)?;
    super::all_written(app, &summary, &targets, &stacks.stacks)?;
    let session = Session::new(engine, console, &summary.environment, &targets);
    let (mut data, mut text): (BTreeMap<&str, Value>, Vec<String>) = Default::default();
    for at in targets.chosen(&stacks.stacks)? {
        let target = &targets.0[at];
        let state = session.state(target)?;
        data.insert(&target.name, json!(state.told().collect::<BTreeMap<_, _>>()));
        text.push(lines(&target.name, &state));
    }
    console.report(&data, text.join("\n"))?;
    Ok(Exit::Fine)
}

fn lines(stack: &str, state: &State) -> String {
    let mut text = format!("{HEAD}{stack}{HEAD:#}");
    if state.is_empty() {
        let _ = write!(text, ": {QUIET}not deployed{QUIET:#}");
    } else if state.told().next().is_none() {
        let _ = write!(text, ": {QUIET}no outputs{QUIET:#}");
    }
    for (name, output) in state.told() {
        let _ = match &output.value {
            _ if output.sensitive => write!(text, "\n  {name} = {QUIET}(secret; --json shows it){QUIET:#}"),
            Value::String(value) => write!(text, "\n  {name} = {value}"),
            value => write!(text, "\n  {name} = {value}"),
        };
    }
    text
}
