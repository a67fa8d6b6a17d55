//! What can be said on the command line. A new subcommand is a variant of [`Command`] and a branch in `run`.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Where stacks are written to if nobody says otherwise.
const OUT: &str = "atakora.out";

const EXIT_CODES: &str = "Exit codes:
  0  fine
  1  an error
  2  there are changes (`plan --detailed-exitcode`)";

/// Azure back ends as Terraform.
#[derive(Debug, Default, Parser)]
#[command(disable_help_subcommand = true, after_help = EXIT_CODES)]
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
    /// Terraform or OpenTofu: a path, or a name on PATH; else the first of `terraform` and `tofu` there
    #[arg(long, global = true, value_name = "PROGRAM", env = "ATAKORA_ENGINE")]
    pub engine: Option<OsString>,
    /// The value of a variable of a stack, where its name is not in the environment as TF_VAR_NAME
    #[arg(long = "var", global = true, value_name = "NAME=VALUE", value_parser = variable)]
    pub variables: Vec<(String, String)>,
    /// Report as JSON
    #[arg(long, global = true)]
    pub json: bool,
    /// Say nothing but what was asked for, and what is wrong
    #[arg(long, short, global = true)]
    pub quiet: bool,
}

impl Default for Common {
    fn default() -> Self {
        Common { out: OUT.into(), env: None, engine: None, variables: Vec::new(), json: false, quiet: false }
    }
}

fn variable(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write NAME=VALUE".to_owned()),
    }
}

/// What the program can do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the Terraform documents of all stacks, and say what changed (the default)
    Synth(Synth),
    /// Show the stacks in the order of their dependencies
    List,
    /// Write the documents and let the engine validate them
    Validate(Stacks),
    /// Write the documents and show what a deployment would do
    #[command(visible_alias = "diff")]
    Plan(Plan),
    /// Write the documents and deploy them, stack after stack
    Deploy(Deploy),
    /// Destroy what was deployed, also of stacks that left the program
    Destroy(Destroy),
    /// Show the outputs of deployed stacks
    Output(Stacks),
    /// Show what is counted, what is allowed, and what sharing saves
    Usage,
    /// Show which components asked for a resource or a setting, with what values, and who won
    Why {
        /// An address, a type, a name in Azure, or a setting like `throughput` or `functions.plan`
        #[arg(value_name = "RESOURCE or SETTING")]
        subject: String,
    },
    /// Draw components, what they share, stacks, and who uses what
    Graph(Graph),
    /// Explain a rule: why it is there, where it is asked, what is wrong and what is right
    Explain {
        /// The id of a rule, like ATK-COSMOS-001, or of a family of rules, like ATK-COSMOS; else all families
        #[arg(value_name = "ID")]
        id: Option<String>,
    },
    /// Print what a shell needs to complete arguments
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

/// What `synth` takes.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(crate) struct Synth {
    /// Write files anew that someone edited
    #[arg(long)]
    pub force: bool,
    /// Write nothing, and fail if something would change
    #[arg(long)]
    pub check: bool,
}

/// The stacks that are meant.
#[derive(Args, Debug)]
pub(crate) struct Stacks {
    /// The stacks that are meant; else all
    #[arg(value_name = "STACK")]
    pub stacks: Vec<String>,
}

/// How many stacks are worked on at a time.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Parallel {
    /// How many independent stacks are worked on side by side
    #[arg(long, value_name = "NUMBER", default_value = "4")]
    pub parallel: NonZeroUsize,
}

/// What `plan` takes.
#[derive(Args, Debug)]
pub(crate) struct Plan {
    #[command(flatten)]
    pub stacks: Stacks,
    #[command(flatten)]
    pub parallel: Parallel,
    /// End with 2 if there are changes
    #[arg(long)]
    pub detailed_exitcode: bool,
}

/// What `deploy` takes.
#[derive(Args, Debug)]
pub(crate) struct Deploy {
    #[command(flatten)]
    pub stacks: Stacks,
    #[command(flatten)]
    pub parallel: Parallel,
    /// Do not ask before data is lost
    #[arg(long)]
    pub auto_approve: bool,
}

/// What `destroy` takes.
#[derive(Args, Debug)]
pub(crate) struct Destroy {
    #[command(flatten)]
    pub stacks: Stacks,
    #[command(flatten)]
    pub parallel: Parallel,
    /// Do not ask
    #[arg(long)]
    pub auto_approve: bool,
}

/// What `graph` takes.
#[derive(Args, Debug)]
pub(crate) struct Graph {
    /// The stack that is meant; else the whole app
    #[arg(value_name = "STACK")]
    pub stack: Option<String>,
    /// How it is drawn
    #[arg(long, value_name = "FORMAT", default_value = "svg")]
    pub format: super::graph::Format,
}
