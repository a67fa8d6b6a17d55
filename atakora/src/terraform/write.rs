//! Closed stacks to files: first everything beside its place, then each file into its place by one renaming.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::changes::{self, Change};
use super::close::{Closed, ClosedStack};
use super::declare::Mode;
use super::document::{Main, Versions};
use super::json;
use super::manifest::{self, Manifest, fingerprint};
use super::sources::Sources;
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

/// What Terraform leaves in a folder that it worked in.
const TRACES: [&str; 5] =
    ["terraform.tfstate", "terraform.tfstate.backup", "terraform.tfstate.d", ".terraform", ".terraform.lock.hcl"];

/// Writes all stacks below `directory`, or finds out what that would change.
pub(crate) fn write(closed: &Closed<'_>, directory: &Path, edited: EditedFiles, commit: Commit) -> Result<Summary> {
    let folder = directory.join(closed.environment);
    let mut stage = tempfile::Builder::new();
    stage.prefix(".atakora-stage-");
    let stage = match commit {
        Commit::Write => {
            fs::create_dir_all(&folder).map_err(|error| Error::file("create the output folder", &folder, &error))?;
            stage.tempdir_in(&folder)
        }
        Commit::Check => stage.tempdir(),
    };
    let old = Manifest::read(&folder)?;
    let mut staged = Staged {
        folder: &folder,
        stage: stage.map_err(|error| Error::file("write into", &folder, &error))?,
        old: &old,
        edited,
        new: Manifest::default(),
        changed: Vec::new(),
        changes: BTreeMap::new(),
        problems: Vec::new(),
    };
    let mut sources = Sources::new(closed.stacks.iter().map(|here| &*here.contents));
    let mut buffer = Vec::new();
    for here in &closed.stacks {
        let name = here.stack.name();
        let mut document = |file: &str, fill: &mut dyn FnMut(&mut Vec<u8>) -> std::io::Result<()>| {
            buffer.clear();
            let path = format!("{name}/{file}");
            fill(&mut buffer).map_err(|error| Error::file("write", Path::new(&path), &error))?;
            staged.put(path, &buffer)
        };
        document("main.tf.json", &mut |out| json::write(&Main::of(closed, here), out))?;
        document("versions.tf.json", &mut |out| json::write(&Versions::of(closed, here), out))?;
        document("atakora.sources.json", &mut |out| json::write(&sources.of(&here.contents), out))?;
        for (path, content) in &here.contents.files {
            staged.put(format!("{name}/{path}"), content)?;
        }
    }
    let program: BTreeSet<&str> = closed.stacks.iter().map(|here| here.stack.name()).collect();
    let left = Left::behind(&folder, &old, &mut staged, &program)?;
    let (written, unchanged) = (staged.changed.len(), staged.new.files.len() - staged.changed.len() - left.kept);
    let removed = left.files.len();
    let changes = std::mem::take(&mut staged.changes);
    match commit {
        Commit::Write => staged.commit(&left.files)?,
        Commit::Check => Error::all(staged.problems)?,
    }
    let summary = |here: &ClosedStack<'_>| StackSummary {
        is_new: !old.owns(&format!("{}/main.tf.json", here.stack.name())),
        changes: changes.get(here.stack.name()).cloned().unwrap_or_default(),
        declared: declared(closed, here, &sources.of(&here.contents)),
        ..summary(closed, here)
    };
    Ok(Summary {
        environment: closed.environment.to_owned(),
        stacks: closed.order.iter().filter_map(|id| closed.stack(*id)).map(summary).collect(),
        orphans: left.orphans,
        left: left.stacks,
        folder,
        written,
        unchanged,
        removed,
    })
}

fn declared(closed: &Closed<'_>, here: &ClosedStack<'_>, places: &BTreeMap<&str, String>) -> Vec<ResourceSummary> {
    let managed = here.contents.resources.iter().filter(|resource| resource.mode == Mode::Managed);
    let summary = managed.map(|resource| ResourceSummary {
        address: resource.address.to_string(),
        components: resource.component.iter().flat_map(|of| of.split(", ")).map(str::to_owned).collect(),
        source: places.get(&*resource.address).cloned().unwrap_or_default(),
        uses: closed.uses(here, resource).into_iter().collect(),
    });
    summary.collect()
}

fn summary(closed: &Closed<'_>, here: &ClosedStack<'_>) -> StackSummary {
    let resources = here.contents.resources.iter().filter(|resource| resource.mode == Mode::Managed);
    let reads = here.reads.union(&here.contents.depends_on).filter_map(|read| closed.stack(*read));
    StackSummary {
        name: here.stack.name().to_owned(),
        resources: resources.count(),
        outputs: here.contents.outputs.len(),
        reads: reads.map(|read| read.stack.name().to_owned()).collect(),
        shares: here.contents.shares.clone(),
        usage: here.contents.usage.clone(),
        warnings: here.contents.warnings.iter().cloned().chain(here.contents.retiring.told()).collect(),
        notes: here.contents.notes.clone(),
        ..StackSummary::default()
    }
}

/// Files on their way: those that differ from what is there wait in a folder beside them.
struct Staged<'a> {
    folder: &'a Path,
    stage: tempfile::TempDir,
    old: &'a Manifest,
    edited: EditedFiles,
    new: Manifest,
    changed: Vec<String>,
    /// Of each stack, what differs in what changed.
    changes: BTreeMap<String, Vec<Change>>,
    problems: Vec<String>,
}

impl Staged<'_> {
    fn put(&mut self, path: String, content: &[u8]) -> Result {
        let there = read(&self.folder.join(&path))?;
        let same = there.as_deref() == Some(content);
        if let Some(there) = there.as_deref().filter(|_| !same) {
            self.problems.extend(self.refuse(&path, there));
        }
        if !same {
            self.tell(&path, there.as_deref(), Some(content));
            let place = self.stage.path().join(self.changed.len().to_string());
            fs::write(&place, content).map_err(|error| Error::file("write", &place, &error))?;
            self.changed.push(path.clone());
        }
        self.new.files.insert(path, BTreeSet::from([fingerprint(content)]));
        Ok(())
    }

    fn tell(&mut self, path: &str, before: Option<&[u8]>, after: Option<&[u8]>) {
        if let Some((stack, file)) = path.split_once('/') {
            self.changes.entry(stack.to_owned()).or_default().extend(changes::between(file, before, after));
        }
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
        let Staged { folder, stage, old, new, changed, problems, .. } = self;
        Error::all(problems)?;
        if changed.is_empty() && remove.is_empty() && old.files == new.files {
            return Ok(());
        }
        let manifest = |manifest: &Manifest| {
            let mut text = Vec::new();
            let (place, path) = (stage.path().join("manifest"), folder.join(manifest::FILE));
            json::write(manifest, &mut text)
                .and_then(|()| fs::write(&place, &text))
                .and_then(|()| fs::rename(&place, &path))
                .map_err(|error| Error::file("write", &path, &error))
        };
        let mut either = Manifest::default();
        for (path, hashes) in old.files.iter().chain(&new.files) {
            either.files.entry(path.clone()).or_default().extend(hashes.iter().cloned());
        }
        manifest(&either)?;
        let mut made: BTreeSet<PathBuf> = BTreeSet::new();
        for (number, path) in changed.iter().enumerate() {
            let path = folder.join(path);
            if let Some(parent) = path.parent().filter(|parent| !made.contains(*parent)) {
                fs::create_dir_all(parent).map_err(|error| Error::file("create the folder", parent, &error))?;
                made.insert(parent.to_owned());
            }
            fs::rename(stage.path().join(number.to_string()), &path)
                .map_err(|error| Error::file("write", &path, &error))?;
        }
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
        manifest(&new)
    }
}

/// What a former run wrote and this one does not.
#[derive(Default)]
struct Left {
    files: Vec<String>,
    stacks: Vec<String>,
    orphans: Vec<String>,
    kept: usize,
}

impl Left {
    fn behind(folder: &Path, old: &Manifest, staged: &mut Staged<'_>, program: &BTreeSet<&str>) -> Result<Self> {
        let mut left = Left::default();
        let mut traces: BTreeMap<&str, bool> = BTreeMap::new();
        for (path, hashes) in &old.files {
            if staged.new.owns(path) {
                continue;
            }
            let Some(there) = read(&folder.join(path))? else {
                continue;
            };
            let stack = path.split('/').next().unwrap_or_default();
            let stays = !program.contains(stack)
                && *traces.entry(stack).or_insert_with(|| {
                    TRACES.iter().any(|trace| folder.join(stack).join(trace).symlink_metadata().is_ok())
                });
            if stays {
                // without its documents nobody could destroy what the state holds
                staged.new.files.insert(path.clone(), hashes.clone());
                left.kept += 1;
            } else {
                staged.problems.extend(staged.refuse(path, &there));
                staged.tell(path, Some(&there), None);
                left.files.push(path.clone());
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
