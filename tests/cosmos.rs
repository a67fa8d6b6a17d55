//! Cosmos DB: what each setting of the account becomes, data without functions, and what is kept from being destroyed.

use atakora::components::CrudApiSettings;
use atakora::prelude::*;
use atakora_tests::{document, terraform_accepts};
use serde_json::{Value, json};
use tempfile::TempDir;

#[derive(Entity)]
#[entity(partition_key = "/region")]
#[allow(dead_code)]
struct User {
    id: String,
    region: String,
}

/// Stacks that were written, all in westeurope.
struct Written {
    folder: TempDir,
    environment: &'static str,
}

impl Written {
    fn document(&self, stack: &str) -> Value {
        document(self.folder.path().join(self.environment).join(stack).join("main.tf.json"))
    }

    fn accepted(&self, test: &str, stacks: &[&str]) {
        let stacks: Vec<_> = stacks.iter().map(|stack| self.folder.path().join(self.environment).join(stack)).collect();
        terraform_accepts(test, &stacks.iter().map(|stack| stack.as_path()).collect::<Vec<_>>());
    }
}

fn written(environment: &'static str, add: impl FnOnce(&mut App) -> atakora::Result) -> Written {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment(environment);
    add(&mut app).unwrap_or_else(|error| panic!("it can be added: {error}"));
    app.synth(folder.path()).unwrap_or_else(|error| panic!("it can be written: {error}"));
    Written { folder, environment }
}

/// One stack, `main`.
fn one(environment: &'static str, add: impl FnOnce(&Stack) -> atakora::Result) -> Written {
    written(environment, |app| add(&app.stack("main").resource_group("rg-main", Region::WestEurope)))
}

/// All resources of a type.
fn all<'d>(document: &'d Value, ty: &str) -> Vec<&'d Value> {
    let named = document["resource"][ty].as_object().into_iter().flatten();
    named.filter(|(id, _)| *id != "//").map(|(_, body)| body).collect()
}

/// The only resource of a type.
fn only<'d>(document: &'d Value, ty: &str) -> &'d Value {
    let all = all(document, ty);
    let [one] = all.as_slice() else { panic!("{} resources of type {ty}", all.len()) };
    one
}

backend! {
    Protected < users: CrudApi<User>, files: BlobStorage { containers: &[BlobContainer { name: "files" }] } >
    with { name: "shop", environment: "production" }
}

backend! {
    Unprotected < users: CrudApi<User> > with { name: "shop", environment: "production", protect: false }
}

backend! {
    Kept < users: CrudApi<User> > with { name: "shop", environment: "dev", protect: true }
}

/// What holds data, or keys that callers have.
const LASTING: [&str; 5] = [
    "azurerm_cosmosdb_account",
    "azurerm_cosmosdb_sql_database",
    "azurerm_cosmosdb_sql_container",
    "azurerm_storage_account",
    "azurerm_log_analytics_workspace",
];

fn destroyable(document: &Value) -> Vec<&str> {
    let unprotected = |ty: &&&str| {
        let all = all(document, ty);
        assert!(!all.is_empty(), "no {ty}");
        all.iter().any(|body| body["lifecycle"]["prevent_destroy"] != json!(true))
    };
    LASTING.iter().filter(unprotected).copied().collect()
}

#[test]
fn production_keeps_what_holds_data() {
    let production = one("production", |stack| Protected::new().add_to(stack).map(|_| ()));
    let document = production.document("main");
    assert_eq!(destroyable(&document), [""; 0]);
    let files = all(&document, "azurerm_storage_container");
    let kept: Vec<_> = files.iter().filter(|body| !body["lifecycle"].is_null()).map(|body| &body["name"]).collect();
    assert_eq!(kept, ["files"], "the package of an app is deployed again");
    assert!(only(&document, "azurerm_function_app_flex_consumption")["lifecycle"].is_null());
    production.accepted("production_keeps_what_holds_data", &["main"]);
}

#[test]
fn protection_is_what_the_backend_says() {
    let unprotected = one("production", |stack| Unprotected::new().add_to(stack).map(|_| ()));
    assert_eq!(destroyable(&unprotected.document("main")), LASTING);
    assert!(!unprotected.document("main").to_string().contains("lifecycle"));
    let kept = one("dev", |stack| Kept::new().add_to(stack).map(|_| ()));
    assert_eq!(destroyable(&kept.document("main")), [""; 0]);
}

#[test]
fn the_builder_protects_alike() {
    let builder = |environment| {
        Backend::builder("shop", environment).add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT)
    };
    let of = |environment, backend: atakora::backend::BackendBuilder| {
        one(environment, |stack| backend.build()?.add_to(stack).map(|_| ())).document("main")
    };
    assert_eq!(destroyable(&of("production", builder("production"))), [""; 0]);
    assert_eq!(destroyable(&of("production", builder("production").protect(false))), LASTING);
    assert_eq!(destroyable(&of("dev", builder("dev"))), LASTING);
    assert_eq!(destroyable(&of("dev", builder("dev").protect(true))), [""; 0]);
}

backend! {
    Data < users: CosmosContainer<User> { time_to_live: TimeToLive::Seconds(60), container: Some("people") } >
    with { name: "data", environment: "dev" }
}

#[test]
fn a_container_without_functions() {
    let data = one("dev", |stack| {
        let data = Data::new().add_to(stack)?;
        stack.output("endpoint", data.users.endpoint());
        stack.output("container", data.users.container());
        stack.output("database", data.users.database());
        Ok(())
    });
    let document = data.document("main");
    let types: Vec<&String> = document["resource"].as_object().expect("resources").keys().collect();
    assert_eq!(
        types,
        [
            "azurerm_cosmosdb_account",
            "azurerm_cosmosdb_sql_container",
            "azurerm_cosmosdb_sql_database",
            "azurerm_resource_group"
        ]
    );
    let container = only(&document, "azurerm_cosmosdb_sql_container");
    assert_eq!(container["name"], "people");
    assert_eq!(container["default_ttl"], 60);
    assert_eq!(
        document["output"]["container"]["value"],
        "${azurerm_cosmosdb_sql_container.data_cosmos_container_people.name}"
    );
    data.accepted("a_container_without_functions", &["main"]);
}
