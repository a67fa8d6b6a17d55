//! The first page of the book, followed word for word in an empty folder: its files, its changes, its commands, and what
//! they print. Where the page says `../atakora`, the checkout is meant.

use std::path::Path;
use std::process::Command;

use atakora_docs::{Block, blocks, folder, page};
use atakora_tests::terraform_tools;

#[test]
fn ends_in_a_valid_stack_and_in_the_error_that_it_shows() {
    let text = page("first-backend.md");
    let blocks = blocks(&text);
    let empty = tempfile::tempdir().expect("an empty folder");
    let mut steps = Steps { parent: empty.path(), printed: None };
    for block in &blocks {
        steps.follow(block);
    }
    let done = |info: &str, note: &str| blocks.iter().any(|it| it.info == info && it.note.as_deref() == Some(note));
    assert!(done("sh", "needs terraform"), "the page validates nothing");
    assert!(done("sh", "fails"), "the page makes no mistake");
}

struct Steps<'a> {
    /// The folder that was empty; the new crate is in it.
    parent: &'a Path,
    /// What the last commands printed; nothing where they were skipped.
    printed: Option<String>,
}

impl Steps<'_> {
    fn follow(&mut self, block: &Block) {
        let line = block.line;
        match (block.info.as_str(), block.note.as_deref()) {
            ("console", None) => {}
            ("sh", note) => self.printed = self.run(&block.text, note, line),
            ("text", _) => {
                if let Some(printed) = &self.printed {
                    assert!(
                        printed.contains(&block.text),
                        "line {line} expects\n{}\nbut this is printed:\n{printed}",
                        block.text
                    );
                }
            }
            ("diff", Some(note)) => self.edit(note.strip_prefix("edit ").expect("a file to edit"), &block.text, line),
            (_, Some(note)) => {
                let file = note.strip_prefix("file ").unwrap_or_else(|| panic!("line {line}: `{note}` means nothing"));
                std::fs::write(self.crate_folder().join(file), &block.text).expect("the file");
            }
            (info, None) => panic!("line {line}: what is to be done with this block of `{info}`?"),
        }
    }

    fn crate_folder(&self) -> std::path::PathBuf {
        self.parent.join("shop")
    }

    /// Runs commands, line after line, in one shell of the reader.
    fn run(&self, commands: &str, note: Option<&str>, line: usize) -> Option<String> {
        let mut prefix = Vec::new();
        match note {
            Some("needs terraform") => {
                prefix.push(terraform_tools("the first page of the book")?.join("with-fake-azurerm"))
            }
            None | Some("fails") => {}
            Some(other) => panic!("line {line}: `{other}` means nothing"),
        }
        let checkout = folder().parent().expect("the checkout").display().to_string();
        let mut printed = String::new();
        for command in commands.lines() {
            if command == "cd shop" {
                continue;
            }
            // versions that were tried; a reader gets the newest that fit
            let lock = self.crate_folder().join("Cargo.lock");
            if self.crate_folder().exists() && !lock.exists() {
                std::fs::copy(folder().join("../Cargo.lock"), &lock).expect("the lock file");
            }
            let within = if self.crate_folder().exists() { self.crate_folder() } else { self.parent.to_owned() };
            let words = prefix.iter().map(|it| it.display().to_string());
            let words = words.chain(command.split(' ').map(|word| word.replace("../atakora", &checkout)));
            let words: Vec<String> = words.collect();
            let run = Command::new(&words[0])
                .args(&words[1..])
                .current_dir(within)
                // what was built for the tests need not be built again
                .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join(".."))
                .env_remove("ATAKORA_ENV")
                .env_remove("ATAKORA_ENGINE")
                .output()
                .unwrap_or_else(|error| panic!("line {line}: `{command}` does not start: {error}"));
            let said = [run.stdout, run.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
            let fails = note == Some("fails");
            assert_eq!(run.status.success(), !fails, "line {line}: `{command}` says\n{said}");
            printed.push_str(&said);
        }
        Some(printed)
    }

    /// Applies a `diff` without numbers: what begins with a space or `-` is there once, and becomes what begins with a
    /// space or `+`.
    fn edit(&self, file: &str, diff: &str, line: usize) {
        let side = |sign: char| -> String {
            let lines = diff.lines().filter(|line| line.starts_with([' ', sign]));
            lines.map(|line| format!("{}\n", &line[1..])).collect()
        };
        let path = self.crate_folder().join(file);
        let text = std::fs::read_to_string(&path).expect("the file");
        let (old, new) = (side('-'), side('+'));
        assert_eq!(text.matches(&old).count(), 1, "line {line}: these lines are not in {file} once:\n{old}");
        std::fs::write(&path, text.replace(&old, &new)).expect("the file");
    }
}
