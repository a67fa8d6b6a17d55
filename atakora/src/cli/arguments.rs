//! What can be said on the command line. A new subcommand is a variant of [`Command`] and a branch in `run`.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Where stacks are written to if nobody says otherwise.
const OUT: &str = "atakora.out";

/// Azure back ends as Terraform.
#[derive(Debug, Default, Parser)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(flatten)]
    pub synth: Synth,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every subcommand takes.
#[derive(Args, Debug)]
pub(crate) struct Common {
    /// The folder with a folder for each environment and stack
    #[arg(long, global = true, value_name = "DIR", default_value = OUT)]
    pub out: PathBuf,
    /// The environment; else the only one that the backends name
    #[arg(long, global = true, value_name = "NAME", env = "ATAKORA_ENV")]
    pub env: Option<String>,
}

impl Default for Common {
    fn default() -> Self {
        Common { out: OUT.into(), env: None }
    }
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the Terraform documents of all stacks (the default)
    Synth(Synth),
}

/// What `synth` takes.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Synth {
    /// Write files anew that someone edited
    #[arg(long)]
    pub force: bool,
}
