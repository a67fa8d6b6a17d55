//! The pages of the book as data, for the tests that hold them to their word.
//!
//! A page is Markdown. What a test must know and a reader need not see stands in a comment right before a block:
//! `<!-- file src/main.rs -->` (the block is that file), `<!-- edit src/main.rs -->` (a `diff` of it), `<!-- fails -->`
//! (the command must fail), `<!-- needs terraform -->`. A block in `text` after a command, or after Rust that must not
//! compile, is what is printed, to the letter.

pub mod compiler;
pub mod terminal;

use std::path::{Path, PathBuf};

/// Every Rust block of the book is a test: `cargo test -p atakora-docs --doc`.
#[cfg(doctest)]
mod blocks {
    #[doc = include_str!("src/first-backend.md")]
    mod first_backend {}
    #[doc = include_str!("src/entities.md")]
    mod entities {}
    #[doc = include_str!("src/components.md")]
    mod components {}
    #[doc = include_str!("src/providers.md")]
    mod providers {}
    #[doc = include_str!("src/resources.md")]
    mod resources {}
    #[doc = include_str!("src/environments.md")]
    mod environments {}
    #[doc = include_str!("src/networking.md")]
    mod networking {}
    #[doc = include_str!("src/from-cdktf.md")]
    mod from_cdktf {}
    #[doc = include_str!("src/ci.md")]
    mod ci {}
    #[doc = include_str!("src/adopting.md")]
    mod adopting {}
}

/// A fenced block of a page.
#[derive(Clone, Debug)]
pub struct Block {
    /// The line of its first line of code, from 1.
    pub line: usize,
    /// What stands behind the fence, like `rust,compile_fail`.
    pub info: String,
    /// What the comment before it says, if there is one.
    pub note: Option<String>,
    /// Its lines, each with its end.
    pub text: String,
}

/// Where this package is.
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The pages below `src`, sorted, as paths from there with `/`.
pub fn pages() -> Vec<String> {
    let root = folder().join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                let name = path.strip_prefix(&root).expect("below src");
                found.push(name.display().to_string().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The text of a page.
pub fn page(name: &str) -> String {
    let path = folder().join("src").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The fenced blocks of a page, in order.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut note = None;
    let mut lines = text.lines().zip(1..);
    while let Some((line, number)) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let code: String = lines.by_ref().map(|(line, _)| line).take_while(|line| *line != "```").fold(
                String::new(),
                |mut code, line| {
                    code.push_str(line);
                    code.push('\n');
                    code
                },
            );
            blocks.push(Block { line: number + 1, info: info.to_owned(), note: note.take(), text: code });
        } else if let Some(said) = line.strip_prefix("<!-- ") {
            note = said.strip_suffix(" -->").map(str::to_owned);
        } else if !line.is_empty() {
            note = None;
        }
    }
    blocks
}
