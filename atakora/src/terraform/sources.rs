//! Where in the user's program each resource was written, by paths that do not tell where it was checked out.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use super::contents::Contents;
use super::declare::Source;

/// The paths of one run, each worked out once.
#[derive(Default)]
pub(crate) struct Sources {
    paths: HashMap<(&'static str, &'static str), String>,
}

impl Sources {
    /// Address to `file:line`, in the order of the addresses.
    pub fn of<'a>(&mut self, contents: &'a Contents) -> BTreeMap<&'a str, String> {
        let addresses = contents.addresses.iter();
        addresses.map(|(address, written)| (&**address, self.place(&written.source))).collect()
    }

    fn place(&mut self, source: &Source) -> String {
        let path = self
            .paths
            .entry((source.file, source.crate_dir))
            .or_insert_with(|| relative(source.file, source.crate_dir));
        format!("{path}:{}", source.line)
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
