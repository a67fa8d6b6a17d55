//! What the packages depend on: licences that `deny.toml` allows, crates.io and nothing else, one version of each, and
//! nothing that is not used. `cargo deny` and `cargo machete` look further; this needs nothing to be installed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace")
}

/// Every package that this platform needs. Their manifests are there: they were built.
fn packages() -> Vec<Value> {
    let host = Command::new("rustc").arg("-vV").output().expect("rustc");
    let host = String::from_utf8(host.stdout).expect("text");
    let host = host.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host").to_owned();
    let run = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", &host])
        .current_dir(root())
        .output()
        .expect("cargo");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let metadata: Value = serde_json::from_slice(&run.stdout).expect("JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

/// The texts of the list `allow` below `[licenses]`.
fn allowed() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("deny.toml")).expect("deny.toml");
    let (_, after) = text.split_once("[licenses]\nallow = [").expect("the licences");
    let (list, _) = after.split_once(']').expect("the end of the list");
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether an SPDX expression without nesting can be met: `A OR B`, `A AND B`, `(A OR B) AND C`, `A/B`.
fn met(expression: &str, allowed: &BTreeSet<String>) -> bool {
    expression.split(" AND ").all(|one| {
        let one = one.trim_matches(['(', ')']).replace('/', " OR ");
        one.split(" OR ").any(|name| allowed.contains(name.trim_matches(['(', ')', ' '])))
    })
}

#[test]
fn licences_are_allowed_and_sources_are_known() {
    let allowed = allowed();
    assert!(!met("GPL-3.0-only", &allowed) && !met("MIT AND GPL-3.0-only", &allowed), "nothing would be refused");
    assert!(met("(MIT OR GPL-3.0-only) AND Unicode-3.0", &allowed) && met("MIT/Apache-2.0", &allowed));
    let packages = packages();
    assert!(packages.len() > 50, "only {} packages", packages.len());
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let source = package["source"].as_str();
        if let Some(source) = source {
            assert_eq!(source, "registry+https://github.com/rust-lang/crates.io-index", "the source of `{name}`");
        }
        let published = package["publish"].is_null();
        if source.is_some() || published {
            let licence = package["license"].as_str().unwrap_or_default();
            assert!(met(licence, &allowed), "the licence of `{name}` is `{licence}`, which deny.toml does not allow");
        }
    }
}

/// For every platform: the lock file has them all.
#[test]
fn there_is_one_version_of_each() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).expect("the lock file");
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let entry = |key| {
            let entry = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
            entry.expect("an entry").trim_matches('"')
        };
        versions.entry(entry("name")).or_default().push(entry("version"));
    }
    assert!(versions.len() > 50, "only {} packages", versions.len());
    versions.retain(|_, versions| versions.len() > 1);
    assert!(versions.is_empty(), "several versions: {versions:?}");
}

#[test]
fn every_dependency_is_used() {
    let mut unused = Vec::new();
    for package in packages().iter().filter(|package| package["source"].is_null()) {
        let manifest = Path::new(package["manifest_path"].as_str().expect("a path"));
        let folder = manifest.parent().expect("a folder");
        let sources = sources(folder);
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            let name = dependency["rename"].as_str().or(dependency["name"].as_str()).expect("a name");
            // a build without `cli` lists them as well
            if !mentions(&sources, &name.replace('-', "_")) {
                unused.push(format!("{} does not use {name}", package["name"]));
            }
        }
    }
    assert!(!mentions("use serde_json::Value;", "serde"), "a part of a word is no use");
    assert!(unused.is_empty(), "{}", unused.join("\n"));
}

/// The Rust of a package, and the pages that its tests compile; of packages inside it nothing.
fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_dir() && !path.join("Cargo.toml").exists() && !path.ends_with("target") {
            text.push_str(&sources(&path));
        } else if matches!(extension, Some("rs" | "md")) {
            text.push_str(&std::fs::read_to_string(&path).expect("a source"));
        }
    }
    text
}

fn mentions(text: &str, word: &str) -> bool {
    let part = |character: Option<char>| character.is_some_and(|it| it.is_alphanumeric() || it == '_');
    text.match_indices(word)
        .any(|(at, _)| !part(text[..at].chars().next_back()) && !part(text[at + word.len()..].chars().next()))
}

/// `rust-version` is a promise that holds because the tests run with that compiler: `rust-toolchain.toml` pins it.
#[test]
fn the_oldest_compiler_is_the_one_that_is_tested() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the manifest");
    let promised = manifest.lines().find_map(|line| line.strip_prefix("rust-version = ")).expect("a version");
    let version = Command::new("rustc").arg("--version").current_dir(root()).output().expect("rustc");
    let version = String::from_utf8(version.stdout).expect("text");
    assert!(version.starts_with(&format!("rustc {}.", promised.trim_matches('"'))), "{version} is not {promised}");
    for package in packages().iter().filter(|package| package["source"].is_null() && package["publish"].is_null()) {
        assert_eq!(package["rust_version"], promised.trim_matches('"'), "{}", package["name"]);
    }
}
