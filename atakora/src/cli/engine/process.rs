//! One run of the engine: in the folder of a stack, asking nothing, its words read as they come.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use semver::Version;

use super::diagnostic::Diagnostic;
use super::events::Event;
use super::interrupt::Interrupt;
use super::state::State;
use crate::{Error, Result};

/// An engine that was found.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(super) program: OsString,
    /// `terraform` or `tofu`.
    pub name: String,
    pub version: Version,
    pub interrupt: Arc<Interrupt>,
    /// Variables of stacks; one that a stack does not have means nothing to it.
    pub(super) variables: Vec<(String, String)>,
}

/// How a run ended.
#[derive(Debug, Default)]
pub(crate) struct Ended {
    /// Whether it did what it was asked for.
    pub success: bool,
    /// What it printed, where it was not read line by line.
    pub output: Vec<u8>,
    /// What it complained of, outside of its diagnostics.
    pub complaint: String,
    /// What it found wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl Engine {
    /// Runs it to its end.
    ///
    /// # Errors
    /// It cannot be started, or the run of the program was interrupted before.
    pub fn run<A: AsRef<OsStr>>(&self, folder: &Path, arguments: &[A]) -> Result<Ended> {
        self.drive(folder, arguments, |stdout| {
            let mut output = Vec::new();
            stdout.read_to_end(&mut output)?;
            Ok(Ended { output, ..Ended::default() })
        })
    }

    /// Runs it with `-json` and hands on what it says, line by line; errors and warnings are kept.
    ///
    /// # Errors
    /// It cannot be started, or the run of the program was interrupted before.
    pub fn stream<A: AsRef<OsStr>>(
        &self,
        folder: &Path,
        arguments: &[A],
        mut each: impl FnMut(&Event),
    ) -> Result<Ended> {
        self.drive(folder, arguments, |stdout| {
            let mut ended = Ended::default();
            for line in BufReader::new(stdout).lines() {
                let line = line?;
                match serde_json::from_str(&line) {
                    Ok(Event::Diagnostic { diagnostic }) => ended.diagnostics.push(diagnostic),
                    Ok(event) => each(&event),
                    // a line that is no event is for people
                    Err(_) => {
                        ended.output.extend_from_slice(line.as_bytes());
                        ended.output.push(b'\n');
                    }
                }
            }
            Ok(ended)
        })
    }

    /// The state of the stack in `folder`, which is initialized.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn state(&self, folder: &Path) -> Result<State> {
        let ended = self.run(folder, &["state", "pull"])?;
        if !ended.success {
            return Err(self.said(&ended));
        }
        State::parse(&ended.output)
            .map_err(|error| Error::new(format!("StateError: the state of `{}` is none: {error}", folder.display())))
    }

    /// The engine's own words as an error.
    pub fn said(&self, ended: &Ended) -> Error {
        let complaint = ended.complaint.trim();
        let output = String::from_utf8_lossy(&ended.output);
        let words = if complaint.is_empty() { output.trim() } else { complaint };
        Error::new(format!("EngineError: `{}` fails\n  {}", self.name, words.replace('\n', "\n  ")))
    }

    fn drive<A: AsRef<OsStr>>(
        &self,
        folder: &Path,
        arguments: &[A],
        read: impl FnOnce(&mut std::process::ChildStdout) -> std::io::Result<Ended>,
    ) -> Result<Ended> {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(folder).env("TF_IN_AUTOMATION", "1").env("TF_INPUT", "0");
        // what someone set for commands of their own would change ours
        for variable in ["TF_CLI_ARGS", "TF_CLI_ARGS_plan", "TF_CLI_ARGS_apply", "TF_WORKSPACE"] {
            command.env_remove(variable);
        }
        command.envs(self.variables.iter().map(|(name, value)| (format!("TF_VAR_{name}"), value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let failed = |error| Error::new(format!("EngineError: `{}` cannot be run: {error}", self.name));
        let Some(mut child) = self.interrupt.start(&mut command).map_err(failed)? else {
            return Err(Error::new("Interrupted: nothing more was started"));
        };
        let stderr = child.stderr.take();
        let complaint = thread::spawn(move || {
            let mut text = Vec::new();
            // what cannot be read is not there
            let _ = stderr.map(|mut stderr| stderr.read_to_end(&mut text));
            String::from_utf8_lossy(&text).into_owned()
        });
        let ended = match child.stdout.take() {
            Some(mut stdout) => read(&mut stdout),
            None => Ok(Ended::default()),
        };
        let status = self.interrupt.finish(&mut child).map_err(failed)?;
        let mut ended = ended.map_err(failed)?;
        ended.success = status.success();
        ended.complaint = complaint.join().unwrap_or_default();
        Ok(ended)
    }
}
