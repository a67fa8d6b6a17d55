//! The pages of rules: each rule has one, each page says all there is to say, and the docs hold what the program explains.
//!
//! After a change of rules or notes: `BLESS=1 cargo test -p atakora-tests --test rule_pages`, then read the difference.

#[path = "rule_samples/source.rs"]
#[allow(dead_code)]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use atakora::check::Kind;
use atakora::explain::{self, FAMILIES, Form};
use atakora_rules::argument;
use atakora_rules::takes::Given;
use atakora_tests::files;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every id in quotes in the sources of the library, with how often it stands there.
fn ids_of_sources() -> BTreeMap<String, usize> {
    let mut ids = BTreeMap::new();
    for folder in ["atakora/src", "atakora-macros/src", "atakora-macros/rules/src"] {
        for (path, bytes) in files(&root().join(folder)) {
            // notes name rules, they are none
            if !path.ends_with(".rs") || (folder == "atakora/src" && path.starts_with("explain/")) {
                continue;
            }
            let text = String::from_utf8(bytes).expect("a source is text");
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            let defined = code.flat_map(|line| line.split('"')).filter(|word| is_id(word));
            defined.for_each(|id| *ids.entry(id.to_owned()).or_default() += 1);
        }
    }
    ids
}

fn is_id(word: &str) -> bool {
    let number = word.strip_prefix("ATK-").and_then(|rest| rest.split_once('-')).map(|(_, number)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

#[test]
fn every_rule_has_a_page_and_every_id_stands_for_one_rule() {
    let defined = ids_of_sources();
    let twice: Vec<_> = defined.iter().filter(|(_, count)| **count > 1).collect();
    assert!(twice.is_empty(), "two rules have one id: {twice:?}");
    let pages: BTreeSet<String> = explain::pages().iter().map(|page| page.rule.id.to_owned()).collect();
    let defined: BTreeSet<String> = defined.into_keys().collect();
    let missing: Vec<_> = defined.difference(&pages).collect();
    assert!(missing.is_empty(), "{} rules have no page: {missing:?}", missing.len());
    let lost: Vec<_> = pages.difference(&defined).collect();
    assert!(lost.is_empty(), "pages of no rule: {lost:?}");
    assert_eq!(explain::pages().len(), pages.len());
}

/// Items and statements are put to the test by `rule_samples`, cases by `documents`, arguments by `arguments`. What someone
/// types is tested where the command is, under the id of the rule.
#[test]
fn rules_that_a_command_asks_have_a_test_that_names_them() {
    let tests = files(&root().join("tests"));
    let texts: Vec<String> = tests
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs") && !path.starts_with("rule_samples/"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("a source is text"))
        .collect();
    let typed = explain::pages().into_iter().filter(|page| page.wrong.form == Form::Console);
    let untested: Vec<_> =
        typed.map(|page| page.rule.id).filter(|id| !texts.iter().any(|text| text.contains(id))).collect();
    assert!(untested.is_empty(), "no test names {untested:?}");
}

/// A source names a document and its time, but where it is a promise of Atakora.
#[test]
fn every_page_says_all() {
    for page in explain::pages() {
        let id = page.rule.id;
        let source = page.rule.source;
        let dated = ["20", "azurerm 5.", "1.14", "RFC "].iter().any(|mark| source.contains(mark));
        // what would not work, or breaks a promise, may follow from how things are made here
        let document = page.rule.kind == Kind::Azure || source.contains("documentation,");
        assert!(!source.is_empty() && (dated || !document), "{id}: when does `{source}` say so?");
        assert!(page.why.ends_with('.') && page.why.len() > 30, "{id}: why? {}", page.why);
        assert!(!page.wrong.text.is_empty() && !page.right.text.is_empty(), "{id} shows nothing");
        assert_ne!(page.wrong, page.right, "{id}");
        assert_eq!(page.wrong.form, page.right.form, "{id}");
        for text in [&page.message, &page.solution, &page.why] {
            assert!(!text.contains("{}") && text.trim() == text, "{id}: `{text}`");
        }
        let kept = page.wrong.form != Form::Console;
        assert!(!kept || page.says.ends_with(&format!("\n  Rule: {id}")), "{id} says: {}", page.says);
        let shown = [page.to_string(), page.markdown()];
        for part in [id, source.get(1..).unwrap_or_default(), page.wrong.text.lines().next().unwrap_or_default()] {
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            assert!(shown.iter().all(|shown| squeezed(shown).contains(&squeezed(part))), "{id} does not show {part}");
        }
    }
}

#[test]
fn ids_are_found_in_any_case_and_near_ones_are_named() {
    let found = explain::page("atk-cosmos-001").expect("a page");
    assert_eq!(found.rule.id, "ATK-COSMOS-001");
    for family in FAMILIES {
        let last = family.pages().pop().expect("a page");
        assert_eq!(explain::page(last.rule.id).expect("its own page").message, last.message);
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
        pages.iter().for_each(|page| text.push_str(&format!("\n{}", page.markdown())));
        docs.insert(format!("{}.md", family.file), text);
    }
    docs.insert("README.md".to_owned(), index);
    docs
}

/// Whether an argument is a list is known to the compiler, which has seen these literals in `ui-tests`.
#[test]
fn arguments_are_written_as_the_compiler_takes_them() {
    let texts = files(&root().join("ui-tests/resource")).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    let text: String = texts.map(|(_, bytes)| String::from_utf8(bytes).expect("a source is text")).collect();
    let mut seen = 0;
    for rule in argument::all() {
        let (Given::Text(value), Some(path)) = (rule.wrong, rule.at.first()) else { continue };
        let name = path.rsplit('.').next().unwrap_or_default();
        let page = explain::page(rule.rule.id).expect("a page");
        let (plain, list) = (format!("{name}: {value:?},"), format!("{name}: [{value:?}],"));
        let compiled = [&plain, &list].map(|line| text.contains(line.as_str()));
        if compiled[0] != compiled[1] {
            seen += 1;
            let shown = [&plain, &list].map(|line| page.wrong.text.contains(line.as_str()));
            assert_eq!(shown, compiled, "{}: {}", rule.rule.id, page.wrong.text);
        }
    }
    assert!(seen > 80, "the compiler was shown {seen} only");
}

/// Statements of pages are compiled by the test `rule_samples`.
#[test]
fn the_statements_of_pages_are_there_to_be_compiled() {
    let path = root().join("tests/rule_samples/statements.rs");
    let source = source::source();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &source).expect("written");
    }
    let there = std::fs::read_to_string(&path).expect("the statements");
    assert!(there == source, "the pages show other statements: run this test with BLESS=1");
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
