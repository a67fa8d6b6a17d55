//! What a program reports of itself, without Terraform. The program is this one, which starts itself with other arguments.

use std::path::Path;
use std::process::{Command, Output};

use atakora::prelude::*;

/// Set where this is the program, and not its test.
const PROGRAM: &str = "ATAKORA_TEST_PROGRAM";

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Order {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    Shop <
        orders: CrudApi<Order> { throughput: Throughput::Manual(800) },
        users: CrudApi<User>,
        small: FunctionsApp { runtime: Runtime::Node(22), instance_memory_mb: 512 },
        large: FunctionsApp { runtime: Runtime::Node(22), instance_memory_mb: 4096 },
    > with {
        name: "shop",
        environment: "dev",
        limits: { max_function_apps: 2 },
    }
}

backend! {
    Larger < users: CrudApi<User>, jobs: FunctionsApp > with {
        name: "larger",
        limits: { max_function_apps: 2 },
        environments: {
            dev: { users: { throughput: Throughput::Manual(400) } },
            production: { limits: { max_function_apps: 5 }, users: { throughput: Throughput::Autoscale(9000) } },
        },
    }
}

const LARGER: &str = "larger";

/// What is expected, and the check in an empty folder.
type Case = (&'static str, fn(&Path));

fn main() -> atakora::Result {
    if let Some(program) = std::env::var_os(PROGRAM) {
        let mut app = App::from_args("shop")?;
        if program == LARGER {
            let larger = app.stack("larger").resource_group("rg-larger", Region::EastUs);
            Larger::new().add_to(&larger)?;
            return app.run();
        }
        let network = app.stack("network").resource_group("rg-network", Region::EastUs);
        let shop = app.stack("shop").resource_group("rg-shop", Region::EastUs);
        Shop::new().add_to(&shop)?;
        shop.output("network", network.resource_group().id());
        return app.run();
    }
    let cases: [Case; 6] = [
        ("usage", tells_usage),
        ("usage of other environments", tells_usage_elsewhere),
        ("graph", draws),
        ("why", tells_why),
        ("why here", tells_why_here),
        ("completions", completes),
    ];
    for (name, case) in cases {
        let folder = tempfile::tempdir().expect("a folder");
        case(folder.path());
        assert!(!folder.path().join("atakora.out").exists(), "a report writes nothing");
        println!("test {name} ... ok");
    }
    println!("\ntest result: ok. {} passed; 0 failed", cases.len());
    Ok(())
}

#[track_caller]
fn run(folder: &Path, arguments: &[&str]) -> Output {
    run_program("", folder, arguments)
}

#[track_caller]
fn run_program(name: &str, folder: &Path, arguments: &[&str]) -> Output {
    let mut program = Command::new(std::env::current_exe().expect("this program"));
    program.args(arguments).current_dir(folder).env_remove("ATAKORA_ENV").env(PROGRAM, name);
    program.output().expect("it runs")
}

#[track_caller]
fn said(folder: &Path, arguments: &[&str]) -> String {
    text(run(folder, arguments))
}

/// What the program with several environments says, in one of them.
#[track_caller]
fn larger(folder: &Path, arguments: &[&str]) -> String {
    text(run_program(LARGER, folder, &[&["--env", "dev"], arguments].concat()))
}

#[track_caller]
fn text(output: Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn tells_usage(folder: &Path) {
    let text = said(folder, &["usage"]);
    let app = text.lines().find(|line| line.contains("function apps")).expect("a line");
    assert_eq!(app.split_whitespace().collect::<Vec<_>>(), ["function", "apps", "2", "2"]);
    let data: serde_json::Value = serde_json::from_str(&said(folder, &["usage", "--json"])).expect("JSON");
    assert_eq!(data["environment"], "dev");
    let shop = &data["stacks"][1];
    let apps = shop["usage"].as_array().expect("a list").iter().find(|usage| usage["name"] == "max_function_apps");
    assert_eq!((&apps.expect("counted")["used"], &apps.expect("counted")["limit"]), (&2.into(), &2.into()));
    // each shared resource would be there twice
    let saved = shop["saved"].as_u64().expect("a number");
    assert!(saved > 5 && text.contains(&format!("sharing saves {saved}")), "{saved}: {text}");
}

/// What is counted in the environments that the run is not for.
fn tells_usage_elsewhere(folder: &Path) {
    let text = larger(folder, &["usage"]);
    let apps = |text: &str| {
        let line = text.lines().find(|line| line.contains("function apps")).expect("a line");
        line.split_whitespace().last().map(str::to_owned)
    };
    let (here, there) = text.split_once("larger in production").expect("the other environment");
    let (_, here) = here.split_once("larger: ").expect("the stack");
    assert_eq!((apps(here).as_deref(), apps(there).as_deref()), (Some("2"), Some("5")), "{text}");
    let data: serde_json::Value = serde_json::from_str(&larger(folder, &["usage", "--json"])).expect("JSON");
    let elsewhere = data["stacks"][0]["elsewhere"].as_object().expect("environments");
    assert_eq!(elsewhere.keys().collect::<Vec<_>>(), ["production"]);
    let listed = elsewhere["production"].as_array().expect("a list");
    assert!(listed.iter().any(|usage| usage["name"] == "max_function_apps" && usage["limit"] == 5), "{listed:?}");
}

/// Why something is as it is, is told for the environment of the run.
fn tells_why_here(folder: &Path) {
    let dev = larger(folder, &["why", "throughput"]);
    assert!(dev.contains("400") && !dev.contains("9000"), "{dev}");
}

fn draws(folder: &Path) {
    let svg = said(folder, &["graph"]);
    assert!(svg.starts_with("<svg xmlns") && svg.trim_end().ends_with("</svg>"), "{svg}");
    assert_eq!(svg, said(folder, &["graph"]), "the picture is always the same");
    for part in [">orders<", ">users<", ">Cosmos DB<", ">network<", "class=\"reads\"", "class=\"shared\""] {
        assert!(svg.contains(part), "`{part}` is not in\n{svg}");
    }
    let mermaid = said(folder, &["graph", "--format", "mermaid"]);
    assert!(mermaid.starts_with("flowchart LR\n") && mermaid.contains("-. uses .->"), "{mermaid}");
    assert!(mermaid.contains("([\"orders\"])"), "{mermaid}");
    let dot = said(folder, &["graph", "shop", "--format", "dot"]);
    assert!(dot.starts_with("digraph app {") && dot.contains("label=\"users\""), "{dot}");
    // its neighbour is named, and not shown from inside
    assert!(dot.contains("label=\"network\\nstack\"") && dot.matches("subgraph").count() == 1, "{dot}");
    let output = run(folder, &["graph", "shp"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("there is no stack `shp`"));
}

fn tells_why(folder: &Path) {
    // a setting on which components disagree
    let text = said(folder, &["why", "instance_memory_mb"]);
    let line = text.lines().find(|line| line.contains("4096")).expect("a line");
    assert!(line.contains("functions.instance_memory_mb") && line.contains("max"), "{text}");
    assert!(line.contains("small: 512; large: 4096 (won)"), "{text}");
    let data = said(folder, &["why", "functions.instance_memory_mb", "--json"]);
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    let groups = data[0]["groups"].as_array().expect("a list");
    let components = serde_json::json!(["small", "large"]);
    let node = groups.iter().find(|group| group["components"] == components).expect("a group");
    assert_eq!(node["settings"][0]["decided"], "large");
    assert_eq!(node["settings"][0]["asked"][0], serde_json::json!({"component": "small", "value": "512"}));
    // a setting of one item of a list
    let text = said(folder, &["why", "throughput"]);
    let line = text.lines().find(|line| line.contains("cosmos.containers.Order.throughput")).expect("a line");
    assert!(line.contains("Manual(800)") && line.contains("union") && line.contains("orders: Manual(800)"), "{text}");
    // a resource: by type, by address, by its name in Azure
    let by_type = said(folder, &["why", "cosmosdb_account"]);
    let head = "azurerm_cosmosdb_account.shop_cosmos_account in the stack `shop`\n  for orders, users  reports.rs:";
    assert!(by_type.starts_with(head) && by_type.contains("orders: Order; users: User"), "{by_type}");
    for subject in ["azurerm_cosmosdb_account.shop_cosmos_account", "shop_cosmos_account", "cosmos-shop-dev-eus"] {
        assert_eq!(said(folder, &["why", subject]), by_type);
    }
    let own = said(folder, &["why", "resource_group"]);
    assert!(own.contains("azurerm_resource_group.main in the stack `network`\n  for the program itself"), "{own}");
    let output = run(folder, &["why", "instance_memory"]);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text.contains("no component asked for `instance_memory`; did you mean `instance_memory_mb`?"), "{text}");
    assert!(text.contains("Rule: ATK-CLI-011"), "{text}");
}

fn completes(folder: &Path) {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = said(folder, &["completions", shell]);
        assert!(text.contains("auto-approve") && text.contains("reports"), "{text}");
    }
}
