//! One command that drives the engine: what it knows of the stacks, and the steps that every such command has.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::console::Console;
use super::engine::{Diagnostic, Ended, Engine, Severity, State};
use super::plan::Planned;
use super::rules::{MISSING_OUTPUT, OTHER_ENVIRONMENT, broken};
use super::stacks::{Target, Targets};
use crate::{Error, Result};

/// What a command works with.
pub(crate) struct Session<'a> {
    pub engine: Engine,
    pub console: &'a Console,
    pub environment: &'a str,
    pub targets: &'a Targets,
    /// The state of each stack, once it was read.
    states: BTreeMap<String, Mutex<Option<Arc<State>>>>,
}

/// Outputs of another stack that are not in its state.
#[derive(Debug)]
pub(crate) struct Missing {
    pub stack: String,
    pub outputs: Vec<String>,
}

impl<'a> Session<'a> {
    pub fn new(engine: Engine, console: &'a Console, environment: &'a str, targets: &'a Targets) -> Self {
        let states = targets.0.iter().map(|target| (target.name.clone(), Mutex::default())).collect();
        Session { engine, console, environment, targets, states }
    }

    /// Whether the run was interrupted.
    pub fn interrupted(&self) -> bool {
        self.engine.interrupt.requested()
    }

    /// The state of a stack; its folder is initialized on the way.
    ///
    /// # Errors
    /// It cannot be read, or was written for another environment.
    pub fn state(&self, target: &Target) -> Result<Arc<State>> {
        let Some(slot) = self.states.get(&target.name) else { return Ok(Arc::default()) };
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(state) = &*slot {
            return Ok(Arc::clone(state));
        }
        self.initialize(target, &[])?;
        let state = Arc::new(self.engine.state(&target.folder).map_err(|error| in_stack(target, &error))?);
        if let Some(written) = state.environment().filter(|written| *written != self.environment) {
            return Err(broken(&OTHER_ENVIRONMENT, &[&target.name, written, self.environment, written]));
        }
        *slot = Some(Arc::clone(&state));
        Ok(state)
    }

    /// The state of a stack is not what it was.
    pub fn forget(&self, target: &Target) {
        if let Some(slot) = self.states.get(&target.name) {
            slot.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
    }

    /// `init`, with further arguments.
    ///
    /// # Errors
    /// The engine's words.
    pub fn initialize(&self, target: &Target, more: &[&str]) -> Result {
        let mut arguments = vec!["init", "-input=false", "-no-color"];
        arguments.extend(more);
        let ended = self.engine.run(&target.folder, &arguments)?;
        if ended.success { Ok(()) } else { Err(in_stack(target, &self.engine.said(&ended))) }
    }

    /// What the stack uses of others and is not there.
    ///
    /// # Errors
    /// A state that cannot be read.
    pub fn missing(&self, target: &Target) -> Result<Vec<Missing>> {
        let mut missing = Vec::new();
        for (stack, outputs) in &target.documents.reads {
            // a state that no stack of the program writes is Terraform's business
            let Some(read) = self.targets.get(stack) else { continue };
            let state = self.state(read)?;
            let gone: Vec<String> =
                outputs.iter().filter(|output| !state.outputs.contains_key(*output)).cloned().collect();
            if !gone.is_empty() {
                missing.push(Missing { stack: stack.clone(), outputs: gone });
            }
        }
        Ok(missing)
    }

    /// Plans a stack into `file`, and reads the plan.
    ///
    /// # Errors
    /// What the engine finds wrong, in the user's terms.
    pub fn plan(&self, target: &Target, file: &Path, more: &[&str]) -> Result<Planned> {
        let out = format!("-out={}", file.display());
        let mut arguments = vec!["plan", "-json", "-input=false", out.as_str()];
        arguments.extend(more);
        let ended = self.engine.stream(&target.folder, &arguments, |_| {})?;
        self.check(target, &ended)?;
        let shown = self.engine.run(&target.folder, &["show", "-json", &file.display().to_string()])?;
        if !shown.success {
            return Err(in_stack(target, &self.engine.said(&shown)));
        }
        let planned = Planned::read(&shown.output, &target.documents);
        planned.map_err(|error| Error::new(format!("PlanError: the plan of `{}` cannot be read: {error}", target.name)))
    }

    /// An error where a run was none.
    ///
    /// # Errors
    /// What the engine finds wrong, in the user's terms.
    pub fn check(&self, target: &Target, ended: &Ended) -> Result {
        if ended.success {
            return Ok(());
        }
        let wrong = ended.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let wrong: Vec<&Diagnostic> = if self.interrupted() {
            // that it was halted is no news
            wrong.filter(|diagnostic| diagnostic.has_address()).collect()
        } else {
            wrong.collect()
        };
        if self.interrupted() && wrong.is_empty() {
            return Err(Error::new(format!("Interrupted: the stack `{}` is not done", target.name)));
        }
        let problems: Vec<String> =
            wrong.iter().map(|diagnostic| diagnostic.told(&target.name, &target.documents)).collect();
        Error::all(problems)?;
        Err(in_stack(target, &self.engine.said(ended)))
    }
}

impl Missing {
    /// As an error of the stack that uses them.
    pub fn error(&self, target: &Target) -> Error {
        broken(&MISSING_OUTPUT, &[&target.name, &self.outputs(), &self.stack, &self.stack, &self.stack])
    }

    /// The outputs, for a text.
    pub fn outputs(&self) -> String {
        let outputs: Vec<String> = self.outputs.iter().map(|output| format!("`{output}`")).collect();
        format!("the output{} {}", if outputs.len() == 1 { "" } else { "s" }, outputs.join(", "))
    }
}

/// An error that says in which stack it happened.
pub(crate) fn in_stack(target: &Target, error: &Error) -> Error {
    let problems = error.problems().iter().map(|problem| format!("{problem}\n  Stack: `{}`", target.name));
    Error::from(problems.collect::<Vec<_>>())
}
