//! What a page says must not compile does not, and fails with the text below it. One `cargo check` for all of them.
//!
//! `BLESS=1 cargo test -p atakora-docs --test failures` writes the texts into the pages. Read every line of the difference.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use atakora_docs::{Block, blocks, folder, page, pages};

#[test]
fn fail_with_the_text_that_the_page_shows() {
    // program → its page, and the block that shows how it fails
    let mut expected: BTreeMap<String, (String, Block)> = BTreeMap::new();
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("failures");
    let programs = root.join("src/bin");
    let _ = fs::remove_dir_all(&programs);
    fs::create_dir_all(&programs).expect("a folder");
    for name in pages() {
        let blocks = blocks(&page(&name));
        for (at, block) in blocks.iter().enumerate().filter(|(_, block)| block.info == "rust,compile_fail") {
            let place = format!("docs/src/{name}:{}", block.line);
            let text = blocks.get(at + 1).filter(|next| next.info == "text");
            let text = text.unwrap_or_else(|| panic!("{place}: there is no text below that shows how it fails"));
            let program = format!("{}_{:04}", name.replace(['/', '-'], "_").trim_end_matches(".md"), block.line);
            fs::write(programs.join(format!("{program}.rs")), whole(&block.text)).expect("a program");
            expected.insert(program, (name.clone(), text.clone()));
        }
    }
    assert!(!expected.is_empty(), "no page shows an error");
    let found = check(&root);
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    // from the end, so that the lines of what comes before stay where they are
    for (program, (name, block)) in expected.iter().rev() {
        let said = found.get(program).map_or("", |said| said.trim_end());
        if said == block.text.trim_end() {
            continue;
        }
        if bless {
            let text = page(name);
            let before: String = text.split_inclusive('\n').take(block.line - 1).collect();
            let after = text[before.len()..].strip_prefix(&block.text).expect("the block");
            fs::write(folder().join("src").join(name), format!("{before}{said}\n{after}")).expect("the page");
        } else {
            let _ =
                write!(wrong, "\ndocs/src/{name}:{} shows\n{}\nthe compiler says\n{said}\n", block.line, block.text);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A block as a program: with the lines that the book hides, and with a `main`.
fn whole(block: &str) -> String {
    let mut text: String = block.lines().map(|line| format!("{}\n", line.strip_prefix("# ").unwrap_or(line))).collect();
    if !text.contains("fn main()") {
        text.push_str("\nfn main() {}\n");
    }
    text
}

/// What the compiler says of each program, as if it were `src/main.rs`.
fn check(root: &Path) -> BTreeMap<String, String> {
    let checkout = folder().parent().expect("the checkout");
    let manifest = format!(
        "[package]\nname = \"failures\"\nedition = \"2024\"\n\n[dependencies]\natakora.path = {:?}\n\n[workspace]\n",
        checkout.join("atakora")
    );
    fs::write(root.join("Cargo.toml"), manifest).expect("the manifest");
    fs::copy(checkout.join("Cargo.lock"), root.join("Cargo.lock")).expect("the lock file");
    let run = Command::new("cargo")
        .args(["check", "--bins", "--keep-going", "--quiet", "--message-format=json"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."))
        .output()
        .expect("cargo starts");
    let mut found = BTreeMap::<String, String>::new();
    for line in String::from_utf8_lossy(&run.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line).expect("cargo says JSON");
        let (Some(text), Some(program)) = (message["message"]["rendered"].as_str(), message["target"]["name"].as_str())
        else {
            continue;
        };
        // what is never used is not what the page is about
        if message["message"]["level"] == "error" && message["message"]["spans"] != serde_json::json!([]) {
            let said = text.replace(&format!("src/bin/{program}.rs"), "src/main.rs");
            found.entry(program.to_owned()).or_default().push_str(&said);
        }
    }
    assert!(!found.is_empty(), "cargo says {}", String::from_utf8_lossy(&run.stderr));
    found
}
