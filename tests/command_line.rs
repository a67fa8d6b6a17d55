//! The command line of a program that uses Atakora: this one, which starts itself with other arguments.

use std::path::Path;
use std::process::{Command, Output};

use atakora::azure::Region;
use atakora::terraform::App;

/// Set where this is the program, and not its test.
const PROGRAM: &str = "ATAKORA_TEST_PROGRAM";

/// What is expected, and the check in an empty folder.
type Case = (&'static str, fn(&Path));

fn main() -> atakora::Result {
    if let Ok(name) = std::env::var(PROGRAM) {
        let mut app = App::from_args("shop")?;
        let stack = app.stack(name).resource_group("rg-main", Region::EastUs);
        stack.declare_environments(&["dev", "production"])?;
        stack.note("a note");
        if let Ok(value) = std::env::var("ATAKORA_TEST_OUTPUT") {
            stack.output("value", value);
        }
        return app.run();
    }
    let cases: [Case; 10] = [
        ("without a subcommand it writes to atakora.out", writes_by_default),
        ("synth takes a folder and an environment", takes_arguments),
        ("the environment can come from a variable", reads_the_variable),
        ("an error ends with its text and no success", fails),
        ("an edited file needs --force", needs_force),
        ("a second run says what changed", says_what_changed),
        ("a check writes nothing", checks),
        ("list is for people and machines", lists),
        ("explain answers before there is a stack", explains),
        ("help names what there is", helps),
    ];
    for (name, case) in cases {
        let folder = tempfile::tempdir().expect("a folder");
        case(folder.path());
        println!("test {name} ... ok");
    }
    println!("\ntest result: ok. {} passed; 0 failed", cases.len());
    Ok(())
}

fn run(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.args(arguments).current_dir(folder).env_remove("ATAKORA_ENV").env(PROGRAM, "main");
    program.envs(variables.iter().copied()).output().expect("it runs")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn writes_by_default(folder: &Path) {
    let output = run(folder, &["--env", "dev"], &[]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    assert!(said.starts_with("dev: 1 stack in ") && said.contains("    a note\n"), "{said}");
    assert!(folder.join("atakora.out/dev/main/main.tf.json").is_file());
}

fn takes_arguments(folder: &Path) {
    let output = run(folder, &["synth", "--out", "here", "--env", "production"], &[("ATAKORA_ENV", "dev")]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.join("here/production/main/main.tf.json").is_file());
    assert!(!folder.join("atakora.out").exists());
}

fn reads_the_variable(folder: &Path) {
    let output = run(folder, &[], &[("ATAKORA_ENV", "production")]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.join("atakora.out/production/main").is_dir());
}

fn fails(folder: &Path) {
    let output = run(folder, &[], &[]);
    assert!(!output.status.success() && said(&output).contains("Error: EnvironmentError: "), "{}", said(&output));
    let output = run(folder, &["--env", "dev"], &[(PROGRAM, "no folder")]);
    assert!(!output.status.success() && said(&output).contains("`no folder` cannot be the name"), "{}", said(&output));
    let output = run(folder, &["syth"], &[]);
    // 2 is for changes
    assert!(output.status.code() == Some(1) && said(&output).contains("synth"), "{}", said(&output));
    assert!(!folder.join("atakora.out").exists());
}

fn needs_force(folder: &Path) {
    let document = folder.join("atakora.out/dev/main/main.tf.json");
    assert!(run(folder, &["--env", "dev"], &[]).status.success());
    std::fs::write(&document, "mine").expect("edited");
    let output = run(folder, &["--env", "dev"], &[]);
    assert!(!output.status.success() && said(&output).contains("--force"), "{}", said(&output));
    for force in [&["--env", "dev", "--force"][..], &["synth", "--env", "dev", "--force"]] {
        std::fs::write(&document, "mine").expect("edited");
        assert!(run(folder, force, &[]).status.success());
        assert_ne!(std::fs::read_to_string(&document).expect("a document"), "mine");
    }
}

fn says_what_changed(folder: &Path) {
    let run = |variables: &[(&str, &str)]| said(&run(folder, &["--env", "dev"], variables));
    assert!(run(&[]).contains("main  1 resource, 0 outputs (new)\n    a note\n"));
    assert!(run(&[("ATAKORA_TEST_OUTPUT", "a")]).contains("1 output\n    + output value\n    a note\n"));
    assert!(run(&[("ATAKORA_TEST_OUTPUT", "b")]).contains("1 output\n    ~ output value: value\n    a note\n"));
    assert!(run(&[("ATAKORA_TEST_OUTPUT", "b")]).contains("1 output\n    a note\n"));
    assert!(run(&[]).contains("0 outputs\n    - output value\n    a note\n"));
}

fn checks(folder: &Path) {
    let check = ["synth", "--env", "dev", "--check"];
    let output = run(folder, &check, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("main (new)") && said(&output).contains("Rule: ATK-CLI-008"), "{}", said(&output));
    assert!(!folder.join("atakora.out").exists());
    assert!(run(folder, &["--env", "dev"], &[]).status.success());
    let before = atakora_tests::files(folder);
    let output = run(folder, &check, &[]);
    assert!(
        output.status.success() && said(&output).contains("Files: 0 to write, 3 unchanged, 0 to remove"),
        "{}",
        said(&output)
    );
    let output = run(folder, &check, &[("ATAKORA_TEST_OUTPUT", "a")]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("+ output value"), "{}", said(&output));
    assert_eq!(atakora_tests::files(folder), before);
    let output = run(folder, &["synth", "--env", "dev", "--quiet"], &[]);
    assert!(output.status.success() && said(&output).is_empty(), "{}", said(&output));
}

fn lists(folder: &Path) {
    let output = run(folder, &["list", "--env", "dev"], &[("ATAKORA_TEST_OUTPUT", "a")]);
    let words: Vec<String> = said(&output).split_whitespace().map(str::to_owned).collect();
    assert_eq!(words, ["stack", "resources", "outputs", "after", "main", "1", "1"]);
    let output = run(folder, &["list", "--env", "dev", "--json"], &[]);
    let data: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(data["stacks"][0]["name"], "main");
    assert!(!folder.join("atakora.out").exists());
}

fn explains(folder: &Path) {
    // a program that fails explains all the same
    let explain = |arguments: &[&str]| {
        let output = run(folder, &[&["explain"], arguments].concat(), &[(PROGRAM, "no folder")]);
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    };
    let page = explain(&["atk-cosmos-001"]);
    let parts = [
        "ATK-COSMOS-001: CosmosError: manual throughput is 400 to 1000000 RU/s in steps of 100, not …\n\nWhy\n  Cosmos DB",
        "\n\nWhere\n  `cargo check`, at the component",
        "\n\nWay out\n  The nearest are",
        "\n\nSource\n  Azure documentation, ",
        "\n\nWrong\n    backend! {\n        pub Shop <\n            user_api: CrudApi<User> { throughput: Throughput::Manual(450) },\n",
        "\n\nRight\n    backend! {",
    ];
    for part in parts {
        assert!(page.contains(part), "`{part}` is not in:\n{page}");
    }
    let warning = explain(&["ATK-FUNC-010"]);
    assert!(warning.contains("It is a warning: `allow: [\"ATK-FUNC-010\"]` in the back end"), "{warning}");
    let page: serde_json::Value = serde_json::from_str(&explain(&["ATK-DOC-101", "--json"])).expect("JSON");
    assert_eq!(
        (&page["id"], &page["kind"], &page["where"]),
        (&"ATK-DOC-101".into(), &"azure".into(), &"document".into())
    );
    assert!(page["wrong"].as_str().is_some_and(|code| code.contains("identity { type: \"UserAssigned\" }")), "{page}");
    let families = explain(&[]);
    assert!(families.contains("ATK-ARG") && families.contains("Arguments of resources"), "{families}");
    let rules = explain(&["ATK-NET"]);
    assert!(rules.starts_with("ATK-NET-001 ") && rules.lines().count() >= 10, "{rules}");
    let output = run(folder, &["explain", "ATK-COSMOS-1000"], &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("no rule of Atakora is called `ATK-COSMOS-1000`"), "{}", said(&output));
    assert!(said(&output).contains("`ATK-COSMOS-029`") && said(&output).contains("ATK-CLI-012"), "{}", said(&output));
    assert!(!folder.join("atakora.out").exists());
}

fn helps(folder: &Path) {
    let output = run(folder, &["--help"], &[]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    for part in ["synth", "--out <DIR>", "--env <NAME>", "--force", "ATAKORA_ENV", "atakora.out", "Exit codes:"] {
        assert!(said.contains(part), "`{part}` is not in:\n{said}");
    }
    assert!(!folder.join("atakora.out").exists());
}
