//! Where in the user's program each resource was written, by paths that do not tell where it was checked out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;
use std::sync::Arc;

use serde::ser::{Serialize, Serializer};

use super::contents::Contents;
use super::declare::Source;

/// The paths of one run, each worked out once.
pub(crate) struct Sources {
    /// The folders of the crates that declared something. What a plain function call declares knows its file and not
    /// its crate; it is one of these.
    crates: BTreeSet<&'static str>,
    /// By where the compiler put the two texts: a program has few of them, and asks for each very often.
    paths: BTreeMap<[(usize, usize); 2], Arc<str>>,
}

/// A place in the program: `src/main.rs:12`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, from the folder of its crate.
    pub file: Arc<str>,
    /// From 1.
    pub line: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl Sources {
    /// For the contents of all stacks of a run.
    pub fn new<'a>(contents: impl Iterator<Item = &'a Contents>) -> Self {
        let sources = contents.flat_map(|contents| contents.addresses.values());
        let mut crates = BTreeSet::new();
        let mut last = "";
        for folder in sources.map(|written| written.source.crate_dir) {
            if !folder.is_empty() && folder != last {
                crates.insert(folder);
                last = folder;
            }
        }
        Sources { crates, paths: BTreeMap::new() }
    }

    /// Address to place, in the order of the addresses.
    pub fn of<'a>(&mut self, contents: &'a Contents) -> BTreeMap<&'a str, Place> {
        let addresses = contents.addresses.iter();
        addresses.map(|(address, written)| (&**address, self.place(&written.source))).collect()
    }

    pub fn place(&mut self, source: &Source) -> Place {
        let key = [source.file, source.crate_dir].map(|text| (text.as_ptr().addr(), text.len()));
        let path = self.paths.entry(key).or_insert_with(|| {
            let own = (!source.crate_dir.is_empty()).then_some(&source.crate_dir);
            let inside = |folder: &&'static str| Some(relative(source.file, folder)).filter(|path| path != source.file);
            let path = own.into_iter().chain(&self.crates).find_map(inside);
            path.unwrap_or_else(|| relative(source.file, "")).into()
        });
        Place { file: Arc::clone(path), line: source.line }
    }
}

/// `source` as a message shows it.
pub(crate) fn place(source: &Source) -> String {
    format!("{}:{}", relative(source.file, source.crate_dir), source.line)
}

/// `file`, as the compiler names it, from the folder of its crate. The compiler's names begin at the workspace, so the end
/// of `crate_dir` and the beginning of `file` overlap, by as much as the crate lies below the workspace.
fn relative(file: &str, crate_dir: &str) -> String {
    let file = file.replace('\\', "/");
    let folder = crate_dir.replace('\\', "/");
    let inside = file.strip_prefix(&folder).and_then(|rest| rest.strip_prefix('/'));
    if let Some(inside) = inside.filter(|_| !folder.is_empty()) {
        return inside.to_owned();
    }
    if Path::new(&file).is_absolute() {
        // not of this crate: what its folder is called would tell where it was checked out
        return file.rsplit_once("/src/").map_or_else(|| last(&file), |(_, inside)| format!("src/{inside}"));
    }
    let parts: Vec<&str> = file.split('/').collect();
    let overlaps: Vec<String> = (1..parts.len())
        .rev()
        .filter(|&length| Path::new(&folder).ends_with(parts[..length].join("/")))
        .map(|length| parts[length..].join("/"))
        .collect();
    // a crate at the root of its workspace can have a folder of its own name: the file that exists is meant
    let there = |path: &&String| Path::new(crate_dir).join(path).exists();
    match overlaps.iter().find(there) {
        Some(path) => path.clone(),
        None if there(&&file) => file,
        None => overlaps.into_iter().next().unwrap_or(file),
    }
}

fn last(file: &str) -> String {
    file.rsplit('/').next().unwrap_or(file).to_owned()
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn a_path_does_not_tell_where_the_checkout_is() {
        assert_eq!(relative("examples/multi.rs", "/home/a/nowhere/examples"), "multi.rs");
        assert_eq!(relative("examples/multi.rs", "/srv/build/nowhere/examples"), "multi.rs");
        assert_eq!(relative("src/main.rs", "/nowhere/app"), "src/main.rs");
        assert_eq!(relative("crates/app/src/main.rs", "/nowhere/crates/app"), "src/main.rs");
        assert_eq!(relative("/nowhere/app/src/main.rs", "/nowhere/app"), "src/main.rs");
        assert_eq!(relative("/cargo/registry/foo-1.0.0/src/lib.rs", "/nowhere/app"), "src/lib.rs");
        assert_eq!(relative("/home/me/app/src/main.rs", ""), "src/main.rs");
        assert_eq!(relative("..\\app\\src\\main.rs", ""), "../app/src/main.rs");
    }
}
