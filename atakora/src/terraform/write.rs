//! Closed stacks to files: first everything beside its place, then each stack, or each file that differs, into its place
//! by one renaming.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::changes::{self, Change};
use super::close::{Closed, ClosedStack};
use super::declare::Mode;
use super::document::{Document, Main, Versions};
use super::json;
use super::manifest::{self, Known, Manifest};
use super::sources::Sources;
use super::stage::{Growing, Stage};
use super::summary::{ResourceSummary, StackSummary, Summary};
use crate::check::document::files;
use crate::{Error, Result};

/// What happens to files that someone edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EditedFiles {
    /// They are an error.
    Keep,
    /// They are written anew.
    Overwrite,
}

/// Whether files come into their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Commit {
    /// They do.
    Write,
    /// They do not: the summary says what would change.
    Check,
}

const MAIN: &str = "main.tf.json";

/// What Terraform leaves in a folder that it worked in.
const TRACES: [&str; 5] =
    ["terraform.tfstate", "terraform.tfstate.backup", "terraform.tfstate.d", ".terraform", ".terraform.lock.hcl"];

/// Writes all stacks below `directory`, or finds out what that would change.
pub(crate) fn write(closed: &Closed<'_>, directory: &Path, edited: EditedFiles, commit: Commit) -> Result<Summary> {
    let folder = directory.join(closed.environment);
    let stage = match commit {
        Commit::Write => {
            fs::create_dir_all(&folder).map_err(|error| Error::file("create the output folder", &folder, &error))?;
            Some(Stage::within(&folder).map_err(|error| Error::file("write into", &folder, &error))?)
        }
        Commit::Check => None,
    };
    let old = Manifest::read(&folder)?;
    let mut staged = Staged {
        folder: &folder,
        stage,
        old: &old,
        edited,
        new: Manifest::default(),
        written: 0,
        changes: Vec::new(),
        problems: Vec::new(),
    };
    let mut sources = Sources::new(closed.stacks.iter().map(|here| &*here.contents));
    let mut buffer = Vec::new();
    let mut stacks = Vec::with_capacity(closed.stacks.len());
    for here in &closed.stacks {
        let mut place = staged.place(here.stack.name())?;
        let mut put = |file: &str, document: &dyn Document| {
            buffer.clear();
            let shown = || folder.join(here.stack.name()).join(file);
            document.render(&mut buffer).map_err(|error| Error::file("write", &shown(), &error))?;
            staged.put(&mut place, file, &buffer, Some(document))
        };
        put(MAIN, &Main::of(closed, here))?;
        put("versions.tf.json", &Versions::of(closed, here))?;
        put("atakora.sources.json", &sources.of(&here.contents))?;
        for (path, content) in &here.contents.files {
            staged.put(&mut place, path, content, None)?;
        }
        let mut changes = std::mem::take(&mut staged.changes);
        changes.shrink_to_fit();
        let is_new = !old.owns(&format!("{}/{MAIN}", here.stack.name()));
        stacks.push(StackSummary { is_new, changes, ..summary(closed, here, &mut sources) });
    }
    let program: BTreeSet<&str> = closed.stacks.iter().map(|here| here.stack.name()).collect();
    let mut left = Left::behind(&folder, &old, &mut staged, &program)?;
    let (written, unchanged) = (staged.written, staged.new.files.len() - staged.written - left.kept);
    let removed = left.files.len();
    staged.commit(&left.files)?;
    let mut in_order = Vec::with_capacity(stacks.len());
    for id in &closed.order {
        let Some(mut stack) = stacks.get_mut(id.0 as usize).map(std::mem::take) else { continue };
        stack.changes.extend(left.changes.remove(&stack.name).into_iter().flatten());
        in_order.push(stack);
    }
    Ok(Summary {
        environment: closed.environment.to_owned(),
        stacks: in_order,
        orphans: left.orphans,
        left: left.stacks,
        folder,
        written,
        unchanged,
        removed,
    })
}

fn summary(closed: &Closed<'_>, here: &ClosedStack<'_>, sources: &mut Sources) -> StackSummary {
    let resources = here.contents.resources.iter().filter(|resource| resource.mode == Mode::Managed);
    let declared = resources.map(|resource| ResourceSummary {
        address: resource.address.clone(),
        component: resource.component.clone(),
        place: sources.place(&resource.source),
        uses: closed.uses(here, resource),
    });
    let mut declared: Vec<_> = declared.collect();
    declared.shrink_to_fit();
    let reads = here.reads.union(&here.contents.depends_on).filter_map(|read| closed.stack(*read));
    StackSummary {
        name: here.stack.name().to_owned(),
        resources: declared.len(),
        outputs: here.contents.outputs.len(),
        reads: reads.map(|read| read.stack.name().to_owned()).collect(),
        shares: here.contents.shares.clone(),
        usage: here.contents.usage.clone(),
        elsewhere: here.contents.elsewhere.clone(),
        warnings: warnings(here),
        notes: here.contents.notes.clone(),
        declared,
        ..StackSummary::default()
    }
}

fn warnings(here: &ClosedStack<'_>) -> Vec<String> {
    let contents = &here.contents;
    let mut warnings = contents.warnings.clone();
    warnings.extend(contents.retiring.told(&contents.allowed));
    warnings.extend_from_slice(&here.allowed);
    warnings
}

/// Files on their way: those that differ from what is there wait in a folder beside them.
struct Staged<'a> {
    folder: &'a Path,
    /// Nothing where nothing is to be written.
    stage: Option<Stage>,
    old: &'a Manifest,
    edited: EditedFiles,
    new: Manifest,
    written: usize,
    /// What differs in what changed, of the stack that is being put.
    changes: Vec<Change>,
    problems: Vec<String>,
}

/// Where the files of a stack go.
struct Place<'a> {
    stack: &'a str,
    /// Whether its folder is there.
    is_there: bool,
    /// Its folder to be, if it is not there and is written.
    growing: Option<Growing>,
}

impl Staged<'_> {
    /// A stack without a folder is put together beside it, and comes into its place as a whole.
    fn place<'b>(&mut self, stack: &'b str) -> Result<Place<'b>> {
        let path = self.folder.join(stack);
        let is_there = match path.symlink_metadata() {
            Ok(_) => true,
            Err(error) if error.kind() == ErrorKind::NotFound => false,
            Err(error) => return Err(Error::file("read", &path, &error)),
        };
        let growing = match self.stage.as_mut().filter(|_| !is_there) {
            Some(stage) => {
                Some(stage.folder(path.clone()).map_err(|error| Error::file("create the folder", &path, &error))?)
            }
            None => None,
        };
        Ok(Place { stack, is_there, growing })
    }

    /// One file of a stack; `document` tells what is in it.
    fn put(&mut self, at: &mut Place<'_>, file: &str, content: &[u8], document: Option<&dyn Document>) -> Result {
        let name = [at.stack, "/", file].concat();
        let there = if at.is_there { read(&self.folder.join(&name))? } else { None };
        if there.as_deref() != Some(content) {
            self.written += 1;
            match &there {
                Some(there) => {
                    self.problems.extend(self.refuse(&name, there));
                    self.changes.extend(changes::between(file, Some(there), Some(content)));
                }
                None => {
                    let parts = document.map_or_else(|| vec![file.to_owned()], Document::parts);
                    self.changes.extend(parts.into_iter().map(Change::added));
                }
            }
            let waits = match (&mut at.growing, &mut self.stage) {
                (Some(folder), _) => folder.file(file, content),
                (None, Some(stage)) => stage.file(self.folder.join(&name), content),
                (None, None) => Ok(()),
            };
            waits.map_err(|error| Error::file("write", &self.folder.join(&name), &error))?;
        }
        self.new.files.insert(name.into(), Known::content(content));
        Ok(())
    }

    /// Why a file must not be replaced or removed.
    fn refuse(&self, path: &str, there: &[u8]) -> Option<String> {
        let shown = self.folder.join(path);
        if !self.old.owns(path) {
            return Some(files::not_ours(&shown));
        }
        (!self.old.knows(path, there) && self.edited == EditedFiles::Keep).then(|| files::edited(&shown))
    }

    /// Moves everything into its place. Whenever it is cut short, every file is whole, and the manifest knows it.
    fn commit(self, remove: &[String]) -> Result {
        let Staged { folder, stage, old, new, written, problems, .. } = self;
        Error::all(problems)?;
        let Some(mut stage) = stage else { return Ok(()) };
        if written == 0 && remove.is_empty() && old.files == new.files {
            return Ok(());
        }
        let path = folder.join(manifest::FILE);
        let write = |stage: &Stage, manifest: &Manifest| {
            let mut text = Vec::new();
            json::write(manifest, &mut text)
                .and_then(|()| stage.replace(&path, &text))
                .map_err(|error| Error::file("write", &path, &error))
        };
        // a file that is replaced or goes may hold the old until the end
        let grows = old.files.iter().all(|(path, known)| new.files.get(path) == Some(known));
        let until = (!grows).then(|| new.or(old));
        write(&stage, until.as_ref().unwrap_or(&new))?;
        stage.commit().map_err(|(path, error)| Error::file("write", &path, &error))?;
        for path in remove {
            let path = folder.join(path);
            fs::remove_file(&path).map_err(|error| Error::file("remove", &path, &error))?;
            // only folders in which nothing else is: the first that has something else stops it
            let parents = path.ancestors().skip(1).take_while(|parent| *parent != folder);
            for parent in parents {
                if fs::remove_dir(parent).is_err() {
                    break;
                }
            }
        }
        if grows { Ok(()) } else { write(&stage, &new) }
    }
}

/// What a former run wrote and this one does not.
#[derive(Default)]
struct Left {
    files: Vec<String>,
    stacks: Vec<String>,
    orphans: Vec<String>,
    kept: usize,
    /// What goes, by stack.
    changes: BTreeMap<String, Vec<Change>>,
}

impl Left {
    fn behind(folder: &Path, old: &Manifest, staged: &mut Staged<'_>, program: &BTreeSet<&str>) -> Result<Self> {
        let mut left = Left::default();
        let mut traces: BTreeMap<&str, bool> = BTreeMap::new();
        for (path, known) in &old.files {
            if staged.new.owns(path) {
                continue;
            }
            let Some(there) = read(&folder.join(&**path))? else {
                continue;
            };
            let stack = path.split('/').next().unwrap_or_default();
            let stays = !program.contains(stack)
                && *traces.entry(stack).or_insert_with(|| {
                    TRACES.iter().any(|trace| folder.join(stack).join(trace).symlink_metadata().is_ok())
                });
            if stays {
                // without its documents nobody could destroy what the state holds
                staged.new.files.insert(path.clone(), known.clone());
                left.kept += 1;
            } else {
                staged.problems.extend(staged.refuse(path, &there));
                let (stack, file) = path.split_once('/').unwrap_or_default();
                left.changes.entry(stack.to_owned()).or_default().extend(changes::between(file, Some(&there), None));
                left.files.push(path.to_string());
            }
        }
        for (stack, state) in traces {
            let list = if state { &mut left.orphans } else { &mut left.stacks };
            list.push(stack.to_owned());
        }
        Ok(left)
    }
}

/// A file's content, if there is a file.
fn read(path: &Path) -> Result<Option<Vec<u8>>> {
    match fs::read(path) {
        Ok(content) => Ok(Some(content)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::file("read", path, &error)),
    }
}
