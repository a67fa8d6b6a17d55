//! Items, compiled by a cargo of their own: all right ones in one crate, all wrong ones in another.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;

use atakora::check::Level;
use atakora::explain::{Form, Page};
use serde_json::Value;

use super::source::{LEFT_OUT, module, pages};

/// A program with a module for each sample, and the lines of each.
struct Crate {
    source: String,
    lines: BTreeMap<&'static str, Range<usize>>,
}

impl Crate {
    fn of<'p>(samples: impl Iterator<Item = (&'p Page, &'p str)>) -> Self {
        let mut source = String::from("#![allow(dead_code)]\n\nfn main() {}\n");
        let mut lines = BTreeMap::new();
        for (page, text) in samples {
            let first = source.lines().count() + 1;
            source.push_str(&format!("\nmod {} {{{LEFT_OUT}\n{text}\n}}\n", module(page)));
            lines.insert(page.rule.id, first..source.lines().count() + 1);
        }
        Crate { source, lines }
    }
}

/// Checks a program of the package, and returns what the compiler says: level, first line, text.
fn check(folder: &Path, name: &str, source: &str) -> Vec<(String, usize, String)> {
    std::fs::write(folder.join("src/bin").join(name).with_extension("rs"), source).expect("written");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["check", "--offline", "--quiet", "--message-format=json", "--bin", name])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let messages: Vec<_> = messages.filter(|message| message["reason"] == "compiler-message").collect();
    let built = output.status.success() || !messages.is_empty();
    assert!(built, "{}", String::from_utf8_lossy(&output.stderr));
    let place = |message: &Value| {
        let spans = message["spans"].as_array().into_iter().flatten();
        let primary = spans.filter(|span| span["is_primary"] == true).map(outermost);
        primary.filter_map(|span| span["line_start"].as_u64()).next().unwrap_or_default() as usize
    };
    let told =
        messages.iter().map(|message| &message["message"]).filter(|message| message["spans"] != Value::Array(vec![]));
    let text =
        |message: &Value| format!("{}\n{}", message["message"].as_str().unwrap_or_default(), message["children"]);
    told.map(|message| (message["level"].as_str().unwrap_or_default().to_owned(), place(message), text(message)))
        .collect()
}

/// Where the macro stands that made the tokens.
fn outermost(span: &Value) -> &Value {
    match &span["expansion"] {
        Value::Object(expansion) if !span["file_name"].as_str().unwrap_or_default().starts_with("src/") => {
            outermost(&expansion["span"])
        }
        _ => span,
    }
}

/// A package beside this one's other test artefacts, so that its dependencies are built once.
fn package() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("rule_samples");
    std::fs::create_dir_all(folder.join("src/bin")).expect("a folder");
    let library = root.join("atakora").canonicalize().expect("the library");
    let manifest = format!(
        "[package]\nname = \"rule-samples\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[workspace]\n\n\
         [dependencies]\natakora = {{ path = {:?}, default-features = false }}\n",
        library.display().to_string()
    );
    std::fs::write(folder.join("Cargo.toml"), manifest).expect("written");
    std::fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the versions that are there");
    folder
}

fn rules_in(text: &str) -> BTreeSet<String> {
    let ids = text.split("Rule: ").skip(1);
    ids.map(|rest| rest.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect())
        .collect()
}

#[test]
fn items_do_what_their_pages_say() {
    let pages = pages(Form::Items);
    assert!(pages.len() > 80, "only {} pages show items", pages.len());
    let folder = package();
    let errors = |page: &&Page| page.rule.level == Level::Error;
    let (mut faults, mut heard) = (Vec::new(), BTreeMap::new());

    let wrong = Crate::of(pages.iter().filter(errors).map(|page| (page, &*page.wrong.text)));
    let said = check(&folder, "wrong", &wrong.source);
    judge(&wrong, &said, "error", &mut faults, &mut heard);
    // what only warns compiles like what is right
    let warned = Crate::of(pages.iter().filter(|page| !errors(page)).map(|page| (page, &*page.wrong.text)));
    let said = check(&folder, "warned", &warned.source);
    judge(&warned, &said, "warning", &mut faults, &mut heard);
    let right = Crate::of(pages.iter().map(|page| (page, &*page.right.text)));
    for (level, line, text) in check(&folder, "right", &right.source) {
        let id = right.lines.iter().find(|(_, lines)| lines.contains(&line)).map(|(id, _)| *id);
        faults.push(format!("{}: {level} in what is right: {text}", id.unwrap_or_default()));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    atakora_tests::pages_show("items", &heard);
}

/// What the rule says, without what the compiler says around it.
fn words(text: &str) -> String {
    let text = text.strip_prefix("evaluation panicked: ").unwrap_or(text);
    let text = text.split_once("`: ").filter(|_| text.starts_with("use of deprecated")).map_or(text, |(_, text)| text);
    text.split("\n[").next().unwrap_or_default().trim().to_owned()
}

/// A code that no setting takes stands in names as well, which say so too; so does a merge of what one list has twice.
const ALSO: [&str; 2] = ["ATK-NAME-004", "ATK-MERGE-004"];

/// Each sample is told its own rule at this level, and nothing else.
fn judge(
    samples: &Crate,
    said: &[(String, usize, String)],
    at: &str,
    faults: &mut Vec<String>,
    heard: &mut BTreeMap<String, String>,
) {
    for (id, lines) in &samples.lines {
        let about: Vec<_> = said.iter().filter(|(_, line, _)| lines.contains(line)).collect();
        let mut rules: BTreeSet<String> = about.iter().flat_map(|(_, _, text)| rules_in(text)).collect();
        if rules.len() == 2 {
            rules.retain(|rule| rule == id || !ALSO.contains(&rule.as_str()));
        }
        let own = about.iter().find(|(_, _, text)| rules_in(text).contains(*id));
        heard.extend(own.map(|(_, _, text)| ((*id).to_owned(), words(text))));
        let levels: BTreeSet<&str> = about.iter().map(|(level, ..)| level.as_str()).collect();
        if rules != BTreeSet::from([(*id).to_owned()]) || levels != BTreeSet::from([at]) {
            let texts: Vec<&str> = about.iter().map(|(_, _, text)| text.as_str()).collect();
            faults.push(format!("{id}: what is wrong says {levels:?} {rules:?}: {}", texts.join("\n")));
        }
    }
}
