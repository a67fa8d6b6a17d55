//! What the pages of rules show is put to the test: right items compile together, wrong ones do not and each names its own
//! rule; statements run, and wrong ones fail by their rule alone.
//!
//! Statements are compiled with this test: `rule_pages` writes them to `statements.rs`, blessed.

mod items;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A wrong and a right function of each rule, written by `source`.
mod statements {
    include!("statements.rs");
}

type Statements = fn(&Path) -> atakora::Result;

#[test]
fn statements_do_what_their_pages_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("rule_samples/statements.rs");
    let there = std::fs::read_to_string(&path).expect("the statements");
    assert!(there == source::source(), "the pages show other statements: run the test `rule_pages` with BLESS=1");
    let (mut faults, mut heard) = (Vec::new(), BTreeMap::new());
    for (id, wrong, right) in statements::CASES {
        let folder = tempfile::tempdir().expect("a folder");
        if let Err(error) = right(folder.path()) {
            faults.push(format!("{id}: what is right fails: {error}"));
        }
        let folder = tempfile::tempdir().expect("a folder");
        let said = wrong(folder.path()).err().map(|error| error.to_string()).unwrap_or_default();
        let rules: BTreeSet<&str> =
            said.lines().filter_map(|line| line.trim().strip_prefix("Rule: ")).map(str::trim).collect();
        if rules != BTreeSet::from([*id]) {
            faults.push(format!("{id}: what is wrong says: {said}"));
        }
        heard.insert((*id).to_owned(), said);
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    atakora_tests::pages_show("statements", &heard);
    assert!(statements::CASES.len() > 30, "only {} pages show statements", statements::CASES.len());
}
