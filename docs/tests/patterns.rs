//! What the page of the patterns says that they write is what they write, by the golden files of the examples.
//!
//! `BLESS=1 cargo test -p atakora-docs --test patterns` writes the tables.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use atakora_docs::compiler::checkout;
use atakora_docs::{folder, page};
use serde_json::Value;

const PAGE: &str = "patterns.md";

#[test]
fn the_tables_count_what_the_examples_write() {
    let text = page(PAGE);
    let mut fresh = String::new();
    let mut examples = Vec::new();
    let mut old = false;
    for line in text.lines() {
        old = old && line.starts_with('|');
        if old {
            continue;
        }
        fresh.push_str(line);
        fresh.push('\n');
        if let Some(example) = line.strip_prefix("<!-- emitted ").and_then(|rest| rest.strip_suffix(" -->")) {
            fresh.push_str(&table(&checkout().join("tests/golden").join(example)));
            examples.push(example.to_owned());
            old = true;
        }
    }
    let there = fs::read_dir(checkout().join("examples")).expect("the examples");
    let mut there: Vec<String> = there
        .filter_map(|entry| entry.expect("an example").file_name().to_str()?.strip_suffix(".rs").map(str::to_owned))
        .collect();
    there.sort();
    examples.sort();
    assert_eq!(examples, there, "on the page, and in the folder");
    if std::env::var_os("BLESS").is_some() {
        fs::write(folder().join("src").join(PAGE), &fresh).expect("the page");
    } else {
        assert!(text == fresh, "the tables should be\n{fresh}");
    }
}

/// Its stacks, how many resources each has, and of what there is most.
fn table(golden: &Path) -> String {
    let mut stacks = Vec::new();
    let environments = folders(golden);
    for environment in &environments {
        for stack in folders(environment) {
            let document = fs::read_to_string(stack.join("main.tf.json")).expect("a document");
            let document: Value = serde_json::from_str(&document).expect("JSON");
            let types = document["resource"].as_object().cloned().unwrap_or_default();
            let mut types: Vec<(usize, String)> =
                types.iter().map(|(name, all)| (all.as_object().map_or(0, |all| all.len()), name.clone())).collect();
            types.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
            let of = if environments.len() > 1 { golden } else { environment.as_path() };
            let name = stack.strip_prefix(of).expect("below").display().to_string().replace('\\', "/");
            stacks.push((name, types));
        }
    }
    let mut table = "| stack | resources | most of them |\n|---|--:|---|\n".to_owned();
    for (name, types) in stacks {
        let count: usize = types.iter().map(|(count, _)| count).sum();
        let most: Vec<String> = types
            .iter()
            .take(4)
            .map(|(count, name)| format!("{count} × `{}`", name.trim_start_matches("azurerm_")))
            .collect();
        let _ = writeln!(table, "| `{name}` | {count} | {} |", most.join(", "));
    }
    table
}

fn folders(of: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(of).unwrap_or_else(|error| panic!("{}: {error}", of.display()));
    let mut found: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}
