//! Commands that drive the real Terraform, with real states and locks, against an Azure that is made up. The program is
//! this one, which starts itself with other arguments.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use atakora::prelude::*;
use atakora::terraform::declare::Block;
use atakora::terraform::value::Value;
use atakora_tests::{document, terraform_tools};

/// Set where this is the program, and not its test: how the program looks, word by word.
const PROGRAM: &str = "ATAKORA_TEST_PROGRAM";

/// What is expected, and the check in an empty folder.
type Case = (&'static str, fn(&Path));
/// The same with an Azure.
type AzureCase = (&'static str, fn(&Azure, &Path));

/// How many cases run side by side: they mostly wait for Terraform.
const AT_ONCE: usize = 3;

fn main() -> atakora::Result {
    if let Ok(shape) = std::env::var(PROGRAM) {
        return program(&shape);
    }
    let engines: [Case; 4] = [
        ("engine missing", engine_missing),
        ("engine too old", engine_too_old),
        ("engine that is none", engine_that_is_none),
        ("a stack that was never written", never_written),
    ];
    for (name, case) in engines {
        in_folder(name, case);
    }
    let mut passed = engines.len();
    if let Some(tools) = terraform_tools("engine") {
        let cases: [AzureCase; 16] = [
            ("first plan of an app that was never deployed", first_plan),
            ("deploy, again, and what a stack gives the next", deploys),
            ("a resource that fails in the second of three stacks", fails_in_the_middle),
            ("an interrupt in the middle", interrupted),
            ("a locked state", locked),
            ("an output that an upstream stack does not have yet", missing_output),
            ("loss of data is loud and asked for", asks),
            ("destroy goes the other way round", destroys),
            ("protected resources stay", protects),
            ("a stack that is still used stays", still_used),
            ("an orphaned stack", orphaned),
            ("the state of another environment", other_environment),
            ("a backend of three environments", three_environments),
            ("an error of Terraform has a component and a line", planted),
            ("independent stacks go side by side", side_by_side),
            ("a variable has a value, or is asked for by name", variables),
        ];
        let only = std::env::args().nth(1).filter(|name| !name.starts_with('-')).unwrap_or_default();
        let cases: Vec<_> = cases.into_iter().filter(|(name, _)| name.contains(&only)).collect();
        passed += cases.len();
        let (azure, open) = (Azure { tools }, Mutex::new(cases));
        let next = || open.lock().expect("no case holds it").pop();
        std::thread::scope(|scope| {
            for _ in 0..AT_ONCE {
                scope.spawn(|| {
                    while let Some((name, case)) = next() {
                        in_folder(name, |folder| case(&azure, folder));
                    }
                });
            }
        });
    }
    println!("\ntest result: ok. {passed} passed; 0 failed");
    Ok(())
}

fn in_folder(name: &str, case: impl FnOnce(&Path)) {
    let folder = tempfile::tempdir().expect("a folder");
    let began = Instant::now();
    case(folder.path());
    println!("test {name} ... ok ({:.1} s)", began.elapsed().as_secs_f64());
}

// ---- the program

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    /// Deployed in two of its three environments.
    Three < user_api: CrudApi<User> > with {
        name: "three",
        environments: {
            dev: { user_api: { throughput: Throughput::Manual(400) } },
            staging: {},
            production: { user_api: { throughput: Throughput::Autoscale(4000) } },
        },
    }
}

fn three() -> atakora::Result {
    let mut app = App::from_args("shop")?;
    let stack = app.stack("main").resource_group("rg-three", Region::WestEurope);
    Three::new().add_to(&stack)?;
    app.run()
}

/// Three stacks, each needing the one before, and one apart.
fn program(shape: &str) -> atakora::Result {
    let has = |word: &str| shape.split(' ').any(|w| w == word);
    if has("three") {
        return three();
    }
    let mut app = App::from_args("shop")?;
    let network = app.stack("network").resource_group("rg-network", Region::WestEurope);
    let ingress = network.for_component("ingress");
    let vnet = resource!(&ingress, azurerm_virtual_network "main" {
        name: "vnet", resource_group_name: network.resource_group().name(), location: "westeurope",
        address_space: ["10.0.0.0/16"],
    });
    let data = app.stack("data").resource_group("rg-data", Region::WestEurope);
    data.output("network", vnet.id());
    if has("secret") {
        data.output("password", data.secret("password"));
    }
    if has("moved-on") {
        data.output("guid", vnet.guid());
    }
    let orders = data.for_component("orders");
    if !has("without-account") {
        let kind = if has("bigger") { "GRS" } else { "LRS" };
        if has("protected") {
            resource!(&orders, azurerm_storage_account "orders" {
                name: "storders", resource_group_name: data.resource_group().name(), location: "westeurope",
                account_tier: "Standard", account_replication_type: kind,
                lifecycle { prevent_destroy: true },
            });
        } else {
            resource!(&orders, azurerm_storage_account "orders" {
                name: "storders", resource_group_name: data.resource_group().name(), location: "westeurope",
                account_tier: "Standard", account_replication_type: kind,
            });
        }
    }
    if has("planted") {
        plant(&orders);
    }
    if !has("without-shop") {
        let shop = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
        shop.output("group", data.resource_group().id());
    }
    if has("apart") {
        app.stack("apart").resource_group("rg-apart", Region::WestEurope);
    }
    app.run()
}

fn plant(stack: &Stack) {
    let mut body = Block::new();
    body.put("name", Value::Text("id-orders".into()));
    body.put("nonsense", Value::Bool(true));
    stack.raw_resource("azurerm_user_assigned_identity", "planted", body);
}

// ---- an Azure that is made up

struct Azure {
    tools: PathBuf,
}

/// What stands behind Terraform while it lives.
struct Provider {
    process: Child,
    reattach: String,
}

impl Azure {
    fn up(&self, settings: &[(&str, &str)]) -> Provider {
        let mut start = Command::new(self.tools.join("with-fake-azurerm"));
        start.args(["sh", "-c", r#"printf '%s\n' "$TF_REATTACH_PROVIDERS"; read _"#]);
        start.env_remove("FAKE_FAIL").env_remove("FAKE_SECONDS").envs(settings.iter().copied());
        let mut process = start.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it starts");
        let mut reattach = String::new();
        let mut said = BufReader::new(process.stdout.take().expect("its words"));
        said.read_line(&mut reattach).expect("where the provider is");
        assert!(reattach.starts_with('{'), "{reattach}");
        Provider { process, reattach: reattach.trim().to_owned() }
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

impl Provider {
    fn program(&self, folder: &Path, shape: &str, arguments: &[&str]) -> Command {
        let mut program = bare(folder, shape, arguments);
        program.env("TF_REATTACH_PROVIDERS", &self.reattach);
        program.env("TF_CLI_CONFIG_FILE", "/dev/null").env("CHECKPOINT_DISABLE", "1");
        program
    }

    fn run(&self, folder: &Path, shape: &str, arguments: &[&str]) -> Said {
        Said::of(self.program(folder, shape, arguments).stdin(Stdio::null()).output().expect("it runs"))
    }

    /// With someone who says this when asked.
    fn answered(&self, folder: &Path, shape: &str, arguments: &[&str], answer: &str) -> Said {
        let mut program = self.program(folder, shape, arguments);
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut program = program.spawn().expect("it runs");
        let mut stdin = program.stdin.take().expect("someone");
        stdin.write_all(answer.as_bytes()).expect("an answer");
        drop(stdin);
        Said::of(program.wait_with_output().expect("it ends"))
    }
}

fn bare(folder: &Path, shape: &str, arguments: &[&str]) -> Command {
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.args(arguments).current_dir(folder).env(PROGRAM, shape);
    for variable in ["ATAKORA_ENV", "ATAKORA_ENGINE", "NO_COLOR", "CLICOLOR_FORCE"] {
        program.env_remove(variable);
    }
    program.env("ATAKORA_ENV", "dev");
    program
}

struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    fn of(output: Output) -> Said {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Said { code: output.status.code(), out: text(&output.stdout), err: text(&output.stderr) }
    }

    #[track_caller]
    fn fine(self) -> Said {
        self.ends(0)
    }

    #[track_caller]
    fn ends(self, code: i32) -> Said {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    fn holds(self, parts: &[&str]) -> Said {
        let all = format!("{}\n{}", self.out, self.err);
        for part in parts {
            assert!(all.contains(part), "`{part}` is not in\nstdout:\n{}\nstderr:\n{}", self.out, self.err);
        }
        self
    }

    #[track_caller]
    fn lacks(self, parts: &[&str]) -> Said {
        let all = format!("{}\n{}", self.out, self.err);
        for part in parts {
            assert!(!all.contains(part), "`{part}` is in\nstdout:\n{}\nstderr:\n{}", self.out, self.err);
        }
        self
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", self.out, self.err))
    }
}

/// What stands in the state of a stack: addresses.
fn state(folder: &Path, environment: &str, stack: &str) -> Vec<String> {
    let path = folder.join("atakora.out").join(environment).join(stack).join("terraform.tfstate");
    if !path.is_file() {
        return Vec::new();
    }
    let state = document(path);
    let resources = state["resources"].as_array().into_iter().flatten();
    let managed = resources.filter(|resource| resource["mode"] == "managed");
    managed.map(|r| format!("{}.{}", r["type"].as_str().unwrap_or("?"), r["name"].as_str().unwrap_or("?"))).collect()
}

// ---- the engine itself

/// A folder with a program of this name, which says `text`; returned as a PATH.
#[cfg(unix)]
fn path_with(folder: &Path, name: &str, text: &str) -> PathBuf {
    use std::os::unix::fs::PermissionsExt;
    let bin = folder.join("bin");
    std::fs::create_dir_all(&bin).expect("a folder");
    let program = bin.join(name);
    std::fs::write(&program, format!("#!/bin/sh\nprintf '%s' '{text}'\n")).expect("a program");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("it runs");
    bin
}

fn engine_missing(folder: &Path) {
    let empty = folder.join("nothing");
    std::fs::create_dir(&empty).expect("a folder");
    for command in ["plan", "deploy", "destroy", "validate", "output"] {
        let said = Said::of(bare(folder, "", &[command]).env("PATH", &empty).output().expect("it runs")).ends(1);
        said.holds(&[
            "EngineError: neither `terraform` nor `tofu` is on PATH",
            "Rule: ATK-CLI-001",
            "https://developer.hashicorp.com/terraform/install",
            "https://opentofu.org/docs/intro/install",
            "ATAKORA_ENGINE",
        ]);
        assert!(!folder.join("atakora.out").exists(), "{command} wrote something first");
    }
    let said = Said::of(bare(folder, "", &["plan", "--engine", "/no/such/tofu"]).output().expect("it runs")).ends(1);
    said.holds(&["there is no program `/no/such/tofu`"]);
    // everything else works without
    for command in ["synth", "list"] {
        Said::of(bare(folder, "", &[command]).env("PATH", &empty).output().expect("it runs")).fine();
    }
}

fn engine_too_old(folder: &Path) {
    let old = path_with(folder, "terraform", r#"{"terraform_version": "1.5.7"}"#);
    let said = Said::of(bare(folder, "", &["plan"]).env("PATH", &old).output().expect("it runs")).ends(1);
    said.holds(&["EngineError: `terraform` is version 1.5.7, and the documents need >= 1.9", "Rule: ATK-CLI-002"]);
    // another one on PATH that is new enough serves
    path_with(folder, "tofu", r#"{"terraform_version": "1.10.0-rc1"}"#);
    let said = Said::of(bare(folder, "", &["validate"]).env("PATH", &old).output().expect("it runs")).ends(1);
    said.lacks(&["1.5.7"]).holds(&["`tofu` fails"]);
}

fn engine_that_is_none(folder: &Path) {
    let path = path_with(folder, "terraform", "hello");
    let said = Said::of(bare(folder, "", &["plan"]).env("PATH", &path).output().expect("it runs")).ends(1);
    said.holds(&["EngineError: `terraform version -json` does not answer like Terraform or OpenTofu"]);
}

fn never_written(folder: &Path) {
    let path = path_with(folder, "terraform", r#"{"terraform_version": "1.14.0"}"#);
    let said = Said::of(bare(folder, "", &["output", "network"]).env("PATH", &path).output().expect("it runs")).ends(1);
    said.holds(&["the stack `network` was never written to `", "Rule: ATK-CLI-010"]);
}

// ---- with an Azure

fn first_plan(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    let said = provider.run(folder, "", &["plan"]).fine();
    said.holds(&[
        "network: 2 to create\n  the stack itself\n    + azurerm_resource_group.main  rg-network",
        "\n  ingress\n    + azurerm_virtual_network.main  vnet  engine.rs:",
        "data: waits for `network` (not deployed yet)",
        "shop: waits for `data` (not deployed yet)",
    ]);
    let said = provider.run(folder, "", &["diff", "--detailed-exitcode", "--json", "network", "shop"]).ends(2);
    let json = said.json();
    assert_eq!(json["environment"], "dev");
    assert_eq!(json["stacks"].as_array().map(Vec::len), Some(2));
    assert_eq!(json["stacks"][0]["status"], "planned");
    assert_eq!(json["stacks"][0]["changes"][1]["component"], "ingress");
    assert_eq!(json["stacks"][1]["waits_for"][0], "data");
    assert_eq!(state(folder, "dev", "network"), [""; 0]);
    provider.run(folder, "", &["plan", "netwrok"]).ends(1).holds(&[
        "there is no stack `netwrok`; did you mean `network`?",
        "`network`, `data`, `shop`",
        "Rule: ATK-CLI-003",
    ]);
    provider.run(folder, "", &["validate"]).fine().holds(&["network: valid\ndata: valid\nshop: valid"]);
    provider.run(folder, "", &["output"]).fine().holds(&["network: not deployed"]);
}

fn deploys(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    let said = provider.run(folder, "", &["deploy"]).fine().holds(&[
        "network: created azurerm_virtual_network.main (ingress)",
        "data: created azurerm_storage_account.orders (orders)",
        "network: deployed in ",
        "2 created",
    ]);
    assert!(said.out.find("network: ").expect("it") < said.out.find("shop: ").expect("it"), "{}", said.out);
    assert_eq!(state(folder, "dev", "data"), ["azurerm_resource_group.main", "azurerm_storage_account.orders"]);
    // no colours, no bars: this is no terminal
    said.lacks(&["\u{1b}["]);
    provider.run(folder, "", &["deploy"]).fine().holds(&["network: nothing to do", "shop: nothing to do"]);
    provider.run(folder, "", &["plan", "--detailed-exitcode"]).fine().holds(&["network: no changes"]);
    provider
        .run(folder, "", &["output", "data"])
        .fine()
        .holds(&["data\n  ", "network = /made-up/azurerm_virtual_network"]);
    let outputs = provider.run(folder, "", &["output", "--json"]).fine().json();
    assert_eq!(outputs["data"]["network"]["value"], "/made-up/azurerm_virtual_network/vnet");
    assert_eq!(outputs["shop"]["group"]["value"], "/made-up/azurerm_resource_group/rg-data");
    let said = provider.run(folder, "bigger", &["plan", "--detailed-exitcode"]).ends(2);
    said.holds(&[
        "data: 1 to change",
        "~ azurerm_storage_account.orders",
        r#"account_replication_type: "LRS" → "GRS""#,
    ]);
    let json = provider.run(folder, "bigger", &["deploy", "--json", "--quiet", "data"]).fine();
    assert_eq!(json.err, "");
    assert_eq!(json.json()["stacks"][0]["status"], "deployed");
}

fn fails_in_the_middle(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[("FAKE_FAIL", "^storders$")]);
    provider.run(folder, "", &["deploy"]).ends(1).holds(&[
        "network: deployed",
        "data: failed",
        "shop: not started",
        "TerraformError: `orders` in the stack `data`: made-up failure of azurerm_storage_account 'storders'\n  Source: engine.rs:",
        "Resource: azurerm_storage_account.orders",
        "done is `network`; not done is `data`, `shop`",
        "Solution: remove the cause, then run the same command again",
    ]);
    assert_eq!(state(folder, "dev", "data"), ["azurerm_resource_group.main"]);
    assert!(state(folder, "dev", "shop").is_empty());
    drop(provider);
    let provider = azure.up(&[]);
    provider.run(folder, "", &["deploy"]).fine().holds(&["network: nothing to do", "data: deployed", "shop: deployed"]);
}

#[cfg(unix)]
fn interrupted(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[("FAKE_SECONDS", "3")]);
    let mut program = provider.program(folder, "", &["deploy"]);
    let mut program =
        program.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut lines = BufReader::new(program.stderr.take().expect("its words")).lines();
    let mut heard = Vec::new();
    for line in lines.by_ref() {
        heard.push(line.expect("a line"));
        if heard.last().is_some_and(|line| line.contains("creating azurerm_resource_group.main")) {
            break;
        }
    }
    std::thread::sleep(Duration::from_millis(500));
    let id = program.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill").success());
    heard.extend(lines.map(|line| line.expect("a line")));
    let output = program.wait_with_output().expect("it ends");
    let said = Said { err: heard.join("\n"), ..Said::of(output) }.ends(1);
    said.holds(&[
        "Interrupted: Terraform finishes its step and releases its lock",
        // the step that had begun is done, and known
        "network: created azurerm_resource_group.main",
        "network: failed",
        "data: not started",
        "`deploy` was interrupted: done is nothing; not done is `network`, `data`, `shop`",
    ])
    .lacks(&["created azurerm_virtual_network.main"]);
    assert_eq!(state(folder, "dev", "network"), ["azurerm_resource_group.main"]);
    assert!(!folder.join("atakora.out/dev/network/.terraform.tfstate.lock.info").exists());
    drop(provider);
    azure.up(&[]).run(folder, "", &["deploy"]).fine();
}

fn locked(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[("FAKE_SECONDS", "4")]);
    let mut first = provider.program(folder, "", &["deploy", "network"]);
    let mut first = first.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut lines = BufReader::new(first.stderr.take().expect("its words")).lines();
    assert!(lines.any(|line| line.expect("a line").contains("creating")));
    provider.run(folder, "", &["deploy", "network"]).ends(1).holds(&[
        "TerraformError: the stack `network`: Error acquiring the state lock",
        "Lock Info:",
        "not done is `network`",
    ]);
    lines.for_each(drop);
    assert!(first.wait().expect("it ends").success());
}

fn missing_output(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "", &["deploy"]).fine();
    // `data` now uses an output that `network` gets only with its next deployment
    provider
        .run(folder, "moved-on", &["plan"])
        .fine()
        .holds(&["network: only outputs change: azurerm_virtual_network_main_guid", "data: waits for `network`"]);
    provider.run(folder, "moved-on", &["deploy", "data"]).ends(1).holds(&[
        "the stack `data` uses the output `azurerm_virtual_network_main_guid` of the stack `network`, and the state of \
         `network` does not have it",
        "deploy `network` first",
        "Rule: ATK-CLI-005",
    ]);
    provider.run(folder, "moved-on", &["deploy"]).fine().holds(&["data: deployed"]);
}

fn asks(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "", &["deploy"]).fine();
    let said = provider.run(folder, "without-account", &["plan"]).fine();
    assert!(
        said.out.starts_with("DATA WILL BE LOST in the stack `data`:\n  azurerm_storage_account.orders"),
        "{}",
        said.out
    );
    // nobody there, or someone who says no
    provider.run(folder, "without-account", &["deploy"]).ends(1).holds(&[
        "DATA WILL BE LOST",
        "ApprovalError",
        "--auto-approve",
        "Rule: ATK-CLI-007",
    ]);
    provider.answered(folder, "without-account", &["deploy"], "no\n").ends(1).holds(&["ApprovalError"]);
    assert!(state(folder, "dev", "data").contains(&"azurerm_storage_account.orders".to_owned()));
    provider.answered(folder, "without-account", &["deploy"], "yes\n").fine().holds(&["data: deployed", "1 destroyed"]);
    assert_eq!(state(folder, "dev", "data"), ["azurerm_resource_group.main"]);
    // what holds no data needs no answer
    provider.run(folder, "", &["deploy", "--auto-approve"]).fine();
    provider.run(folder, "without-account", &["deploy", "--auto-approve"]).fine().lacks(&["DATA WILL BE LOST"]);
}

fn destroys(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "", &["destroy"]).fine().holds(&["nothing is deployed"]);
    provider.run(folder, "", &["deploy"]).fine();
    provider.run(folder, "", &["destroy"]).ends(1).holds(&[
        "EVERYTHING WILL BE DESTROYED in dev:",
        "azurerm_storage_account.orders and its data",
        "ApprovalError",
    ]);
    let said =
        provider.answered(folder, "", &["destroy"], "yes\n").fine().holds(&["shop: destroyed", "network: destroyed"]);
    assert!(said.out.find("shop: ").expect("it") < said.out.find("network: ").expect("it"), "{}", said.out);
    for stack in ["network", "data", "shop"] {
        assert!(state(folder, "dev", stack).is_empty(), "{stack}");
    }
    provider.run(folder, "", &["destroy", "--auto-approve"]).fine().holds(&["nothing is deployed"]);
}

fn protects(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "protected", &["deploy"]).fine();
    provider.run(folder, "protected", &["destroy", "--auto-approve"]).ends(1).holds(&[
        "ProtectedError: the stack `data` holds resources that are protected",
        "`azurerm_storage_account.orders` (engine.rs:",
        "Rule: ATK-CLI-006",
    ]);
    // nothing was destroyed, not even what comes first
    assert_eq!(state(folder, "dev", "shop"), ["azurerm_resource_group.main"]);
    provider.run(folder, "", &["deploy"]).fine();
    provider.run(folder, "", &["destroy", "--auto-approve"]).fine();
}

fn still_used(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "", &["deploy"]).fine();
    provider.run(folder, "", &["destroy", "--auto-approve", "network"]).ends(1).holds(&[
        "the stack `network` would be destroyed, and `data`, which uses it, is still deployed",
        "Rule: ATK-CLI-009",
    ]);
    provider.run(folder, "", &["destroy", "--auto-approve", "shop"]).fine();
    provider.run(folder, "", &["destroy", "--auto-approve", "data", "network"]).fine();
}

fn orphaned(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "", &["deploy"]).fine();
    provider.run(folder, "without-shop", &["synth"]).fine().holds(&["Orphaned: `shop`"]);
    provider.run(folder, "without-shop", &["list"]).fine().holds(&["shop", "(not in the program any more)"]);
    // the upstream of the orphan is kept as long as the orphan is there
    provider
        .run(folder, "without-shop", &["destroy", "--auto-approve", "data"])
        .ends(1)
        .holds(&["`shop`, which uses it"]);
    provider.run(folder, "without-shop", &["destroy", "--auto-approve", "shop"]).fine().holds(&["shop: destroyed"]);
    assert!(state(folder, "dev", "shop").is_empty());
    assert_eq!(state(folder, "dev", "data").len(), 2);
}

fn other_environment(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "", &["deploy", "network"]).fine();
    // someone takes the state along
    provider.run(folder, "", &["synth", "--env", "prod"]).fine();
    let out = folder.join("atakora.out");
    std::fs::copy(out.join("dev/network/terraform.tfstate"), out.join("prod/network/terraform.tfstate"))
        .expect("a copy");
    for command in ["deploy", "plan", "destroy"] {
        provider.run(folder, "", &[command, "--env", "prod"]).ends(1).holds(&[
            "EnvironmentError: the state of the stack `network` was written for the environment `dev`, and this run is for \
             `prod`",
            "Rule: ATK-CLI-004",
        ]);
    }
    assert_eq!(state(folder, "prod", "network").len(), 2);
}

fn three_environments(azure: &Azure, folder: &Path) {
    let unsaid = Said::of(bare(folder, "three", &["deploy"]).env_remove("ATAKORA_ENV").output().expect("it runs"));
    unsaid.ends(1).holds(&["`dev`, `staging`, `production`", "--env", "Rule: ATK-DOC-011"]);
    let provider = azure.up(&[]);
    provider.run(folder, "three", &["deploy"]).fine().holds(&["main: created azurerm_cosmosdb_account."]);
    provider.run(folder, "three", &["deploy", "--env", "production"]).fine().holds(&["main: created "]);
    assert!(!folder.join("atakora.out/staging").exists());
    let addresses = |environment| {
        let mut all = state(folder, environment, "main");
        all.sort();
        all
    };
    assert_eq!(addresses("dev"), addresses("production"));
    let names = |environment: &str| -> Vec<String> {
        let path = folder.join("atakora.out").join(environment).join("main/terraform.tfstate");
        let state = document(path);
        let resources = state["resources"].as_array().into_iter().flatten();
        let wide = |kind: &&serde_json::Value| {
            let kinds =
                ["azurerm_cosmosdb_account", "azurerm_function_app_flex_consumption", "azurerm_storage_account"];
            kinds.iter().any(|wide| kind["type"] == *wide)
        };
        let names = resources.filter(wide).map(|resource| resource["instances"][0]["attributes"]["name"].clone());
        names.map(|name| name.as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(names("dev"), ["cosmos-three-dev-weu", "func-three-cust-dev-weu", "stthreecustdevweu"]);
    assert_eq!(names("production"), ["cosmos-three-prod-weu", "func-three-cust-prod-weu", "stthreecustprodweu"]);
    // a second time there is nothing to do, in either
    for environment in ["dev", "production"] {
        provider.run(folder, "three", &["deploy", "--env", environment]).fine().holds(&["main: nothing to do"]);
    }
    // production is kept, development is not, and nobody takes one for the other
    let said = provider.run(folder, "three", &["destroy", "--auto-approve", "--env", "production"]).ends(1);
    said.holds(&["azurerm_cosmosdb_account"]);
    let all = addresses("production");
    provider.run(folder, "three", &["destroy", "--auto-approve"]).fine().holds(&["main: destroyed"]);
    assert!(addresses("dev").is_empty());
    assert_eq!(addresses("production"), all);
    let out = folder.join("atakora.out");
    provider.run(folder, "three", &["synth", "--env", "staging"]).fine();
    std::fs::copy(out.join("production/main/terraform.tfstate"), out.join("staging/main/terraform.tfstate"))
        .expect("a copy");
    provider.run(folder, "three", &["deploy", "--env", "staging"]).ends(1).holds(&[
        "EnvironmentError: the state of the stack `main` was written for the environment `production`, and this run is for \
         `staging`",
    ]);
}

fn planted(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    for command in ["validate", "plan", "deploy"] {
        provider.run(folder, "planted", &["deploy", "network"]).fine();
        let line =
            1 + include_str!("engine.rs").lines().position(|line| line.contains("raw_resource")).expect("a line");
        provider.run(folder, "planted", &[command, "data"]).ends(1).holds(&[
            "TerraformError: `orders` in the stack `data`: ",
            &format!("Source: engine.rs:{line}\n"),
            "Resource: azurerm_user_assigned_identity.planted",
            "nonsense",
        ]);
    }
}

fn variables(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[]);
    provider.run(folder, "secret", &["deploy", "network"]).fine();
    provider.run(folder, "secret", &["plan", "data"]).ends(1).holds(&[
        "TerraformError: the stack `data`: No value for required variable\n  Source: engine.rs:",
        "Solution: give it with --var password=VALUE, or in the environment as TF_VAR_password",
    ]);
    provider.run(folder, "secret", &["plan", "data", "--var", "password"]).ends(1).holds(&["NAME=VALUE"]);
    provider.run(folder, "secret", &["deploy", "--var", "password=hunter2"]).fine().lacks(&["hunter2"]);
    // people do not see it, machines that ask do
    let said = provider.run(folder, "secret", &["output", "data"]).fine().holds(&["password = (secret"]);
    said.lacks(&["hunter2"]);
    let outputs = provider.run(folder, "secret", &["output", "--json", "data"]).fine().json();
    assert_eq!(outputs["data"]["password"]["value"], "hunter2");
    let said = provider.run(folder, "secret", &["plan", "data", "--json", "--var", "password=other"]).fine();
    said.holds(&["password"]).lacks(&["hunter2", "other"]);
}

fn side_by_side(azure: &Azure, folder: &Path) {
    let provider = azure.up(&[("FAKE_SECONDS", "1")]);
    let said = provider.run(folder, "apart", &["deploy", "apart", "network"]).fine();
    let at = |text: &str| said.err.find(text).unwrap_or_else(|| panic!("`{text}` is not in {}", said.err));
    // each began before the other was done
    assert!(at("apart: creating azurerm_resource_group.main") < at("network: created azurerm_resource_group.main"));
    assert!(at("network: creating azurerm_resource_group.main") < at("apart: created azurerm_resource_group.main"));
}
