//! Asks the compiler what is wrong with programs, all of them in one `cargo check`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder;

/// What the compiler says of a program: text as on a terminal, and the same with the terminal's colours.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Without colours.
    pub plain: String,
    /// With escapes for colours.
    pub coloured: String,
}

/// Checks programs, by name, in a crate of their own below `target`, and returns the errors of each as if it were
/// `src/main.rs`. Warnings are left out: what is never used is not what a page is about.
///
/// # Panics
/// If cargo cannot be run, or finds nothing wrong at all.
pub fn errors(target: &Path, name: &str, programs: &BTreeMap<String, String>) -> BTreeMap<String, Said> {
    let root = target.join(name);
    let folder = root.join("src/bin");
    // a program of an earlier run would be checked again
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for (program, text) in programs {
        fs::write(folder.join(format!("{program}.rs")), text).expect("a program");
    }
    let checkout = checkout();
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\n\n[dependencies]\natakora.path = {:?}\n\n[workspace]\n",
        checkout.join("atakora")
    );
    fs::write(root.join("Cargo.toml"), manifest).expect("the manifest");
    // versions that were tried
    fs::copy(checkout.join("Cargo.lock"), root.join("Cargo.lock")).expect("the lock file");
    let run = Command::new("cargo")
        .args(["check", "--bins", "--keep-going", "--quiet", "--message-format=json-diagnostic-rendered-ansi"])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", target.join(".."))
        .output()
        .expect("cargo starts");
    let mut found = BTreeMap::<String, Said>::new();
    for line in String::from_utf8_lossy(&run.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line).expect("cargo says JSON");
        let text = message["message"]["rendered"].as_str();
        let (Some(text), Some(program)) = (text, message["target"]["name"].as_str()) else { continue };
        // the last message of a program, which counts the others, is about no place
        if message["message"]["level"] == "error" && message["message"]["spans"] != serde_json::json!([]) {
            let text = text.replace(&format!("src/bin/{program}.rs"), "src/main.rs");
            let said = found.entry(program.to_owned()).or_default();
            said.plain.push_str(&without_colours(&text));
            said.coloured.push_str(&text);
        }
    }
    assert!(!found.is_empty(), "cargo says {}", String::from_utf8_lossy(&run.stderr));
    found
}

/// The repository that this package is in.
pub fn checkout() -> PathBuf {
    folder().parent().expect("the repository").to_owned()
}

fn without_colours(text: &str) -> String {
    let mut pieces = text.split('\x1b');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push_str(piece.split_once('m').map_or(piece, |(_, rest)| rest));
    }
    plain
}
