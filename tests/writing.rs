//! What synth does to the files that are there already.

use std::fs;

use atakora::azure::Region;
use atakora::terraform::App;
use atakora_tests::{document, files};

fn app(stacks: &[&str]) -> App {
    let mut app = App::new("shop").in_environment("dev");
    for name in stacks {
        let stack = app.stack(*name).resource_group(format!("rg-{name}"), Region::EastUs);
        stack.file("functions/api/host.json", "{}\n");
    }
    app
}

#[test]
fn a_second_run_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = app(&["a", "b"]).synth(folder.path()).expect("written");
    let before = files(folder.path());
    let second = app(&["a", "b"]).synth(folder.path()).expect("written");
    assert_eq!((first.written, first.unchanged), (8, 0));
    assert_eq!((second.written, second.unchanged, second.removed), (0, 8, 0));
    assert_eq!(before, files(folder.path()));
    let elsewhere = tempfile::tempdir().expect("a folder");
    app(&["a", "b"]).synth(elsewhere.path()).expect("written");
    assert_eq!(before, files(elsewhere.path()));
}

#[test]
fn a_stack_that_left_goes_with_its_files_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    app(&["a", "b", "c"]).synth(folder.path()).expect("written");
    fs::write(folder.path().join("dev/c/README.md"), "mine").expect("a file");
    let summary = app(&["a"]).synth(folder.path()).expect("written");
    assert_eq!(summary.removed, 8);
    assert_eq!(summary.left, ["b", "c"]);
    assert!(!folder.path().join("dev/b").exists());
    let left = files(&folder.path().join("dev/c"));
    assert_eq!(left.keys().collect::<Vec<_>>(), ["README.md"]);
    assert_eq!(summary.orphans, [""; 0]);
}

#[test]
fn a_stack_that_left_and_has_a_state_stays_and_is_named() {
    for trace in ["terraform.tfstate", ".terraform.lock.hcl", ".terraform/environment"] {
        let folder = tempfile::tempdir().expect("a folder");
        app(&["a", "b"]).synth(folder.path()).expect("written");
        let trace = folder.path().join("dev/b").join(trace);
        fs::create_dir_all(trace.parent().expect("a folder")).expect("a folder");
        fs::write(trace, "{}").expect("a file");
        let before = files(&folder.path().join("dev/b"));
        let summary = app(&["a"]).synth(folder.path()).expect("written");
        assert_eq!(summary.orphans, ["b"]);
        assert_eq!((summary.written, summary.unchanged, summary.removed), (0, 4, 0));
        assert!(summary.to_string().contains("Orphaned: `b`"), "{summary}");
        assert_eq!(before, files(&folder.path().join("dev/b")));
        // once the folder is gone it is forgotten
        fs::remove_dir_all(folder.path().join("dev/b")).expect("removed");
        assert_eq!(app(&["a"]).synth(folder.path()).expect("written").orphans, [""; 0]);
    }
}

#[test]
fn a_file_that_someone_edited_is_kept_until_told_otherwise() {
    let folder = tempfile::tempdir().expect("a folder");
    app(&["a"]).synth(folder.path()).expect("written");
    let document = folder.path().join("dev/a/main.tf.json");
    let ours = fs::read(&document).expect("a document");
    fs::write(&document, "{\"mine\": 1}").expect("edited");
    let before = files(folder.path());
    let error = app(&["a", "b"]).synth(folder.path()).expect_err("edited").to_string();
    assert!(error.contains("main.tf.json` was edited") && error.contains("--force"), "{error}");
    assert!(error.contains("Rule: ATK-DOC-061"), "{error}");
    assert_eq!(before, files(folder.path()), "something was written beside the error");
    let error = app(&["b"]).synth(folder.path()).expect_err("edited").to_string();
    assert!(error.contains("main.tf.json` was edited"), "{error}");
    app(&["a"]).synth_forced(folder.path()).expect("told so");
    assert_eq!(fs::read(&document).expect("a document"), ours);
}

#[test]
fn a_file_of_someone_else_is_never_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(folder.path().join("dev/a")).expect("a folder");
    fs::write(folder.path().join("dev/a/main.tf.json"), "theirs").expect("a file");
    for forced in [false, true] {
        let app = app(&["a"]);
        let done = if forced { app.synth_forced(folder.path()) } else { app.synth(folder.path()) };
        let error = done.expect_err("not ours").to_string();
        assert!(error.contains("main.tf.json` is there already"), "{error}");
        assert!(error.contains("Rule: ATK-DOC-060"), "{error}");
        assert_eq!(files(folder.path()).len(), 1);
    }
}

#[test]
fn a_folder_that_cannot_be_used_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "x").expect("a file");
    let error = app(&["a"]).synth(&file).expect_err("no folder").to_string();
    assert!(error.starts_with("FileError: cannot create the output folder `") && error.contains("file"), "{error}");
    fs::create_dir_all(folder.path().join("out/dev/a/main.tf.json")).expect("a folder");
    let error = app(&["a"]).synth(folder.path().join("out")).expect_err("a folder in the way").to_string();
    assert!(error.contains("main.tf.json"), "{error}");
}

#[test]
fn a_manifest_of_someone_else_is_not_believed() {
    for manifest in ["", "{\"files\": {\"../../x\": [\"0\"]}, \"format\": 1}", "{\"files\": {}, \"format\": 2}"] {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(folder.path().join("dev")).expect("a folder");
        fs::write(folder.path().join("dev/.atakora-manifest.json"), manifest).expect("a file");
        let error = app(&["a"]).synth(folder.path()).expect_err("not believed").to_string();
        assert!(error.contains(".atakora-manifest.json"), "{error}");
        assert_eq!(files(folder.path()).len(), 1);
    }
}

#[test]
fn a_run_that_was_cut_short_can_be_followed_by_any_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let synth = |region: Region| {
        let mut app = App::new("shop").in_environment("dev");
        app.stack("a").resource_group("rg-a", region);
        app.synth(folder.path())
    };
    let path = |name: &str| folder.path().join("dev").join(name);
    synth(Region::EastUs).expect("written");
    let (first, old) =
        (document(path(".atakora-manifest.json")), fs::read(path("a/main.tf.json")).expect("a document"));
    synth(Region::WestEurope).expect("written");
    // as if the machine had stopped before the document was in its place: the manifest knows what it held, and what it
    // was to hold
    let mut both = document(path(".atakora-manifest.json"));
    let file = "a/main.tf.json";
    let new = both["files"][file][0].clone();
    both["files"][file] = serde_json::json!([first["files"][file][0], new]);
    fs::write(path(".atakora-manifest.json"), both.to_string()).expect("a manifest");
    fs::write(path(file), old).expect("the old one");
    synth(Region::SoutheastAsia).expect("neither state looks edited");
    assert!(fs::read_to_string(path(file)).expect("a document").contains("southeastasia"));
    let after = document(path(".atakora-manifest.json"));
    assert_eq!(after["files"][file].as_array().map(Vec::len), Some(1));
    let stages = fs::read_dir(folder.path().join("dev")).expect("a folder").flatten();
    let names: Vec<_> = stages.map(|entry| entry.file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn environments_do_not_touch_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    app(&["a"]).synth(folder.path()).expect("written");
    let before = files(&folder.path().join("dev"));
    let mut other = App::new("shop").in_environment("prod");
    other.stack("b").resource_group("rg-b", Region::EastUs);
    other.synth(folder.path()).expect("written");
    assert_eq!(before, files(&folder.path().join("dev")));
}
