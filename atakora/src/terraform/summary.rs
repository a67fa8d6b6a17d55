//! What a run did, told to a person.

use std::fmt;
use std::path::PathBuf;

use super::changes::Change;

/// What was written, and what remains to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The environment of the run.
    pub environment: String,
    /// The folder with a folder for each stack.
    pub folder: PathBuf,
    /// The stacks, in the order in which they can be applied.
    pub stacks: Vec<StackSummary>,
    /// Stacks that left the program and have a state: their folders stay, with everything in them.
    pub orphans: Vec<String>,
    /// Stacks that left the program and had no trace of a state here: their files were removed.
    pub left: Vec<String>,
    /// How many files were written.
    pub written: usize,
    /// How many files were there already, byte for byte.
    pub unchanged: usize,
    /// How many files of stacks that left the program were removed.
    pub removed: usize,
}

/// The usage in lines that a terminal shows whole.
fn lines(usage: &[Usage]) -> Vec<String> {
    const WIDTH: usize = 100;
    let mut lines: Vec<String> = Vec::new();
    for item in usage.iter().map(Usage::to_string) {
        match lines.last_mut() {
            Some(line) if line.len() + item.len() + 2 <= WIDTH => {
                line.push_str(", ");
                line.push_str(&item);
            }
            _ => lines.push(item),
        }
    }
    lines
}

/// How much of something the backends of a stack use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Usage {
    /// The name of the limit that counts it, like `max_cosmos_accounts`.
    pub name: String,
    /// What is counted, in the plural.
    pub label: String,
    /// How much there is.
    pub used: u64,
    /// How much the backend allows, if it says so.
    pub limit: Option<u64>,
}

impl fmt::Display for Usage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.label, self.used)?;
        self.limit.map_or(Ok(()), |limit| write!(f, " of {limit}"))
    }
}

/// What one stack holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StackSummary {
    /// Its name.
    pub name: String,
    /// How many resources.
    pub resources: usize,
    /// How many outputs that the program named.
    pub outputs: usize,
    /// The stacks whose values it uses.
    pub reads: Vec<String>,
    /// Resources that components share, and the components.
    pub shares: Vec<(String, String)>,
    /// How much of what is counted it uses, and how much it may.
    pub usage: Vec<Usage>,
    /// What the rules warn of.
    pub warnings: Vec<String>,
    /// What providers and the program noted.
    pub notes: Vec<String>,
    /// Its resources, in the order of the program.
    pub declared: Vec<ResourceSummary>,
    /// Whether no run wrote it before.
    pub is_new: bool,
    /// What this run changed in it since the last one.
    pub changes: Vec<Change>,
}

/// One resource of a stack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceSummary {
    /// Its address in the stack.
    pub address: String,
    /// The components that it is for.
    pub components: Vec<String>,
    /// `file:line` of the program.
    pub source: String,
    /// The addresses in the same stack to which it refers.
    pub uses: Vec<String>,
}

impl StackSummary {
    /// How many resources more there would be, if no two components shared one.
    pub fn saved(&self) -> usize {
        self.declared.iter().map(|resource| resource.components.len().saturating_sub(1)).sum()
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {} in {}", self.environment, count(self.stacks.len(), "stack"), self.folder.display())?;
        let widest = self.stacks.iter().map(|stack| stack.name.len()).max().unwrap_or_default();
        for stack in &self.stacks {
            let (resources, outputs) = (count(stack.resources, "resource"), count(stack.outputs, "output"));
            write!(f, "  {:widest$}  {resources}, {outputs}", stack.name)?;
            if !stack.reads.is_empty() {
                write!(f, ", after {}", stack.reads.join(", "))?;
            }
            if stack.is_new {
                write!(f, " (new)")?;
            }
            writeln!(f)?;
            for change in stack.changes.iter().filter(|_| !stack.is_new) {
                writeln!(f, "    {change}")?;
            }
            for (resource, components) in &stack.shares {
                let how = if components.contains(',') { "shared by" } else { "for" };
                writeln!(f, "    {resource} {how} {components}")?;
            }
            for line in lines(&stack.usage) {
                writeln!(f, "    {line}")?;
            }
            for warning in &stack.warnings {
                writeln!(f, "    warning: {}", warning.replace('\n', "\n    "))?;
            }
            for line in stack.notes.iter().flat_map(|note| note.lines()) {
                writeln!(f, "    {line}")?;
            }
        }
        write!(f, "Files: {} written, {} unchanged, {} removed", self.written, self.unchanged, self.removed)?;
        for left in &self.left {
            write!(f, "\nLeft: `{left}` is not in the program any more; a state of it elsewhere is still there")?;
        }
        for orphan in &self.orphans {
            let folder = self.folder.join(orphan);
            write!(
                f,
                "\nOrphaned: `{orphan}` left the program and has a state: `destroy {orphan}` (or `terraform destroy` in {0}), then remove {0}",
                folder.display()
            )?;
        }
        Ok(())
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
