//! What a page or the read-me says must not compile does not, and fails with the text that is shown.
//!
//! `BLESS=1 cargo test -p atakora-docs --test failures` writes the texts into the pages, and the picture of a terminal at
//! the top of the read-me. Read every line of the difference.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use atakora_docs::compiler::{checkout, errors};
use atakora_docs::{Block, blocks, folder, pages, terminal};

/// What the read-me begins with, drawn from what the compiler says of its program.
const HERO: &str = "docs/src/hero.svg";

/// Where a program stands, and the block below it that shows how it fails.
struct Shown {
    page: PathBuf,
    block: Block,
}

#[test]
fn fail_with_the_text_that_is_shown() {
    let mut files: Vec<PathBuf> = pages().iter().map(|name| folder().join("src").join(name)).collect();
    files.push(checkout().join("README.md"));
    let mut programs = BTreeMap::new();
    let mut shown = BTreeMap::new();
    for file in files {
        let blocks = blocks(&read(&file));
        let stem = file.file_stem().expect("a name").to_string_lossy().replace('-', "_").to_lowercase();
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.info == "rust,compile_fail") {
            let name = format!("{stem}_{:04}", block.line);
            programs.insert(name.clone(), whole(&block.text));
            if stem != "readme" {
                let text = blocks.get(at + 1).filter(|next| next.info == "text").cloned();
                let block = text.unwrap_or_else(|| panic!("{}:{}: no text below it", file.display(), block.line));
                shown.insert(name, Shown { page: file.clone(), block });
            }
        }
    }
    assert!(!shown.is_empty(), "no page shows an error");

    let said = errors(Path::new(env!("CARGO_TARGET_TMPDIR")), "failures", &programs);
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    // from the end of each page, so that the lines of what comes before stay where they are
    for (name, Shown { page, block }) in shown.iter().rev() {
        let said = said.get(name).map_or("", |said| said.plain.trim_end());
        if said == block.text.trim_end() {
            continue;
        }
        if bless {
            let text = read(page);
            let before: String = text.split_inclusive('\n').take(block.line - 1).collect();
            let after = text[before.len()..].strip_prefix(&block.text).expect("the block");
            fs::write(page, format!("{before}{said}\n{after}")).expect("the page");
        } else {
            let place = format!("{}:{}", page.display(), block.line);
            let _ = write!(wrong, "\n{place} shows\n{}\nthe compiler says\n{said}\n", block.text);
        }
    }
    let (_, hero) = said.iter().find(|(name, _)| name.starts_with("readme_")).expect("the read-me shows an error");
    let picture = terminal::picture("cargo check", hero.coloured.trim_end());
    let hero = checkout().join(HERO);
    if bless {
        fs::write(&hero, &picture).expect("the picture");
    } else if fs::read_to_string(&hero).ok().as_deref() != Some(&picture) {
        let _ = write!(wrong, "\n{HERO} is not what the compiler says of the program in README.md");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// A block as a program: with the lines that the book hides, and with a `main`.
fn whole(block: &str) -> String {
    let mut text: String = block.lines().map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line))).collect();
    if !text.contains("fn main()") {
        text.push_str("\nfn main() {}\n");
    }
    text
}
