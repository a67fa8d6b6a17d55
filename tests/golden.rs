//! What the examples write, byte for byte, as it stands in `tests/golden/<example>`.
//!
//! After a change of what is emitted, look at the difference, then bless it:
//! `BLESS=1 cargo test -p atakora-tests --test golden`, and read what `git diff` says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use atakora_tests::{files, terraform_accepts};

type Files = BTreeMap<String, Vec<u8>>;

/// What is no source: made by cargo, git or a program of ours.
const NOT_SOURCES: [&str; 4] = ["target", ".git", "atakora.out", "wip"];

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace")
}

fn golden(example: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(example)
}

/// The examples that have a golden folder.
fn examples() -> Vec<String> {
    let all = std::fs::read_dir(golden("")).expect("the golden folder").flatten();
    let mut names: Vec<String> = all
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert!(!names.is_empty(), "no example has a golden folder");
    for name in &names {
        let source = workspace().join("examples").join(format!("{name}.rs"));
        assert!(source.is_file(), "`tests/golden/{name}` belongs to no example");
    }
    names
}

/// A checkout and its target folder. No two checkouts share one: cargo knows a package by its place in the workspace, and
/// would take the build of one for that of the other.
struct Checkout {
    workspace: PathBuf,
    target: PathBuf,
}

/// This one. Its target folder is where this test was compiled into: it stands in `<target>/<profile>/deps`.
fn here() -> Checkout {
    let program = std::env::current_exe().expect("this program");
    Checkout { workspace: workspace(), target: program.ancestors().nth(3).expect("a target folder").to_owned() }
}

/// A copy of it at another place: always the same, so that its dependencies are compiled once.
fn there() -> Checkout {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (workspace, target) = (place.join("another checkout"), place.join("target of another checkout"));
    if workspace.exists() {
        std::fs::remove_dir_all(&workspace).expect("the copy of the last run");
    }
    std::fs::create_dir_all(&workspace).expect("a folder");
    copy(&here().workspace, &workspace);
    Checkout { workspace, target }
}

/// The environments of an example, as they stand in its golden folder.
fn environments(example: &str) -> Vec<String> {
    let folders = std::fs::read_dir(golden(example)).expect("the golden folder").flatten();
    let folders = folders.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> = folders.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Runs an example in each of its environments; returns what it said in each. Nobody names the only one.
fn run_all(checkout: &Checkout, example: &str, out: &Path) -> Vec<String> {
    match environments(example).as_slice() {
        [] | [_] => vec![run(checkout, example, &[], out)],
        several => several.iter().map(|name| run(checkout, example, &["--env", name], out)).collect(),
    }
}

/// Runs an example as a user does, from a folder that is not the workspace; returns what it said.
fn run(checkout: &Checkout, example: &str, arguments: &[&str], out: &Path) -> String {
    let elsewhere = tempfile::tempdir().expect("a folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--offline", "--manifest-path"]).arg(checkout.workspace.join("Cargo.toml"));
    cargo.args(["--package", "atakora-examples", "--example", example, "--", "--out"]).arg(out).args(arguments);
    cargo.current_dir(elsewhere.path()).env_remove("ATAKORA_ENV");
    cargo.env("CARGO_TARGET_DIR", &checkout.target);
    let output = cargo.output().unwrap_or_else(|error| panic!("cargo does not start: {error}"));
    let (said, complained) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "`{example}` fails:\n{said}{complained}");
    said.into_owned()
}

/// Nothing, or which files differ and how.
fn difference(expected: &Files, written: &Files) -> Option<String> {
    let mut lines = Vec::new();
    for (path, bytes) in expected {
        match written.get(path) {
            None => lines.push(format!("{path}: is not written any more")),
            Some(other) if other != bytes => {
                let (expected, written) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(other));
                let line = expected.lines().zip(written.lines()).position(|(expected, written)| expected != written);
                let line = line.unwrap_or_else(|| expected.lines().count().min(written.lines().count()));
                let of = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
                lines.push(format!("{path}:{}\n  expected {}\n  written  {}", line + 1, of(&expected), of(&written)));
            }
            Some(_) => {}
        }
    }
    let new = written.keys().filter(|path| !expected.contains_key(*path));
    lines.extend(new.map(|path| format!("{path}: is new")));
    (!lines.is_empty()).then(|| lines.join("\n"))
}

fn bless(example: &str, written: &Files) {
    let folder = golden(example);
    std::fs::remove_dir_all(&folder).expect("the old files");
    for (path, bytes) in written {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
}

/// The folders with a `main.tf.json`.
fn stacks(out: &Path, written: &Files) -> Vec<PathBuf> {
    let documents = written.keys().filter_map(|path| path.strip_suffix("/main.tf.json"));
    documents.map(|stack| out.join(stack)).collect()
}

#[test]
fn what_the_examples_write_is_golden_and_accepted() {
    for example in examples() {
        let (first, second) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        run_all(&here(), &example, first.path());
        let written = files(first.path());
        if std::env::var_os("BLESS").is_some_and(|bless| bless == "1") {
            bless(&example, &written);
        }
        if let Some(difference) = difference(&files(&golden(&example)), &written) {
            panic!("`{example}` writes something else; if that is right, bless it with BLESS=1:\n{difference}");
        }
        for (said, environment) in run_all(&here(), &example, first.path()).iter().zip(environments(&example)) {
            let files = written.keys().filter(|path| path.starts_with(&format!("{environment}/"))).count();
            assert!(said.contains(&format!("Files: 0 written, {} unchanged, 0 removed", files - 1)), "{said}");
        }
        assert_eq!(difference(&written, &files(first.path())), None, "the second run into the same folder");
        run_all(&here(), &example, second.path());
        assert_eq!(difference(&written, &files(second.path())), None, "the second run into another folder");
        let stacks = stacks(first.path(), &written);
        assert!(!stacks.is_empty(), "`{example}` writes no stack");
        let stacks: Vec<&Path> = stacks.iter().map(PathBuf::as_path).collect();
        terraform_accepts("what_the_examples_write_is_golden_and_accepted", &stacks);
    }
}

/// The sources, compiled at another place, write the same: no path of this machine gets into a file.
#[test]
fn another_checkout_writes_the_same() {
    let (here, there) = (here(), there());
    for example in examples() {
        let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        run_all(&here, &example, one.path());
        run_all(&there, &example, other.path());
        let written = files(other.path());
        assert_eq!(difference(&files(one.path()), &written), None);
        for (path, bytes) in &written {
            let text = String::from_utf8_lossy(bytes);
            for folder in [&here.workspace, &there.workspace] {
                assert!(!text.contains(&*folder.to_string_lossy()), "{path} holds {}", folder.display());
            }
        }
    }
}

/// The types of the examples that take no tags, by the provider's schema. Every other type does.
const WITHOUT_TAGS: &[&str] = &[
    "azurerm_app_service_certificate_binding",
    "azurerm_app_service_custom_hostname_binding",
    "azurerm_app_service_virtual_network_swift_connection",
    "azurerm_cdn_frontdoor_custom_domain",
    "azurerm_cdn_frontdoor_custom_domain_association",
    "azurerm_cdn_frontdoor_origin",
    "azurerm_cdn_frontdoor_origin_group",
    "azurerm_cdn_frontdoor_route",
    "azurerm_cdn_frontdoor_rule",
    "azurerm_cdn_frontdoor_rule_set",
    "azurerm_cdn_frontdoor_security_policy",
    "azurerm_cosmosdb_sql_container",
    "azurerm_cosmosdb_sql_database",
    "azurerm_cosmosdb_sql_role_assignment",
    "azurerm_monitor_diagnostic_setting",
    "azurerm_monitor_private_link_scoped_service",
    "azurerm_network_security_rule",
    "azurerm_role_assignment",
    "azurerm_servicebus_queue",
    "azurerm_servicebus_subscription",
    "azurerm_servicebus_topic",
    "azurerm_storage_account_queue_properties",
    "azurerm_storage_account_static_website",
    "azurerm_storage_container",
    "azurerm_storage_queue",
    "azurerm_subnet",
    "azurerm_subnet_network_security_group_association",
    "azurerm_traffic_manager_azure_endpoint",
    "azurerm_traffic_manager_external_endpoint",
    "terraform_data",
];

/// The tags of a stack are those of its resource group; everything else that takes tags carries each of these keys.
#[test]
fn everything_that_takes_tags_carries_those_of_its_stack() {
    let mut compared = 0;
    for (path, bytes) in files(&golden("")) {
        if !path.ends_with("/main.tf.json") {
            continue;
        }
        let document: serde_json::Value = serde_json::from_slice(&bytes).expect("a document");
        let resources = &document["resource"];
        let Some(stack) = resources["azurerm_resource_group"]["main"]["tags"].as_object() else {
            continue;
        };
        for (kind, named) in resources.as_object().expect("resources") {
            for (name, resource) in named.as_object().expect("resources") {
                let tags = resource["tags"].as_object();
                if WITHOUT_TAGS.contains(&kind.as_str()) {
                    assert!(tags.is_none(), "{path}: `{kind}.{name}` takes no tags");
                    continue;
                }
                for key in stack.keys() {
                    let carries = tags.is_some_and(|tags| tags.contains_key(key));
                    assert!(carries, "{path}: `{kind}.{name}` lacks the tag `{key}`");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 100, "only {compared} tags were compared");
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if NOT_SOURCES.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        if path.is_dir() {
            std::fs::create_dir(&target).expect("a folder");
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a file");
        }
    }
}

#[test]
fn a_difference_is_told() {
    let of = |files: &[(&str, &str)]| -> Files {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    };
    let expected = of(&[("a", "1\n2\n"), ("b", "1\n")]);
    assert_eq!(difference(&expected, &expected), None);
    let written = of(&[("a", "1\n3\n"), ("c", "1\n")]);
    let told = "a:2\n  expected 2\n  written  3\nb: is not written any more\nc: is new";
    assert_eq!(difference(&expected, &written).as_deref(), Some(told));
    let longer = of(&[("a", "1\n2\n3\n"), ("b", "1\n")]);
    assert_eq!(difference(&expected, &longer).as_deref(), Some("a:3\n  expected (the end)\n  written  3"));
}
