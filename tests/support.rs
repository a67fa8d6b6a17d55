//! What the tests share.

pub mod checklist;

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder with `tfcheck`, from `ATAKORA_TFTOOLS`. Without it the test that asks is skipped, and says so: on the
/// terminal, and in the file that `ATAKORA_SKIPPED` names, because a test that passes prints nothing.
pub fn terraform_tools(test: &str) -> Option<PathBuf> {
    let named = |variable| std::env::var_os(variable).filter(|value| !value.is_empty());
    let tools = named("ATAKORA_TFTOOLS").map(PathBuf::from);
    if tools.is_none() {
        println!("skipped (no ATAKORA_TFTOOLS): {test}");
        if let Some(list) = named("ATAKORA_SKIPPED") {
            let file = OpenOptions::new().create(true).append(true).open(list);
            // one write for the line: tests run side by side
            let written = file.and_then(|mut file| file.write_all(format!("{test}\n").as_bytes()));
            written.unwrap_or_else(|error| panic!("ATAKORA_SKIPPED: {error}"));
        }
    }
    tools
}

/// Runs the real Terraform, validation and a mocked apply, on stacks; panics with its words where one is refused.
pub fn terraform_accepts(test: &str, stacks: &[&Path]) {
    let Some(tools) = terraform_tools(test) else { return };
    let run = Command::new(tools.join("tfcheck")).arg("--apply").args(stacks).output();
    let output = run.unwrap_or_else(|error| panic!("tfcheck does not start: {error}"));
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

/// Applies stacks for real, in this order, which works for those without providers; the outputs of the last one.
pub fn terraform_outputs(test: &str, stacks: &[&Path]) -> Option<serde_json::Value> {
    let tools = terraform_tools(test)?;
    let mut outputs = None;
    for stack in stacks {
        for arguments in [&["init", "-no-color"][..], &["apply", "-auto-approve", "-no-color"], &["output", "-json"]] {
            let mut run = Command::new(tools.join("with-fake-azurerm"));
            run.arg("terraform").args(arguments).current_dir(stack);
            let output = run.output().unwrap_or_else(|error| panic!("terraform does not start: {error}"));
            let said = String::from_utf8_lossy(&output.stdout);
            assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
            outputs = serde_json::from_slice(&output.stdout).ok();
        }
    }
    outputs
}

/// What was said of the wrong samples on the pages of rules, by rule, is what the pages show: `explain/said/FILE.json` of
/// the library. `BLESS=1` writes it there; then bless `rule_pages` as well.
pub fn pages_show(file: &str, said: &BTreeMap<String, String>) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../atakora/src/explain/said").join(file).with_extension("json");
    let said: BTreeMap<&str, String> = said.iter().map(|(id, text)| (id.as_str(), without_places(text))).collect();
    let text = serde_json::to_string_pretty(&said).expect("texts") + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &text).expect("written");
    }
    let shown = std::fs::read_to_string(&path).expect("what the pages show");
    assert!(shown == text, "{} is not what is said now: run this test with BLESS=1, then `rule_pages`", path.display());
}

/// Lines of the tests' own files are nobody's business.
fn without_places(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(" (") {
        out.push_str(before);
        match behind.split_once(')') {
            Some((inside, after)) if inside.contains(".rs:") => rest = after,
            _ => {
                out.push_str(" (");
                rest = behind;
            }
        }
    }
    out + rest
}

/// A document as data.
pub fn document(path: impl AsRef<Path>) -> serde_json::Value {
    let path = path.as_ref();
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The document without what is said in it for people: who shares a resource, in the order of the components.
pub fn without_comments(mut document: serde_json::Value) -> serde_json::Value {
    fn strip(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(fields) => {
                fields.remove("//");
                fields.values_mut().for_each(strip);
            }
            serde_json::Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut document);
    document
}

/// Every file below a folder, by path, with its content.
pub fn files(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, from: &Path, all: &mut std::collections::BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, from, all);
            } else {
                let name = path.strip_prefix(from).expect("inside").to_string_lossy().replace('\\', "/");
                all.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    let mut all = std::collections::BTreeMap::new();
    if folder.exists() {
        walk(folder, folder, &mut all);
    }
    all
}
