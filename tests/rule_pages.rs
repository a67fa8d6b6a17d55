//! The pages of rules: each rule has one, each page says all there is to say, and the docs hold what the program explains.
//!
//! After a change of rules or notes: `BLESS=1 cargo test -p atakora-tests --test rule_pages`, then read the difference.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use atakora::explain::{self, FAMILIES};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A source names a document and its time, but where it is a promise of Atakora.
#[test]
fn every_page_says_all() {
    for page in explain::pages() {
        let id = page.rule.id;
        let source = page.rule.source;
        let dated = ["20", "azurerm 5.", "1.14", "RFC "].iter().any(|mark| source.contains(mark));
        let promise = page.rule.kind == atakora::check::Kind::Promise;
        assert!(dated || promise, "{id}: when does `{source}` say so?");
        assert!(page.why.ends_with('.') && page.why.len() > 30, "{id}: why? {}", page.why);
        assert!(!page.wrong.text.is_empty() && !page.right.text.is_empty(), "{id} shows nothing");
        assert_ne!(page.wrong, page.right, "{id}");
        assert_eq!(page.wrong.form, page.right.form, "{id}");
        for text in [&page.message, &page.solution, &page.why] {
            assert!(!text.contains("{}") && text.trim() == text, "{id}: `{text}`");
        }
        let shown = [page.to_string(), page.markdown()];
        for part in [id, source.get(1..).unwrap_or_default(), &page.wrong.text.lines().next().unwrap_or_default()] {
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            assert!(shown.iter().all(|shown| squeezed(shown).contains(&squeezed(part))), "{id} does not show {part}");
        }
    }
}

#[test]
fn ids_are_found_in_any_case_and_near_ones_are_named() {
    let found = explain::page("atk-cosmos-001").expect("a page");
    assert_eq!(found.rule.id, "ATK-COSMOS-001");
    for page in explain::pages() {
        assert_eq!(explain::page(page.rule.id).expect("its own page").message, page.message);
    }
    assert!(explain::page("ATK-COSMOS-999").is_none() && explain::page("ATK-COSMOS").is_none());
    assert_eq!(explain::family("ATK-COSMOS").map(|family| family.file), Some("cosmos"));
    assert!(explain::near("ATK-COSMOS-1000").contains(&"ATK-COSMOS-029"));
    assert_eq!(explain::near("ATK-COSMO-001"), ["ATK-COSMOS"]);
    assert!(explain::near("nonsense").is_empty());
}

/// The docs, file by file.
fn docs() -> BTreeMap<String, String> {
    let mut index = String::from(
        "# Rules\n\nWhat Azure refuses, what it takes and does not run, and what Atakora promises, is refused here with the id \
         of a rule. `explain ID` in your program's command line says the same as these pages.\n\n\
         Samples leave out `use atakora::prelude::*;` and an entity `User` with the fields `id` and `region`, of which the \
         second is its partition key.\n\n| ids | rules | about |\n|---|--:|---|\n",
    );
    let mut docs = BTreeMap::new();
    for family in FAMILIES {
        let pages = family.pages();
        let _ = writeln!(index, "| [`{}`]({}.md) | {} | {} |", family.prefix, family.file, pages.len(), family.title);
        let mut text = format!("# {}\n", family.title);
        pages.iter().for_each(|page| drop(write!(text, "\n{}", page.markdown())));
        docs.insert(format!("{}.md", family.file), text);
    }
    docs.insert("README.md".to_owned(), index);
    docs
}

#[test]
fn the_docs_say_what_the_program_explains() {
    let folder = root().join("docs/src/rules");
    let blessed = std::env::var_os("BLESS").is_some();
    let docs = docs();
    if blessed {
        std::fs::create_dir_all(&folder).expect("a folder");
    }
    for (name, text) in &docs {
        let path = folder.join(name);
        if blessed {
            std::fs::write(&path, text).expect("written");
        }
        let there = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(there == *text, "docs/src/rules/{name} is not what the program explains: run this test with BLESS=1");
    }
}
