//! What compiles, and what it becomes: slots, references between components, labels, tags, plans, shared containers.

use std::path::{Path, PathBuf};

use atakora::azure::Label;
use atakora::prelude::*;
use atakora_tests::{document, terraform_accepts};
use serde_json::{Value, json};
use tempfile::TempDir;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = ["/tenant", "/user", "/day"])]
struct Visit {
    id: String,
    tenant: String,
    user: String,
    day: String,
}

/// A stack that was written.
struct Written {
    folder: TempDir,
    document: Value,
}

impl Written {
    /// Everything of a type, by its logical id.
    fn all(&self, ty: &str) -> Vec<(&String, &Value)> {
        self.document["resource"][ty].as_object().into_iter().flatten().filter(|(id, _)| *id != "//").collect()
    }

    fn one(&self, ty: &str) -> &Value {
        let all = self.all(ty);
        let [(_, one)] = all.as_slice() else { panic!("{} resources of type {ty}", all.len()) };
        one
    }

    fn flex(&self) -> &Value {
        self.one("azurerm_function_app_flex_consumption")
    }

    fn stack(&self) -> PathBuf {
        self.folder.path().join("dev/shop")
    }

    fn package(&self, app: &str) -> PathBuf {
        self.stack().join("functions").join(app)
    }

    fn is_accepted(&self, test: &str) {
        terraform_accepts(test, &[self.stack().as_path()]);
    }
}

fn written(add: impl FnOnce(&Stack) -> atakora::Result) -> Written {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
    add(&stack).expect("it can be added");
    app.synth(folder.path()).expect("it can be written");
    let document = document(folder.path().join("dev/shop/main.tf.json"));
    Written { folder, document }
}

fn refused(add: impl FnOnce(&Stack) -> atakora::Result) -> String {
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
    add(&stack).expect_err("it must be refused").to_string()
}

backend! {
    Mail <
        jobs: FunctionsApp {
            env: &[
                ("MAIL_URL", given(mail_api: Endpoint)),
                ("MAIL_SENDER", given(sender: String)),
                ("MAIL_AGAIN", given(mail_api: Endpoint)),
                ("RETRIES", 3),
                ("VERBOSE", true),
                ("GREETING", "${hello} %{world}"),
            ],
        },
    > with { environment: "dev" }
}

#[test]
fn a_slot_takes_its_value_into_the_app_settings() {
    let given = || MailGiven { mail_api: Endpoint::new("https://mail.example/api"), sender: "shop@example".into() };
    let written = written(|stack| Mail::new(given()).add_to(stack).map(drop));
    let settings = &written.flex()["app_settings"];
    assert_eq!(settings["MAIL_URL"], "https://mail.example/api");
    assert_eq!(settings["MAIL_AGAIN"], "https://mail.example/api");
    assert_eq!(settings["MAIL_SENDER"], "shop@example");
    assert_eq!(settings["RETRIES"], "3");
    assert_eq!(settings["VERBOSE"], "true");
    assert_eq!(settings["GREETING"], "$${hello} %%{world}", "text is data");
    written.is_accepted("a_slot_takes_its_value_into_the_app_settings");
}

#[test]
fn a_slot_takes_what_another_stack_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let first = app.stack("first").resource_group("rg-first", Region::WestEurope);
    let mail = SelfReference::new().add_to(&first).expect("it can be added").user_api.endpoint();
    let shop = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
    Mail::new(MailGiven { mail_api: mail, sender: "shop@example".into() }).add_to(&shop).expect("it can be added");
    app.remote_state(RemoteState::Local);
    app.synth(folder.path()).expect("it can be written");
    let document = document(folder.path().join("dev/shop/main.tf.json"));
    let apps = document["resource"]["azurerm_function_app_flex_consumption"].as_object().expect("an app");
    let url = apps.values().next().expect("one")["app_settings"]["MAIL_URL"].as_str().expect("a text");
    assert!(url.contains("data.terraform_remote_state.first.outputs."), "{url}");
}

backend! {
    SelfReference <
        user_api: CrudApi<User>,
        jobs: FunctionsApp {
            runtime: Runtime::Custom,
            functions: &[Function::timer("nightly", "0 0 3 * * *")],
            env: &[("USERS", user_api.endpoint), ("OWN", jobs.endpoint)],
        },
    > with { name: "shop", environment: "dev" }
}

#[test]
fn an_app_that_refers_to_itself_knows_its_own_host_name() {
    let written = written(|stack| SelfReference::new().add_to(stack).map(drop));
    let app = written.flex();
    assert_eq!(app["app_settings"]["USERS"], "https://func-shop-cust-dev-weu.azurewebsites.net/api/user-api");
    assert_eq!(app["app_settings"]["OWN"], "https://func-shop-cust-dev-weu.azurewebsites.net/api");
    assert!(!app.to_string().contains("azurerm_function_app_flex_consumption."), "it refers to itself: {app}");
    written.is_accepted("an_app_that_refers_to_itself_knows_its_own_host_name");
}

backend! {
    TwoApps <
        user_api: CrudApi<User>,
        jobs: FunctionsApp { env: &[("USERS", user_api.endpoint), ("DATABASE", user_api.database)] },
    > with { name: "shop", environment: "dev" }
}

#[test]
fn one_app_refers_to_another_through_terraform() {
    let written = written(|stack| TwoApps::new().add_to(stack).map(drop));
    let apps = written.all("azurerm_function_app_flex_consumption");
    assert_eq!(apps.len(), 2);
    let jobs = apps.iter().find(|(_, app)| app["runtime_name"] == "node").expect("the app of the jobs").1;
    let url = jobs["app_settings"]["USERS"].as_str().expect("a text");
    assert!(url.starts_with("https://${azurerm_function_app_flex_consumption."), "{url}");
    assert!(url.ends_with(".default_hostname}/api/user-api"), "{url}");
    let database = jobs["app_settings"]["DATABASE"].as_str().expect("a text");
    assert!(database.starts_with("${azurerm_cosmosdb_sql_database."), "{database}");
    written.is_accepted("one_app_refers_to_another_through_terraform");
}

backend! {
    Circle <
        first: FunctionsApp { env: &[("OTHER", second.endpoint)] },
        second: FunctionsApp { app: Some("b"), env: &[("OTHER", first.endpoint)] },
    > with { name: "shop", environment: "dev" }
}

#[test]
fn two_apps_that_refer_to_each_other_know_each_others_host_names() {
    let written = written(|stack| Circle::new().add_to(stack).map(drop));
    let other = |id: &str| {
        let apps = written.all("azurerm_function_app_flex_consumption");
        let app = apps.iter().find(|(found, _)| found.as_str() == id).expect("the app").1;
        app["app_settings"]["OTHER"].as_str().expect("a text").to_owned()
    };
    assert_eq!(other("circle_functions_node_app"), "https://func-shop-b-dev-weu.azurewebsites.net/api");
    assert_eq!(
        other("circle_functions_b_app"),
        "https://${azurerm_function_app_flex_consumption.circle_functions_node_app.default_hostname}/api"
    );
    written.is_accepted("two_apps_that_refer_to_each_other_know_each_others_host_names");
}

backend! {
    Labelled <
        user_api: CrudApi<User>,
    > with { name: "shop", environment: "dev", label: 4, tags: { team: "shop", note: "data" } }
}

#[test]
fn a_label_keeps_two_backends_of_one_stack_apart() {
    let label = |text| Label::new(text).expect("a label");
    let red = written(|stack| Labelled::new().label(label("red")).add_to(stack).map(drop));
    let blue = written(|stack| Labelled::new().label(label("blue")).add_to(stack).map(drop));
    let name = |written: &Written| written.one("azurerm_cosmosdb_account")["name"].clone();
    assert_ne!(name(&red), name(&blue));
    assert!(name(&red).as_str().expect("a text").contains("red"), "{}", name(&red));
    let error = refused(|stack| Labelled::new().label(label("green")).add_to(stack).map(drop));
    assert!(error.contains("green") && error.contains('4'), "{error}");
    let error = refused(|stack| TwoApps::new().label(label("red")).add_to(stack).map(drop));
    assert!(error.contains("red"), "{error}");
}

#[test]
fn tags_of_the_macro_and_of_the_program_are_on_everything() {
    let written = written(|stack| Labelled::new().tag("owner", "ann").tag("team", "users").add_to(stack).map(drop));
    let expected = json!({ "note": "data", "owner": "ann", "team": "users" });
    for ty in ["azurerm_cosmosdb_account", "azurerm_storage_account", "azurerm_service_plan"] {
        let tags = &written.one(ty)["tags"];
        for (key, value) in expected.as_object().expect("tags") {
            assert_eq!(&tags[key], value, "{ty}");
        }
    }
}

#[test]
fn a_backend_for_another_environment_is_refused() {
    let mut app = App::new("shop").in_environment("production");
    let stack = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
    let error = TwoApps::new().add_to(&stack).err().expect("another environment").to_string();
    assert!(error.contains("production") && error.contains("dev"), "{error}");
}

backend! {
    Files <
        files: BlobStorage {
            containers: &[BlobContainer { name: "uploads" }, BlobContainer { name: "reports" }],
            access: &[BlobAccess::write(jobs.identity)],
        },
        images: BlobStorage { containers: &[BlobContainer { name: "images" }] },
        jobs: FunctionsApp { env: &[("FILES__blobServiceUri", files.endpoint), ("ACCOUNT", files.account)] },
    > with { name: "shop", environment: "dev", limits: { max_storage_accounts: 2, max_containers_per_storage: 3 } }
}

#[test]
fn readers_get_the_containers_of_their_component_and_no_others() {
    let written = written(|stack| Files::new().add_to(stack).map(drop));
    let containers = written.all("azurerm_storage_container");
    let named = |name: &str| {
        let found = containers.iter().find(|(_, container)| container["name"] == name);
        found.unwrap_or_else(|| panic!("no container `{name}`")).0.as_str()
    };
    for (_, container) in &containers {
        assert_eq!(container["container_access_type"], "private");
    }
    let scopes: Vec<_> = written
        .all("azurerm_role_assignment")
        .into_iter()
        .filter(|(_, role)| role["role_definition_name"] == "Storage Blob Data Contributor")
        .map(|(_, role)| role["scope"].as_str().expect("a text").to_owned())
        .collect();
    for (container, readable) in [("uploads", true), ("reports", true), ("images", false)] {
        let address = format!("azurerm_storage_container.{}.", named(container));
        assert_eq!(scopes.iter().any(|scope| scope.contains(&address)), readable, "{container}: {scopes:?}");
    }
    let endpoint = written.flex()["app_settings"]["FILES__blobServiceUri"].as_str().expect("a text");
    assert!(endpoint.ends_with(".primary_blob_endpoint}"), "{endpoint}");
    written.is_accepted("readers_get_the_containers_of_their_component_and_no_others");
}

backend! {
    OneApp <
        files: BlobStorage {
            containers: &[BlobContainer { name: "uploads" }],
            access: &[BlobAccess::read(viewer.identity), BlobAccess::write(editor.identity)],
        },
        archive: BlobStorage {
            containers: &[BlobContainer { name: "archive" }],
            access: &[BlobAccess::read(viewer.identity)],
        },
        viewer: FunctionsApp,
        editor: FunctionsApp,
    > with { name: "shop", environment: "dev" }
}

#[test]
fn components_of_one_app_get_one_role_on_a_container_the_widest() {
    let written = written(|stack| OneApp::new().add_to(stack).map(drop));
    let mut roles: Vec<(String, String)> = written
        .all("azurerm_role_assignment")
        .into_iter()
        .filter(|(_, role)| role["scope"].as_str().expect("a text").contains("azurerm_storage_container"))
        .map(|(_, role)| {
            let text = |key: &str| role[key].as_str().expect("a text").to_owned();
            (text("scope"), text("role_definition_name"))
        })
        .collect();
    roles.sort();
    let [(archive, reader), (uploads, contributor)] = &roles[..] else { panic!("{roles:?}") };
    assert!(archive.contains("container_archive.") && uploads.contains("container_uploads."), "{roles:?}");
    assert_eq!(reader, "Storage Blob Data Reader");
    assert_eq!(contributor, "Storage Blob Data Contributor");
    written.is_accepted("components_of_one_app_get_one_role_on_a_container_the_widest");
}

backend! {
    Visits <
        visit_api: CrudApi<Visit> { capacity: CapacityMode::Serverless, unique_keys: &[&["/user", "/day"]] },
    > with { name: "shop", environment: "dev" }
}

#[test]
fn a_hierarchical_key_in_a_serverless_account() {
    let written = written(|stack| Visits::new().add_to(stack).map(drop));
    let container = written.one("azurerm_cosmosdb_sql_container");
    assert_eq!(container["partition_key_paths"], json!(["/tenant", "/user", "/day"]));
    assert_eq!(container["partition_key_kind"], "MultiHash");
    assert_eq!(container["partition_key_version"], 2);
    assert_eq!(container["unique_key"][0]["paths"], json!(["/user", "/day"]));
    let account = written.one("azurerm_cosmosdb_account");
    assert_eq!(account["capabilities"][0]["name"], "EnableServerless");
    assert_eq!(account["name"], "cosmos-shop-sls-dev-weu");
    for throughput in ["throughput", "autoscale_settings"] {
        assert!(container.get(throughput).is_none(), "{container}");
        assert!(written.one("azurerm_cosmosdb_sql_database").get(throughput).is_none());
    }
    written.is_accepted("a_hierarchical_key_in_a_serverless_account");
}

backend! {
    Premium <
        jobs: FunctionsApp {
            plan: Plan::ElasticPremium,
            runtime: Runtime::Node(22),
            functions: &[Function::http("hello", &[Method::Get], "hello/{name}")],
        },
        net: FunctionsApp { plan: Plan::ElasticPremium, runtime: Runtime::DotnetIsolated(10) },
    > with { name: "shop", environment: "dev" }
}

#[test]
fn an_elastic_premium_plan_runs_what_flex_does_not() {
    let written = written(|stack| Premium::new().add_to(stack).map(drop));
    assert!(written.all("azurerm_function_app_flex_consumption").is_empty());
    for (_, plan) in written.all("azurerm_service_plan") {
        assert_eq!(plan["sku_name"], "EP1");
    }
    let apps = written.all("azurerm_linux_function_app");
    let stacks: Vec<_> = apps.iter().map(|(_, app)| &app["site_config"][0]["application_stack"][0]).collect();
    assert!(stacks.iter().any(|stack| stack["node_version"] == "22"), "{stacks:?}");
    assert!(stacks.iter().any(|stack| stack["use_dotnet_isolated_runtime"] == true), "{stacks:?}");
    for (_, app) in &apps {
        assert_eq!(app["storage_uses_managed_identity"], true);
        assert!(app.get("storage_account_access_key").is_none(), "{app}");
    }
    written.is_accepted("an_elastic_premium_plan_runs_what_flex_does_not");
}

backend! {
    SharedContainer <
        user_api: CrudApi<User>,
        admin_api: CrudApi<User> { route: Some("admin/users") },
    > with { name: "shop", environment: "dev", limits: { max_cosmos_containers: 1, max_functions_per_app: 10 } }
}

#[test]
fn two_apis_share_a_container_and_the_access_to_it() {
    let written = written(|stack| {
        let backend = SharedContainer::new().add_to(stack)?;
        assert_eq!(backend.user_api.operations(), ["create", "read", "update", "delete", "list"]);
        assert_eq!(backend.admin_api.component(), "admin_api");
        Ok(())
    });
    written.one("azurerm_cosmosdb_sql_container");
    written.one("azurerm_cosmosdb_sql_role_assignment");
    assert_eq!(SharedContainer::PLAN.cosmos.len(), 1);
    assert_eq!(SharedContainer::PLAN.cosmos[0].containers.len(), 1);
    assert_eq!(SharedContainer::PLAN.functions[0].operations.len(), 10);
    let package = written.package("func-shop-cust-dev-weu");
    let route = |function: &str| function_json(&package, function)["bindings"][0]["route"].clone();
    assert_eq!(route("user-api-read"), "user-api/{id}");
    assert_eq!(route("admin-api-read"), "admin/users/{id}");
    written.is_accepted("two_apis_share_a_container_and_the_access_to_it");
}

fn function_json(package: &Path, function: &str) -> Value {
    document(package.join(function).join("function.json"))
}

/// A warning that nobody allowed would stop this file from compiling.
mod allowed {
    #![deny(deprecated)]

    use atakora::prelude::*;

    backend! {
        pub Open <
            hello: FunctionsApp { functions: &[Function::http("hello", &[Method::Get], "hello").anonymous()] },
        > with { name: "shop", environment: "production", allow: ["ATK-FUNC-010"] }
    }
}

#[test]
fn an_allowed_warning_is_silent() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("production");
    let stack = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
    allowed::Open::new().add_to(&stack).expect("it can be added");
    let summary = app.synth(folder.path()).expect("it can be written").to_string();
    assert!(!summary.contains("ATK-FUNC-010"), "{summary}");
}

#[test]
fn the_builder_warns_unless_that_is_allowed() {
    use atakora::components::FunctionsAppSettings;
    const OPEN: FunctionsAppSettings = FunctionsAppSettings {
        functions: &[Function::http("hello", &[Method::Get], "hello").anonymous()],
        ..FunctionsAppSettings::DEFAULT
    };
    let shop = || Backend::builder("shop", "production").add_component::<FunctionsApp>("hello", OPEN);
    let warnings = shop().build().expect("it is right").validate().warnings;
    assert_eq!(warnings.len(), 1);
    assert!(warnings[0].ends_with("Rule: ATK-FUNC-010"), "{}", warnings[0]);
    assert!(shop().allow("ATK-FUNC-010").build().expect("it is right").validate().warnings.is_empty());
    let dev = Backend::builder("shop", "dev").add_component::<FunctionsApp>("hello", OPEN);
    assert!(dev.build().expect("it is right").validate().warnings.is_empty());
}
