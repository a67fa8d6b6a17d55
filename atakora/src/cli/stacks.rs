//! The stacks that a command is about: those of the program, and those that left it and have a state.

use std::path::PathBuf;

use super::documents::Documents;
use super::rules::{UNKNOWN_STACK, broken};
use crate::azure::nearest;
use crate::terraform::Summary;
use crate::{Error, Result};

/// One stack, and the stacks that must be there before it.
#[derive(Debug)]
pub(crate) struct Target {
    pub name: String,
    pub folder: PathBuf,
    /// The stacks that it needs.
    pub after: Vec<String>,
    pub documents: Documents,
}

/// All of them, in an order in which they can be deployed.
#[derive(Debug)]
pub(crate) struct Targets(pub Vec<Target>);

impl Targets {
    /// The stacks of the program, as they are written.
    ///
    /// # Errors
    /// Documents that cannot be read.
    pub fn of(summary: &Summary) -> Result<Self> {
        let target = |name: &String, after: &[String]| {
            let folder = summary.folder.join(name);
            let documents = Documents::read(&folder)?;
            let mut after = after.to_vec();
            // what was written last may need others than the program of today
            after.extend(documents.reads.keys().filter(|read| !after.contains(read)).cloned().collect::<Vec<_>>());
            Ok(Target { name: name.clone(), folder, after, documents })
        };
        summary.stacks.iter().map(|stack| target(&stack.name, &stack.reads)).collect::<Result<_>>().map(Targets)
    }

    /// The same with the stacks that left the program and have a state, which nothing in the program needs; and without
    /// those of the program that were never written.
    ///
    /// # Errors
    /// Documents that cannot be read.
    pub fn written(summary: &Summary) -> Result<Self> {
        let mut there = summary.clone();
        there.stacks.retain(|stack| summary.folder.join(&stack.name).join("main.tf.json").is_file());
        for orphan in &summary.orphans {
            there.stacks.push(crate::terraform::summary::StackSummary { name: orphan.clone(), ..Default::default() });
        }
        Targets::of(&there)
    }

    /// The places of the stacks that were named; of all, if none was.
    ///
    /// # Errors
    /// A name that no stack has.
    pub fn chosen(&self, names: &[String]) -> Result<Vec<usize>> {
        let all = || self.0.iter().map(|target| target.name.as_str());
        let mut problems = Vec::new();
        for name in names.iter().filter(|name| !all().any(|known| known == name.as_str())) {
            let near = nearest::nearest(name, all());
            let meant = near.first().map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            let known: Vec<String> = all().map(|name| format!("`{name}`")).collect();
            problems.extend_from_slice(broken(&UNKNOWN_STACK, &[name, &meant, &known.join(", ")]).problems());
        }
        Error::all(problems)?;
        let chosen = |(at, target): (usize, &Target)| (names.is_empty() || names.contains(&target.name)).then_some(at);
        Ok(self.0.iter().enumerate().filter_map(chosen).collect())
    }

    /// The stack of this name.
    pub fn get(&self, name: &str) -> Option<&Target> {
        self.0.iter().find(|target| target.name == name)
    }

    /// For each of `chosen`, which of them it needs, directly or through others that are not chosen.
    pub fn needs(&self, chosen: &[usize]) -> Vec<Vec<usize>> {
        let needs = |at: &usize| {
            let (mut seen, mut open) = (vec![*at], vec![*at]);
            while let Some(next) = open.pop() {
                for name in &self.0[next].after {
                    if let Some(found) = self.0.iter().position(|target| target.name == *name)
                        && !seen.contains(&found)
                    {
                        seen.push(found);
                        open.push(found);
                    }
                }
            }
            (0..chosen.len()).filter(|other| chosen[*other] != *at && seen.contains(&chosen[*other])).collect()
        };
        chosen.iter().map(needs).collect()
    }
}
