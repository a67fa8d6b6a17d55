//! From the command line to what it asks for.

use std::process::exit;

use clap::Parser;

use super::arguments::{Arguments, Command};
use super::commands::{completions, deploy, destroy, explain, graph, list, output, plan, synth, usage, validate, why};
use super::console::Console;
use crate::Result;
use crate::terraform::App;

/// How the program ends where it ends well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    Fine,
    /// There are changes, and someone asked to be told by the exit code.
    Changes,
}

/// The exit code for changes.
const CHANGES: i32 = 2;

impl App {
    /// An app that its command line speaks to: `--help` is answered here, and `--env`, else `ATAKORA_ENV`, settles the
    /// environment. `explain` is answered here too, so that it helps where the program itself would fail.
    ///
    /// # Errors
    /// Where the arguments cannot be understood, the program ends here, as programs do.
    pub fn from_args(name: impl Into<String>) -> Result<App> {
        let mut arguments = Arguments::try_parse().unwrap_or_else(|error| {
            let _ = error.print();
            // 2, which clap would take, is for changes
            exit(i32::from(error.use_stderr()));
        });
        if let Some(Command::Explain { id }) = &arguments.command {
            explain::run(id.as_deref(), &Console::new(arguments.common.json, arguments.common.quiet))?;
            exit(0);
        }
        let environment = arguments.common.env.take().filter(|environment| !environment.is_empty());
        let mut app = App::new(name);
        app.shared.explains.set(matches!(arguments.command, Some(Command::Why { .. } | Command::Usage)));
        app.arguments = arguments;
        Ok(match environment {
            Some(environment) => app.in_environment(environment),
            None => app,
        })
    }

    /// Does what the command line asks for: without an argument, writes the documents of all stacks and says what is in
    /// them. `plan --detailed-exitcode` ends the program, with 2, if there are changes.
    ///
    /// # Errors
    /// Everything that is wrong, in one go; where documents are wrong, nothing was written.
    pub fn run(self) -> Result {
        let Arguments { common, synth: before, command } = &self.arguments;
        let console = Console::new(common.json, common.quiet);
        let ended = match command {
            None => synth::run(&self, *before, &console),
            Some(Command::Synth(after)) => synth::run(&self, before.or(*after), &console),
            Some(Command::List) => list::run(&self, &console),
            Some(Command::Validate(stacks)) => validate::run(&self, stacks, &console),
            Some(Command::Plan(plan)) => plan::run(&self, plan, &console),
            Some(Command::Deploy(deploy)) => deploy::run(&self, deploy, &console),
            Some(Command::Destroy(destroy)) => destroy::run(&self, destroy, &console),
            Some(Command::Output(stacks)) => output::run(&self, stacks, &console),
            Some(Command::Why { subject }) => why::run(&self, subject, &console),
            Some(Command::Usage) => usage::run(&self, &console),
            Some(Command::Graph(graph)) => graph::run(&self, graph, &console),
            // was answered before there was an app
            Some(Command::Explain { .. }) => Ok(Exit::Fine),
            Some(Command::Completions { shell }) => completions::run(*shell),
        };
        match ended? {
            Exit::Fine => Ok(()),
            Exit::Changes => exit(CHANGES),
        }
    }
}
