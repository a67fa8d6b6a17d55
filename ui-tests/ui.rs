//! One test per macro: each file of its folder must fail to compile, with exactly the text beside it.
//!
//! After a change of texts: `TRYBUILD=overwrite cargo test -p atakora-ui-tests`, then read every line of the difference.

use std::path::{Path, PathBuf};

#[test]
fn entity() {
    trybuild::TestCases::new().compile_fail("entity/*.rs");
}

#[test]
fn resource() {
    trybuild::TestCases::new().compile_fail("resource/*.rs");
}

#[test]
fn custom_provider() {
    trybuild::TestCases::new().compile_fail("custom_provider/*.rs");
}

#[test]
fn backend_tenant() {
    trybuild::TestCases::new().compile_fail("backend_tenant/*.rs");
}

#[test]
fn backend() {
    trybuild::TestCases::new().compile_fail("backend/*.rs");
}

#[test]
fn environments() {
    trybuild::TestCases::new().compile_fail("environments/*.rs");
}

#[test]
fn cosmos() {
    trybuild::TestCases::new().compile_fail("cosmos/*.rs");
}

#[test]
fn networking() {
    trybuild::TestCases::new().compile_fail("networking/*.rs");
}

#[test]
fn functions() {
    trybuild::TestCases::new().compile_fail("functions/*.rs");
}

#[test]
fn edge() {
    trybuild::TestCases::new().compile_fail("edge/*.rs");
}

#[test]
fn retirement() {
    trybuild::TestCases::new().compile_fail("retirement/*.rs");
}

#[test]
fn provider() {
    trybuild::TestCases::new().compile_fail("provider/*.rs");
}

#[test]
fn component() {
    trybuild::TestCases::new().compile_fail("component/*.rs");
}

/// A person who reads an error has not written the library: no line of it, and nothing about macros. What the compiler
/// cannot be kept from stands in `README.md`.
#[test]
fn no_text_points_into_the_library() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("the list");
    let mut texts = 0;
    for path in texts_below(root) {
        texts += 1;
        let text = std::fs::read_to_string(&path).expect("a text");
        let name = path.strip_prefix(root).expect("below").with_extension("").display().to_string().replace('\\', "/");
        let ours = text.contains("$WORKSPACE") || text.contains("originates in the");
        let listed = readme.contains(&format!("| `{name}` |"));
        assert_eq!(ours, listed, "`{name}` points into the library, or is listed in README.md without doing so");
    }
    assert!(texts > 100, "only {texts} texts");
}

fn texts_below(root: &Path) -> Vec<PathBuf> {
    [
        "entity",
        "resource",
        "backend",
        "networking",
        "provider",
        "component",
        "custom_provider",
        "backend_tenant",
        "cosmos",
        "edge",
        "environments",
        "functions",
        "retirement",
    ]
    .iter()
    .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect("a folder").flatten())
    .map(|file| file.path())
    .filter(|path| path.extension().is_some_and(|extension| extension == "stderr"))
    .collect()
}
