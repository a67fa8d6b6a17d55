//! Who may call an app: tokens of Entra, pages of other origins; and apps that call each other.

use atakora::Settings;
use atakora::component;
use atakora::deferred::EnvVar;
use atakora::prelude::*;
use atakora::providers::{Functions, Networking};
use atakora::terraform::Text;
use atakora_tests::{document, terraform_accepts};
use serde_json::{Value, json};
use tempfile::TempDir;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
}

const FUNCTIONS: &[Function] =
    &[Function::http("report", &[Method::Get], "report"), Function::http("hook", &[Method::Post], "hook").anonymous()];

backend! {
    Guarded <
        users: CrudApi<User> {
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: Deferred::text(TENANT) },
            cors: &[CorsOrigin::of("https://shop.example.com")],
        },
        // in the app of the CRUD API
        hooks: FunctionsApp {
            runtime: Runtime::Custom,
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: Deferred::text(TENANT) },
            functions: FUNCTIONS,
            cors: &[CorsOrigin::of("https://shop.example.com"), CorsOrigin::of("https://admin.example.com:8443")],
            cors_credentials: true,
        },
        reports: FunctionsApp {
            plan: Plan::ElasticPremium,
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: Deferred::text(TENANT) },
            functions: FUNCTIONS,
            cors: &[CorsOrigin::ANY],
        },
        open: FunctionsApp { app: Some("open"), functions: FUNCTIONS },
    > with {
        name: "guarded",
        environment: "production",
        // of the app without Entra alone: the warning would be there for it
        allow: ["ATK-FUNC-010"],
    }
}

const TENANT: &str = "11111111-2222-3333-4444-555555555555";

backend! {
    /// Each calls the other, by address and by name.
    Mutual <
        jobs: FunctionsApp { env: &[("PAGES", pages.endpoint), ("PAGES_APP", pages.function_app), ("SELF", jobs.function_app)] },
        pages: FunctionsApp {
            runtime: Runtime::Python(3, 12),
            env: &[("JOBS", jobs.endpoint), ("JOBS_APP", jobs.function_app), ("MAIL", mail.function_app)],
        },
        mail: FunctionsApp { runtime: Runtime::Java(21), env: &[("JOBS_APP", jobs.function_app)] },
    > with { name: "mutual", environment: "dev" }
}

fn guarded() -> (TempDir, Value) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    let client_id = stack.variable::<Text>("client_id").declare();
    let handles = Guarded::new(GuardedGiven { client_id }).add_to(&stack).expect("a backend");
    assert!(handles.users.app().entra() && !handles.users.app().keys());
    assert!(!handles.open.app().entra() && handles.open.app().keys());
    app.synth(folder.path()).expect("documents");
    let document = document(folder.path().join("production/main/main.tf.json"));
    (folder, document)
}

#[test]
fn entra_stands_before_the_whole_app() {
    let (_folder, document) = guarded();
    let flex = &document["resource"]["azurerm_function_app_flex_consumption"]["guarded_functions_cust_app"];
    let linux = &document["resource"]["azurerm_linux_function_app"]["guarded_functions_nep_app"];
    let expected = json!([{
        "auth_enabled": true,
        "require_authentication": true,
        "unauthenticated_action": "Return401",
        "default_provider": "azureactivedirectory",
        "require_https": true,
        "excluded_paths": ["/api/health"],
        "active_directory_v2": [{
            "client_id": "${var.client_id}",
            "tenant_auth_endpoint": format!("https://login.microsoftonline.com/{TENANT}/v2.0/"),
            "allowed_audiences": ["api://${var.client_id}"],
        }],
        "login": [{ "token_store_enabled": false }],
    }]);
    assert_eq!(flex["auth_settings_v2"], expected);
    assert_eq!(linux["auth_settings_v2"], expected);
    let open = &document["resource"]["azurerm_function_app_flex_consumption"]["guarded_functions_open_app"];
    assert_eq!(open.get("auth_settings_v2"), None);
}

#[test]
fn behind_entra_no_function_asks_for_a_key() {
    let (folder, _) = guarded();
    let functions = folder.path().join("production/main/functions");
    for function in ["users-create", "users-list", "report", "hook"] {
        let path = functions.join("func-guarded-cust-prod-weu").join(function).join("function.json");
        assert_eq!(document(path)["bindings"][0]["authLevel"], "anonymous", "{function}");
    }
    // elsewhere each says it itself; by name: hook, report
    let manifest = document(functions.join("func-guarded-open-prod-weu/functions.json"));
    let levels = [0, 1].map(|function| manifest["functions"][function]["bindings"][0]["authLevel"].clone());
    assert_eq!(levels, ["anonymous", "function"]);
}

#[test]
fn an_app_answers_to_the_origins_of_all_its_components() {
    let (_folder, document) = guarded();
    let flex = &document["resource"]["azurerm_function_app_flex_consumption"];
    assert_eq!(
        flex["guarded_functions_cust_app"]["site_config"][0]["cors"],
        json!([{
            "allowed_origins": ["https://shop.example.com", "https://admin.example.com:8443"],
            "support_credentials": true,
        }])
    );
    let linux = &document["resource"]["azurerm_linux_function_app"]["guarded_functions_nep_app"];
    let any = json!([{ "allowed_origins": ["*"], "support_credentials": false }]);
    assert_eq!(linux["site_config"][0]["cors"], any);
    assert_eq!(flex["guarded_functions_open_app"]["site_config"][0].get("cors"), None);
}

#[test]
fn terraform_takes_guarded_apps() {
    let (folder, _) = guarded();
    terraform_accepts("terraform_takes_guarded_apps", &[&folder.path().join("production/main")]);
}

#[test]
fn apps_that_call_each_other_are_no_cycle() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    Mutual::new().add_to(&stack).expect("a backend");
    app.synth(folder.path()).expect("documents");
    let written = folder.path().join("dev/main");
    let apps = &document(written.join("main.tf.json"))["resource"]["azurerm_function_app_flex_consumption"];
    assert_eq!(apps["mutual_functions_node_app"]["app_settings"]["SELF"], "func-mutual-node-dev-weu");
    terraform_accepts("apps_that_call_each_other_are_no_cycle", &[&written]);
}

/// What an app can have of another that no name tells: its id.
#[derive(Clone, Copy, Debug, Settings)]
pub struct KnowsAnotherSettings {
    #[setting(default = "one")]
    app: &'static str,
    #[setting(default = &[])]
    env: &'static [EnvVar],
}

#[component(settings = KnowsAnotherSettings)]
#[requires(Networking = Networking::EMPTY)]
#[requires(Functions { app: Some(settings.app), env: settings.env, ..Functions::EMPTY })]
#[output(id: Ref<Text> = parts.of::<Functions>()?.id())]
pub struct KnowsAnother;

backend! {
    Circle <
        one: KnowsAnother { env: &[("OTHER", two.id)] },
        two: KnowsAnother { app: "two", env: &[("OTHER", one.id)] },
    > with { name: "circle", environment: "dev" }
}

backend! {
    Line <
        one: KnowsAnother,
        two: KnowsAnother { app: "two", env: &[("OTHER", one.id)] },
    > with { name: "line", environment: "dev" }
}

#[test]
fn apps_that_need_each_other_are_told_with_the_components_that_asked() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    Circle::new().add_to(&stack).expect("a backend");
    let text = app.synth(folder.path()).expect_err("a circle").to_string();
    for part in [
        "CycleError: resources of the stack `main` need each other",
        "`azurerm_function_app_flex_consumption.circle_functions_one_app` (functions/callers.rs:",
        ", for one) needs `azurerm_function_app_flex_consumption.circle_functions_two_app`",
        ", for two) needs `azurerm_function_app_flex_consumption.circle_functions_one_app`",
        "Rule: ATK-DOC-042",
    ] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    Line::new().add_to(&stack).expect("a backend");
    app.synth(folder.path()).expect("one after the other");
}
