//! The command line: the user's own program, with subcommands. What it says is read before any stack is built.
//!
//! `run` goes from the arguments to a command; `commands` holds one file for each. Those that need Terraform work in a
//! `session`, which drives the `engine` in the folders of the stacks; `documents` is what they know from the files there,
//! `plan` what a plan says of them. `graph` draws.

mod arguments;
mod commands;
mod console;
mod documents;
mod engine;
mod graph;
mod plan;
pub(crate) mod rules;
mod run;
mod schedule;
mod session;
mod shown;
mod stacks;
mod style;

pub(crate) use arguments::Arguments;
