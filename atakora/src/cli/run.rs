//! From the command line to what it asks for.

use std::io::{self, Write};

use clap::Parser;

use super::arguments::{Arguments, Command};
use crate::Result;
use crate::terraform::App;
use crate::terraform::write::{Commit, EditedFiles};

impl App {
    /// An app that its command line speaks to: `--help` is answered here, and `--env`, else `ATAKORA_ENV`, settles the
    /// environment.
    ///
    /// # Errors
    /// Where the arguments cannot be understood, the program ends here, as programs do.
    pub fn from_args(name: impl Into<String>) -> Result<App> {
        let mut arguments = Arguments::parse();
        let environment = arguments.common.env.take().filter(|environment| !environment.is_empty());
        let mut app = App::new(name);
        app.arguments = arguments;
        Ok(match environment {
            Some(environment) => app.in_environment(environment),
            None => app,
        })
    }

    /// Does what the command line asks for: without an argument, writes the documents of all stacks and says what is in
    /// them.
    ///
    /// # Errors
    /// Everything that is wrong, in one go; then nothing was written.
    pub fn run(self) -> Result {
        let Arguments { common, synth, command } = &self.arguments;
        let force = match command {
            None => synth.force,
            Some(Command::Synth(here)) => synth.force || here.force,
        };
        let edited = if force { EditedFiles::Overwrite } else { EditedFiles::Keep };
        let summary = self.synth_over(&common.out, edited, Commit::Write)?;
        // whoever reads may have gone: the files are there all the same
        let _ = writeln!(io::stdout(), "{summary}");
        Ok(())
    }
}
