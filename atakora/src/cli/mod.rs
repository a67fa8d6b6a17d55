//! The command line: the user's own program, with subcommands. What it says is read before any stack is built.

mod arguments;
mod run;

pub(crate) use arguments::Arguments;
