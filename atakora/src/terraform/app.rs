//! An app: the stacks of one program, closed and written together.

use std::cell::{Cell, OnceCell, RefCell};
use std::path::Path;
use std::rc::Rc;

use super::close::Closed;
use super::protection;
use super::remote_state::RemoteState;
use super::stack::{Stack, StackBuilder};
use super::summary::Summary;
use super::tagging;
use super::write::{self, Commit, EditedFiles};
use crate::azure::environment;
use crate::check::document::{environments, names};
use crate::{Error, Result};

/// The environment of a run for which nobody names one.
const DEFAULT_ENVIRONMENT: &str = "default";

/// All stacks of a program, for one environment.
pub struct App {
    pub(crate) shared: Rc<Shared>,
    #[cfg(feature = "cli")]
    pub(crate) arguments: crate::cli::Arguments,
}

/// What an app and its stacks know in common.
pub(crate) struct Shared {
    pub name: String,
    environment: OnceCell<String>,
    /// Nobody has named the environment; it is the default.
    assumed: Cell<bool>,
    pub stacks: RefCell<Vec<Stack>>,
    pub remote_state: RefCell<RemoteState>,
    protect: Cell<Option<bool>>,
    /// Whether backends explain where their resources come from.
    pub explains: Cell<bool>,
}

impl App {
    /// An app that reads neither arguments nor variables: for libraries and tests.
    pub fn new(name: impl Into<String>) -> Self {
        App {
            shared: Rc::new(Shared {
                name: name.into(),
                environment: OnceCell::new(),
                assumed: Cell::default(),
                stacks: RefCell::default(),
                remote_state: RefCell::default(),
                protect: Cell::default(),
                explains: Cell::default(),
            }),
            #[cfg(feature = "cli")]
            arguments: crate::cli::Arguments::default(),
        }
    }

    /// For this environment, whatever the backends name.
    pub fn in_environment(self, environment: impl Into<String>) -> Self {
        // the first word counts: the command line speaks before the program
        self.shared.environment.get_or_init(|| environment.into());
        self
    }

    /// The app's name.
    pub fn name(&self) -> &str {
        &self.shared.name
    }

    /// The environment of this run: `--env`, else `ATAKORA_ENV`, else the only one that the backends named so far, else
    /// `default`. To ask settles it.
    pub fn environment(&self) -> &str {
        self.shared.environment()
    }

    /// The environments that the program knows; see [`Stack::declare_environments`].
    pub fn declare_environments(&self, environments: &[&str]) -> Result<&str> {
        self.shared.declare_environments(environments)
    }

    /// A new stack. Its name is the name of its folder: a letter, then letters, digits, `-` and `_`, at most 90.
    pub fn stack(&mut self, name: impl Into<String>) -> StackBuilder {
        StackBuilder::new(Rc::clone(&self.shared), name.into())
    }

    /// Where the states of all stacks are kept.
    pub fn remote_state(&mut self, remote_state: RemoteState) {
        self.shared.remote_state.replace(remote_state);
    }

    /// Whether Terraform refuses to destroy or replace what the program itself declares and what holds data, like a Key
    /// Vault made with [`resource!`](crate::resource): every type that [`is_kept`](crate::azure::is_kept) names gets
    /// `prevent_destroy`, unless its `lifecycle` says otherwise. Default: in production it does. For what backends declare
    /// they have `protect` themselves.
    pub fn protect(&mut self, protect: bool) {
        self.shared.protect.set(Some(protect));
    }

    /// What [`App::protect`] said, or else whether the environment is production: for what the list of types does not
    /// know, as `lifecycle { prevent_destroy: app.protects() }`. Like [`App::environment`], to ask settles that.
    pub fn protects(&self) -> bool {
        self.shared.protect.get().unwrap_or_else(|| environment::is_production(self.environment()))
    }

    /// Checks everything, then writes a folder for each stack below `directory`. On an error nothing is written, and a
    /// file that someone edited since the last time is an error.
    ///
    /// # Errors
    /// Everything that is wrong, in one go.
    pub fn synth(&self, directory: impl AsRef<Path>) -> Result<Summary> {
        self.synth_over(directory.as_ref(), EditedFiles::Keep, Commit::Write)
    }

    /// Like [`App::synth`], and files that someone edited are overwritten.
    ///
    /// # Errors
    /// Everything that is wrong, in one go.
    pub fn synth_forced(&self, directory: impl AsRef<Path>) -> Result<Summary> {
        self.synth_over(directory.as_ref(), EditedFiles::Overwrite, Commit::Write)
    }

    /// Like [`App::synth`], and writes nothing: the summary says what would change.
    ///
    /// # Errors
    /// Everything that is wrong, in one go.
    pub fn synth_check(&self, directory: impl AsRef<Path>) -> Result<Summary> {
        self.synth_over(directory.as_ref(), EditedFiles::Keep, Commit::Check)
    }

    pub(crate) fn synth_over(&self, directory: &Path, edited: EditedFiles, commit: Commit) -> Result<Summary> {
        let stacks = self.shared.stacks.borrow();
        let mut problems: Vec<String> = names::folder("app", self.name())
            .into_iter()
            .chain(names::folder("environment", self.environment()))
            .collect();
        stacks.iter().for_each(tagging::apply);
        if self.protects() {
            stacks.iter().for_each(protection::apply);
        }
        let remote_state = self.shared.remote_state.borrow();
        problems.extend(environments::states_apart(&remote_state));
        match Closed::new(self.name(), self.environment(), &remote_state, &stacks) {
            Ok(closed) if problems.is_empty() => write::write(&closed, directory, edited, commit),
            Ok(_) => Err(Error::from(problems)),
            Err(more) => {
                problems.extend(more);
                Err(Error::from(problems))
            }
        }
    }
}

impl Shared {
    pub fn environment(&self) -> &str {
        self.environment.get_or_init(|| {
            self.assumed.set(true);
            DEFAULT_ENVIRONMENT.to_owned()
        })
    }

    pub fn declare_environments(&self, environments: &[&str]) -> Result<&str> {
        if let (None, [only]) = (self.environment.get(), environments) {
            return Ok(self.environment.get_or_init(|| (*only).to_owned()));
        }
        match self.environment.get() {
            Some(environment) if environments.is_empty() || environments.contains(&environment.as_str()) => {
                Ok(environment)
            }
            None if environments.is_empty() => Ok(self.environment()),
            environment => {
                let said = environment.filter(|_| !(self.assumed.get() && environments.len() > 1));
                Err(Error::new(environments::not_among(said.map(String::as_str), environments)))
            }
        }
    }
}
