//! `completions`: what a shell needs to know.

use clap::CommandFactory;
use clap_complete::Shell;

use crate::Result;
use crate::cli::arguments::Arguments;
use crate::cli::run::Exit;

pub(crate) fn run(shell: Shell) -> Result<Exit> {
    let mut command = Arguments::command();
    // the program has the name that its user gave it
    let program = std::env::args_os().next().map(std::path::PathBuf::from);
    let name = program.as_deref().and_then(|path| path.file_stem()).map(|name| name.to_string_lossy().into_owned());
    clap_complete::generate(shell, &mut command, name.unwrap_or_else(|| "atakora".to_owned()), &mut std::io::stdout());
    Ok(Exit::Fine)
}
