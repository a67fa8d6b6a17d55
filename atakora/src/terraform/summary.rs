//! What a run did, told to a person.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

pub use super::sources::Place;

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
    /// The environment; empty for what is in whichever the run is for.
    pub environment: String,
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
    /// The same in the other environments of its backends: only the command `usage` looks there.
    pub elsewhere: Vec<Usage>,
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
    pub address: Arc<str>,
    /// The components that it is for, with commas between them.
    pub component: Option<Arc<str>>,
    /// Where the program declares it.
    pub place: Place,
    /// The addresses in the same stack to which it refers.
    pub uses: Vec<Arc<str>>,
}

impl ResourceSummary {
    /// The components that it is for.
    pub fn components(&self) -> impl Iterator<Item = &str> {
        self.component.iter().flat_map(|names| names.split(", "))
    }
}

impl StackSummary {
    /// How many resources more there would be, if no two components shared one.
    pub fn saved(&self) -> usize {
        self.declared.iter().map(|resource| resource.components().count().saturating_sub(1)).sum()
    }
}

/// How many stacks are told one by one, and how many components of one resource: a summary is read on one screen.
const MOST_STACKS: usize = 12;
const MOST_COMPONENTS: usize = 6;

impl StackSummary {
    /// What is shared and how much is used, or which of the stacks before says the same.
    fn write_parts(&self, f: &mut fmt::Formatter<'_>, before: &[StackSummary]) -> fmt::Result {
        if self.shares.is_empty() && self.usage.is_empty() {
            return Ok(());
        }
        if let Some(same) = before.iter().find(|other| other.shares == self.shares && other.usage == self.usage) {
            return writeln!(f, "    shares and uses the same as {}", same.name);
        }
        for (resource, components) in &self.shares {
            let all: Vec<&str> = components.split(", ").collect();
            let how = if all.len() > 1 { "shared by" } else { "for" };
            let shown = all[..all.len().min(MOST_COMPONENTS)].join(", ");
            let rest = all.len().saturating_sub(MOST_COMPONENTS);
            let rest = if rest > 0 { format!(" and {rest} more") } else { String::new() };
            writeln!(f, "    {resource} {how} {shown}{rest}")?;
        }
        lines(&self.usage).iter().try_for_each(|line| writeln!(f, "    {line}"))
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}: {} in {}", self.environment, count(self.stacks.len(), "stack"), self.folder.display())?;
        let widest = self.stacks.iter().map(|stack| stack.name.len()).max().unwrap_or_default();
        for (index, stack) in self.stacks.iter().enumerate() {
            if index == MOST_STACKS {
                writeln!(f, "  … and {} more", self.stacks.len() - MOST_STACKS)?;
                break;
            }
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
            stack.write_parts(f, &self.stacks[..index])?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn stack(name: String, components: usize) -> StackSummary {
        let components: Vec<String> = (0..components).map(|n| format!("c{n}")).collect();
        StackSummary { name, shares: vec![("Storage".to_owned(), components.join(", "))], ..StackSummary::default() }
    }

    #[test]
    fn equal_stacks_are_told_once_and_long_lists_are_cut() {
        let mut stacks: Vec<StackSummary> = (0..13).map(|n| stack(format!("tenant-{n}"), 2)).collect();
        stacks.insert(1, stack("large".to_owned(), 8));
        let text = Summary { stacks, ..Summary::default() }.to_string();
        assert_eq!(text.matches("Storage shared by c0, c1\n").count(), 1, "{text}");
        assert!(text.contains("Storage shared by c0, c1, c2, c3, c4, c5 and 2 more\n"), "{text}");
        assert_eq!(text.matches("shares and uses the same as tenant-0\n").count(), 10, "{text}");
        assert!(text.contains("  … and 2 more\n"), "{text}");
    }
}
