//! Every page is in the summary, every Rust block is compiled, and every link of the book and of the files at the top of
//! the repository leads to a file, and to a heading of it.
//!
//! `BLESS=1 cargo test -p atakora-docs --test links` lists the pages of rules in the summary.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use atakora_docs::{blocks, folder, page, pages};

/// What the summary ends with: the pages of rules, which are made from the rules.
const RULES: &str = "\n# Rules\n\n";

#[test]
fn every_page_is_in_the_summary() {
    let summary = page("SUMMARY.md");
    let (before, listed) = summary.split_once(RULES).expect("the summary ends with the rules");
    let fresh = rules();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(folder().join("src/SUMMARY.md"), format!("{before}{RULES}{fresh}")).expect("the summary");
    } else {
        assert!(listed == fresh, "the summary should end with\n{fresh}");
    }
    let listed: BTreeSet<String> = links(&page("SUMMARY.md")).into_iter().map(|(_, to)| to).collect();
    let there: BTreeSet<String> = pages().into_iter().filter(|name| name != "SUMMARY.md").collect();
    assert_eq!(listed, there, "listed, and there");
}

/// The pages of rules, each with its heading.
fn rules() -> String {
    let mut list = "- [All rules](rules/README.md)\n".to_owned();
    for name in pages().iter().filter(|name| name.starts_with("rules/") && *name != "rules/README.md") {
        let text = page(name);
        let heading = text.lines().find_map(|line| line.strip_prefix("# ")).expect("a heading");
        list.push_str(&format!("  - [{heading}]({name})\n"));
    }
    list
}

#[test]
fn every_rust_block_is_compiled() {
    let list = std::fs::read_to_string(folder().join("pages.rs")).expect("the list of pages");
    // the samples of the rules have a test of their own
    for name in pages().iter().filter(|name| !name.starts_with("rules/")) {
        for block in blocks(&page(name)) {
            let place = format!("docs/src/{name}:{}", block.line);
            let known = ["rust", "rust,no_run", "rust,compile_fail"].contains(&block.info.as_str());
            assert_eq!(block.info.starts_with("rust"), known, "{place}: `{}`", block.info);
            let compiled = list.contains(&format!("include_str!(\"src/{name}\")"));
            assert!(!known || compiled, "{place}: `pages.rs` does not include the page");
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let root = folder().parent().expect("the repository");
    let top = std::fs::read_dir(root).expect("the repository").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = top.filter(|path| path.extension().is_some_and(|it| it == "md")).collect();
    files.extend(pages().iter().map(|name| folder().join("src").join(name)));
    let (mut seen, mut wrong) = (0, Vec::new());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a page");
        for (line, to) in links(&text) {
            if to.contains("://") || to.starts_with("mailto:") {
                continue;
            }
            seen += 1;
            let (path, anchor) = to.split_once('#').unwrap_or((&to, ""));
            let target = if path.is_empty() { file.clone() } else { file.parent().expect("a folder").join(path) };
            if !target.exists() || !(anchor.is_empty() || headings(&target).contains(anchor)) {
                wrong.push(format!("{}:{line}: {to}", file.display()));
            }
        }
    }
    assert!(seen > 10, "only {seen} links");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The links of a page outside of code, each with its line: `[text](target)`.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut code = false;
    for (line, number) in text.lines().zip(1..) {
        if line.trim_start().starts_with("```") {
            code = !code;
        }
        // between backticks is code as well
        let prose: String = line.split('`').step_by(2).collect();
        if !code {
            let targets = prose.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
            found.extend(targets.map(|(target, _)| (number, target.to_owned())));
        }
    }
    found
}

/// The anchors of a page's headings, as GitHub and mdBook make them.
fn headings(path: &Path) -> BTreeSet<String> {
    let text = std::fs::read_to_string(path).expect("a page");
    let mut code = false;
    let mut found = BTreeSet::new();
    for line in text.lines() {
        if line.starts_with("```") {
            code = !code;
        }
        if let (false, true, Some((_, heading))) = (code, line.starts_with('#'), line.split_once("# ")) {
            let kept = heading.to_lowercase().replace(' ', "-");
            found.insert(kept.chars().filter(|it| it.is_alphanumeric() || ['-', '_'].contains(it)).collect());
        }
    }
    found
}
