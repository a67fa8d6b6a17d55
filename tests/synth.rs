//! What a stack becomes: documents that Terraform accepts and a person can read.

use std::path::Path;

use atakora::azure::Region;
use atakora::terraform::declare::{Block, Handle};
use atakora::terraform::value::{Piece, StackId, Value};
use atakora::terraform::{Any, App, List, Mapping, Number, Ref, RemoteState, Resource, Stack, Text, Tf};
use atakora_tests::{document, files, terraform_accepts};
use serde_json::json;

fn block<const N: usize>(arguments: [(&'static str, Value); N]) -> Block {
    let mut block = Block::new();
    for (name, value) in arguments {
        block.put(name, value);
    }
    block
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned().into())
}

fn reference<T>(reference: &Ref<T>) -> Value {
    Value::Expression(reference.expression().clone())
}

fn storage_account(stack: &Stack, name: &str, logical: &str) -> Handle {
    let group = stack.resource_group();
    stack.raw_resource(
        "azurerm_storage_account",
        logical,
        block([
            ("name", text(name)),
            ("resource_group_name", reference(&group.name())),
            ("location", text(&stack.location().to_string())),
            ("account_tier", text("Standard")),
            ("account_replication_type", text("LRS")),
        ]),
    )
}

#[test]
fn a_stack_with_everything_is_accepted_by_terraform() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
    let account = storage_account(&stack, "shopmain", "main");
    let capacity = stack.variable::<Number>("capacity").description("How much ${is} data").default(3).declare();
    let zones = stack.variable::<List<Text>>("zones").default(["1", "2"]).declare();
    let labels = stack.variable::<Mapping<Text>>("labels").default([("a", "${b}")]).declare();
    let key = stack.secret("api_key");
    let double: Ref<Number> = stack.local("double", Tf::<Number>::from_value(reference(&capacity)));
    let identity = stack.for_component("user_api").raw_resource(
        "azurerm_user_assigned_identity",
        "users",
        block([
            (
                "name",
                Value::Template(vec![
                    Piece::Text("id-".into()),
                    Piece::Expression(account.attribute::<Text>("name").expression().clone()),
                ]),
            ),
            ("resource_group_name", reference(&stack.resource_group().name())),
            ("location", text("eastus")),
        ]),
    );
    let hub = stack.provider_alias(
        "azurerm",
        "hub",
        block([("subscription_id", text("00000000-0000-0000-0000-000000000001"))]),
    );
    stack.raw_data("azurerm_client_config", "hub", block([("provider", Value::Text(hub.name.clone()))]));
    stack.output("account", account.attribute::<Text>("id"));
    stack.output("capacity", &double);
    stack.output("zones", &zones);
    stack.output("labels", &labels);
    stack.output("key", &key);
    stack.sensitive_output("identity", identity.attribute::<Text>("principal_id"));
    stack.output("data", "$${a} ${b} %{c} $");
    stack.moved("azurerm_storage_account.old", "azurerm_storage_account.main");
    stack.removed("azurerm_storage_account.gone", false);
    stack.note("publish it");

    let summary = app.synth(folder.path()).expect("documents");
    let main = folder.path().join("production/main");
    let shown = summary.to_string();
    assert!(shown.starts_with("production: 1 stack in "), "{shown}");
    assert!(shown.contains("main  3 resources, 7 outputs") && shown.contains("\n    publish it\n"), "{shown}");

    let written = document(main.join("main.tf.json"));
    assert_eq!(written["resource"]["azurerm_user_assigned_identity"]["users"]["//"], "user_api");
    assert_eq!(
        written["resource"]["azurerm_user_assigned_identity"]["users"]["name"],
        "id-${azurerm_storage_account.main.name}"
    );
    assert_eq!(written["output"]["key"], json!({"sensitive": true, "value": "${var.api_key}"}));
    assert_eq!(written["variable"]["capacity"]["description"], "How much ${is} data");
    assert_eq!(written["variable"]["labels"]["default"], json!({"a": "${b}"}));
    assert_eq!(
        written["provider"]["azurerm"],
        json!([
            {
                "features": {},
                "resource_provider_registrations": "none",
                "resource_providers_to_register": ["Microsoft.ManagedIdentity", "Microsoft.Storage"],
                "storage_use_azuread": true
            },
            {
                "alias": "hub",
                "features": {},
                "resource_provider_registrations": "none",
                "storage_use_azuread": true,
                "subscription_id": "00000000-0000-0000-0000-000000000001"
            }
        ])
    );
    assert_eq!(
        document(main.join("versions.tf.json")),
        json!({"terraform": {
            "required_providers": {"azurerm": {"source": "hashicorp/azurerm", "version": "~> 5.0"}},
            "required_version": ">= 1.9"
        }})
    );
    let sources = document(main.join("atakora.sources.json"));
    let place = sources["azurerm_storage_account.main"].as_str().expect("a place");
    assert!(place.contains("synth.rs:") && !place.starts_with('/'), "{place}");
    terraform_accepts("a_stack_with_everything_is_accepted_by_terraform", &[&main]);
}

#[test]
fn text_is_data_and_stays_apart_from_expressions() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("test");
    let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
    let name = stack.resource_group().name().expression().clone();
    let template = |before: &str, after: &str| {
        Value::Template(vec![
            Piece::Text(before.to_owned().into()),
            Piece::Expression(name.clone()),
            Piece::Text(after.to_owned().into()),
        ])
    };
    stack.output("dollar", template("costs $", "{"));
    stack.output("percent", template("100%", "%{x}"));
    stack.output("split", Value::Template(vec![Piece::Text("$".into()), Piece::Text("{x}".into())]));
    stack.output("keys", Value::Object(vec![("${a}".into(), text("b"))]));
    stack.output("anywhere", Ref::<Any>::raw(StackId::ANY, "upper(\"x\")"));
    app.synth(folder.path()).expect("documents");
    let main = folder.path().join("test/main");
    let outputs = document(main.join("main.tf.json"))["output"].clone();
    assert_eq!(outputs["dollar"]["value"], "costs ${\"$\"}${azurerm_resource_group.main.name}{");
    assert_eq!(outputs["percent"]["value"], "100%${azurerm_resource_group.main.name}%%{x}");
    assert_eq!(outputs["split"]["value"], "$${x}");
    assert_eq!(outputs["keys"]["value"], json!({"$${a}": "b"}));
    assert_eq!(outputs["anywhere"]["value"], "${upper(\"x\")}");
    terraform_accepts("text_is_data_and_stays_apart_from_expressions", &[&main]);
}

#[test]
fn keys_are_sorted_and_order_of_the_program_does_not_matter() {
    let write = |forward: bool| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut app = App::new("shop").in_environment("test");
        let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
        let mut names = vec![("a", "shopa"), ("b", "shopb"), ("c", "shopc")];
        if !forward {
            names.reverse();
        }
        for (logical, name) in names {
            let account = storage_account(&stack, name, logical);
            stack.output(logical, account.attribute::<Text>("id"));
        }
        app.synth(folder.path()).expect("documents");
        std::fs::read_to_string(folder.path().join("test/main/main.tf.json")).expect("a document")
    };
    let document = write(true);
    assert_eq!(document, write(false));
    assert!(document.starts_with("{\n  \"output\": {\n    \"a\": {\n"), "{document}");
    assert!(document.ends_with("}\n"));
}

#[test]
fn a_resource_may_know_what_it_must_not_refer_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("test");
    let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
    let account = storage_account(&stack, "shopmain", "main");
    let own = account.attribute::<Text>("primary_blob_host");
    let pending = stack.pending();
    stack.raw_resource(
        "azurerm_storage_account",
        "other",
        block([
            ("name", text("shopother")),
            ("resource_group_name", reference(&stack.resource_group().name())),
            ("location", text("eastus")),
            ("account_tier", text("Standard")),
            ("account_replication_type", text("LRS")),
            ("tags", Value::Object(vec![("first".into(), reference(&own)), ("own".into(), pending.value())])),
        ]),
    );
    let host = Ref::<Text>::raw(stack.id(), "azurerm_storage_account.other.primary_blob_host");
    stack.fill(
        pending,
        Value::Template(vec![Piece::Text("https://".into()), Piece::Expression(host.expression().clone())]),
    );
    stack.known("azurerm_storage_account.other", "primary_blob_host", "shopother.blob.core.windows.net");
    stack.output("host", host);
    app.synth(folder.path()).expect("documents");
    let main = folder.path().join("test/main");
    let written = document(main.join("main.tf.json"));
    let tags = &written["resource"]["azurerm_storage_account"]["other"]["tags"];
    assert_eq!(tags["own"], "https://shopother.blob.core.windows.net");
    assert_eq!(tags["first"], "${azurerm_storage_account.main.primary_blob_host}");
    assert_eq!(written["output"]["host"]["value"], "${azurerm_storage_account.other.primary_blob_host}");
    terraform_accepts("a_resource_may_know_what_it_must_not_refer_to", &[&main]);
}

#[test]
fn the_state_is_kept_where_the_app_says() {
    let synth = |remote_state: RemoteState| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut app = App::new("shop").in_environment("dev");
        app.remote_state(remote_state);
        app.stack("main").resource_group("rg-main", Region::EastUs);
        app.synth(folder.path()).expect("documents");
        document(folder.path().join("dev/main/versions.tf.json"))["terraform"]["backend"].clone()
    };
    let azurerm =
        RemoteState::Azurerm { storage_account: "states".into(), container: "tf".into(), resource_group: None };
    assert_eq!(
        synth(azurerm),
        json!({"azurerm": {
            "container_name": "tf",
            "key": "shop/dev/main.tfstate",
            "storage_account_name": "states",
            "use_azuread_auth": true
        }})
    );
    let settings = vec![("key".to_owned(), text("{app}/{environment}/{stack}")), ("region".to_owned(), text("eu"))];
    assert_eq!(
        synth(RemoteState::Raw { backend: "s3".into(), settings }),
        json!({"s3": {"key": "shop/dev/main", "region": "eu"}})
    );
    assert_eq!(synth(RemoteState::Local), json!(null));
}

#[test]
fn subscription_and_existing_resource_group_and_flex() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").existing_resource_group("rg-there", Region::WestEurope);
    stack.subscription("00000000-0000-0000-0000-000000000002");
    stack.register("Microsoft.Custom");
    assert_eq!(stack.resource_group().handle().address(), "data.azurerm_resource_group.main");
    assert_eq!(stack.environment(), "dev");
    stack.output("group", stack.resource_group().id());
    stack.raw_resource(
        "azurerm_application_insights",
        "main",
        block([
            ("name", text("appi-main")),
            ("resource_group_name", reference(&stack.resource_group().name())),
            ("location", text("westeurope")),
            ("application_type", text("web")),
            ("workspace_id", text("/subscriptions/x")),
        ]),
    );
    app.synth(folder.path()).expect("documents");
    let main = folder.path().join("dev/main");
    let written = document(main.join("main.tf.json"));
    assert_eq!(written["data"]["azurerm_resource_group"]["main"], json!({"name": "rg-there"}));
    let provider = &written["provider"]["azurerm"];
    assert_eq!(provider["subscription_id"], "00000000-0000-0000-0000-000000000002");
    assert_eq!(provider["resource_providers_to_register"], json!(["Microsoft.Custom", "microsoft.insights"]));
    terraform_accepts("subscription_and_existing_resource_group_and_flex", &[&main]);
}

#[test]
fn one_run_has_one_environment() {
    let mut app = App::new("shop");
    let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
    assert_eq!(stack.declare_environments(&["production"]).expect("the only one"), "production");
    assert_eq!(app.environment(), "production");
    let lacking = stack.declare_environments(&["dev", "stage"]).expect_err("not among them");
    assert!(lacking.to_string().contains("`production`") && lacking.to_string().contains("`dev`, `stage`"));

    let app = App::new("shop");
    let unsaid = app.declare_environments(&["dev", "stage"]).expect_err("nobody said which");
    assert!(unsaid.to_string().contains("--env"), "{unsaid}");
    assert_eq!(App::new("shop").in_environment("dev").declare_environments(&["dev", "stage"]).expect("said"), "dev");
    assert_eq!(App::new("shop").environment(), "default");
}

#[test]
fn files_lie_beside_the_documents() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
    stack.file("functions/users/host.json", "{}\n");
    app.synth(folder.path()).expect("documents");
    let all = files(folder.path());
    assert_eq!(all["dev/main/functions/users/host.json"], b"{}\n");
    let names: Vec<&str> = all.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "dev/.atakora-manifest.json",
            "dev/main/atakora.sources.json",
            "dev/main/functions/users/host.json",
            "dev/main/main.tf.json",
            "dev/main/versions.tf.json",
        ]
    );
    assert!(Path::new(&folder.path().join("dev")).is_dir());
}
