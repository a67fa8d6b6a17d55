//! What the table of rules in `docs/rules.md` names is there.

use std::collections::BTreeSet;
use std::path::Path;

use atakora_tests::files;

/// Every `ATK-FAMILY-123` in a text.
fn ids(text: &str) -> BTreeSet<&str> {
    let end =
        |rest: &str| rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').unwrap_or(rest.len());
    let all = text.match_indices("ATK-").map(|(start, _)| &text[start..start + end(&text[start..])]);
    all.filter(|id| id.ends_with(|letter: char| letter.is_ascii_digit())).collect()
}

#[test]
fn the_table_names_rules_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut sources = String::new();
    for folder in ["atakora/src", "atakora-macros/rules/src"] {
        for (path, bytes) in files(&root.join(folder)) {
            if path.ends_with(".rs") {
                sources.push_str(&String::from_utf8(bytes).expect("a source is text"));
            }
        }
    }
    let table = std::fs::read_to_string(root.join("docs/rules.md")).expect("the table");
    let (there, named) = (ids(&sources), ids(&table));
    let lost: Vec<_> = named.difference(&there).collect();
    assert!(lost.is_empty(), "the table names rules that are nowhere: {lost:?}");
    assert!(named.len() > 150, "the table names {} rules only", named.len());
}
