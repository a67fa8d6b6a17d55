//! A backend for several environments: each is what it says, one is chosen when the program runs.

// one of the environments warns, which is looked at
#![allow(deprecated)]

use std::collections::BTreeSet;
use std::path::Path;

use atakora::backend::Overlay;
use atakora::components::{CrudApiSettings, FunctionsAppSettings};
use atakora::deferred::{EnvValue, EnvVar, Slot};
use atakora::prelude::*;
use atakora::providers::monitoring::MonitoringSettings;
use atakora::terraform::RemoteState;
use atakora::terraform::declare::Block;
use atakora::terraform::summary::Summary;
use atakora_tests::{document, without_comments};
use serde_json::Value;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    /// Users, and jobs about them.
    pub Shop <
        user_api: CrudApi<User> { throughput: Throughput::Autoscale(4000) },
        jobs: FunctionsApp { env: &[("LEVEL", "info"), ("USERS", user_api.endpoint)] },
    > with {
        name: "shop",
        label: 4,
        monitoring: { retention_days: 60, sampling_percentage: 50 },
        limits: { max_function_apps: 3, max_cosmos_accounts: 2 },
        tags: { team: "sales", tier: "standard" },
        environments: {
            dev: {
                user_api: { throughput: Throughput::Manual(400) },
                jobs: { env: &[("LEVEL", "debug"), ("MAIL_API", given(mail_api: Endpoint))] },
                tags: { tier: "basic", owner: "developers" },
            },
            staging: {},
            production: {
                monitoring: { retention_days: 90 },
                limits: { max_function_apps: 2, max_functions_per_app: 9 },
                user_api: { auth: Auth::Anonymous },
            },
        },
    }
}

const ENVIRONMENTS: [&str; 3] = ["dev", "staging", "production"];
const MAIL: &str = "https://mail.example.com";

fn mail() -> Endpoint {
    Endpoint::new(MAIL)
}

/// The same, when the program runs.
fn built() -> atakora::Result<atakora::backend::Built> {
    let users = Throughput::Autoscale(4000);
    let api = CrudApiSettings { throughput: users, ..CrudApiSettings::DEFAULT };
    let text = |name, value| EnvVar { name, value: EnvValue::Text(value) };
    let outputs = atakora::components::CrudApiOutputs::of("user_api");
    let env = |variables: Vec<EnvVar>| FunctionsAppSettings { env: variables.leak(), ..FunctionsAppSettings::DEFAULT };
    let users = EnvVar { name: "USERS", value: EnvValue::Deferred(outputs.endpoint.origin()) };
    let mail_api = EnvVar { name: "MAIL_API", value: EnvValue::Deferred(Slot::<Endpoint>::new("mail_api").origin()) };
    let monitoring = MonitoringSettings { retention_days: 60, sampling_percentage: 50, ..MonitoringSettings::DEFAULT };
    let dev = Overlay::new()
        .component::<CrudApi<User>>("user_api", CrudApiSettings { throughput: Throughput::Manual(400), ..api })
        .component::<FunctionsApp>("jobs", env(vec![text("LEVEL", "debug"), mail_api]))
        .with_tags([("tier", "basic"), ("owner", "developers")]);
    let production = Overlay::new()
        .with_monitoring(MonitoringSettings { retention_days: 90, ..monitoring })
        .with_limits([("max_function_apps", 2), ("max_functions_per_app", 9)])
        .component::<CrudApi<User>>("user_api", CrudApiSettings { auth: Auth::Anonymous, ..api });
    Backend::in_environments("shop", [("dev", dev), ("staging", Overlay::new()), ("production", production)])
        .longest_label(4)
        .with_monitoring(monitoring)
        .with_limits([("max_function_apps", 3), ("max_cosmos_accounts", 2)])
        .with_tags([("team", "sales"), ("tier", "standard")])
        .add_component::<CrudApi<User>>("user_api", api)
        .add_component::<FunctionsApp>("jobs", env(vec![text("LEVEL", "info"), users]))
        .given("mail_api", mail())
        .build()
}

#[test]
fn states_are_kept_apart_by_environment() {
    let key = |environment: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut app = App::new("shop").in_environment(environment);
        app.remote_state(RemoteState::Azurerm {
            storage_account: "ststates".into(),
            container: "states".into(),
            resource_group: None,
        });
        let stack = app.stack("main").resource_group("rg", Region::EastUs);
        Shop::new(ShopGiven { mail_api: mail() }).add_to(&stack).expect("it fits");
        app.synth(folder.path()).expect("documents");
        let versions = document(folder.path().join(environment).join("main/versions.tf.json"));
        versions["terraform"]["backend"]["azurerm"]["key"].as_str().expect("a key").to_owned()
    };
    assert_eq!(ENVIRONMENTS.map(key), ["dev", "staging", "production"].map(|name| format!("shop/{name}/main.tfstate")));
}

/// The document of a stack, and the summary.
fn synth(environment: &str, fill: impl FnOnce(&mut App, &Stack) -> atakora::Result) -> (Value, Summary) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment(environment);
    let stack = app.stack("main").resource_group(format!("rg-{environment}"), Region::EastUs);
    fill(&mut app, &stack).expect("it fits");
    let summary = app.synth(folder.path()).expect("documents");
    let path = folder.path().join(environment).join("main/main.tf.json");
    (document(Path::new(&path)), summary)
}

fn shop(environment: &str) -> (Value, Summary) {
    synth(environment, |_, stack| Shop::new(ShopGiven { mail_api: mail() }).add_to(stack).map(drop))
}

/// The only resource of a type; several must agree about what is looked at.
fn first<'d>(document: &'d Value, kind: &str) -> &'d Value {
    let named = document["resource"][kind].as_object().unwrap_or_else(|| panic!("no {kind}"));
    named.values().next().unwrap_or_else(|| panic!("no {kind}"))
}

/// The types of all protected resources.
fn protected(document: &Value) -> BTreeSet<&str> {
    let types = document["resource"].as_object().expect("resources");
    let of = |named: &Value| {
        let mut bodies = named.as_object().expect("resources").values();
        bodies.any(|body| body["lifecycle"]["prevent_destroy"] == true)
    };
    types.iter().filter(|(_, named)| of(named)).map(|(kind, _)| kind.as_str()).collect()
}

#[test]
fn each_environment_is_what_it_says() {
    assert_eq!(Shop::ENVIRONMENTS, ENVIRONMENTS);
    let [dev, staging, production] = ENVIRONMENTS.map(|environment| shop(environment).0);
    let retention = |document: &Value| first(document, "azurerm_log_analytics_workspace")["retention_in_days"].clone();
    assert_eq!([&dev, &staging, &production].map(retention), [60, 60, 90]);
    let sampling = |document: &Value| first(document, "azurerm_application_insights")["sampling_percentage"].clone();
    assert_eq!([&dev, &staging, &production].map(sampling), [50, 50, 50]);
    let container = |document: &Value| first(document, "azurerm_cosmosdb_sql_container").clone();
    assert_eq!(container(&dev)["throughput"], 400);
    assert_eq!(container(&production)["autoscale_settings"][0]["max_throughput"], 4000);
    let text = |document: &Value| serde_json::to_string(document).expect("text");
    assert!(text(&dev).contains(r#""LEVEL":"debug""#) && text(&dev).contains(MAIL));
    // a list is replaced whole
    assert!(!text(&dev).contains(r#""USERS":"#) && text(&staging).contains(r#""USERS":"#));
    assert!(text(&production).contains(r#""LEVEL":"info""#) && !text(&production).contains(MAIL));
    let tags = |document: &Value| first(document, "azurerm_cosmosdb_account")["tags"].clone();
    assert_eq!(tags(&dev), serde_json::json!({ "owner": "developers", "team": "sales", "tier": "basic" }));
    assert_eq!(tags(&staging), serde_json::json!({ "team": "sales", "tier": "standard" }));
}

#[test]
fn the_builder_makes_the_same() {
    for environment in ENVIRONMENTS {
        let (by_macro, _) = synth(environment, |_, stack| {
            let shop = Shop::new(ShopGiven { mail_api: mail() }).label(Label::new("blue")?);
            shop.tag("tier", "own").add_to(stack).map(drop)
        });
        assert_eq!(
            first(&by_macro, "azurerm_cosmosdb_account")["tags"]["tier"],
            "own",
            "the program has the last word"
        );
        let (by_macro, _) = shop(environment);
        let (by_builder, _) = synth(environment, |_, stack| built()?.add_to(stack).map(drop));
        assert_eq!(without_comments(by_macro), without_comments(by_builder), "{environment}");
    }
}

#[test]
fn plans_are_constants_by_environment() {
    const DEV: usize = match Shop::plan("dev") {
        Some(plan) => plan.functions.len(),
        None => 0,
    };
    assert_eq!(DEV, 2);
    assert_eq!(Shop::plan("production").map(|plan| plan.cosmos.len()), Some(1));
    assert!(Shop::plan("qa").is_none());
}

#[test]
fn names_of_environments_are_in_names_of_resources_and_keep_them_apart() {
    let names = |environment: &str| -> BTreeSet<String> {
        let (document, _) = shop(environment);
        let types = document["resource"].as_object().expect("resources").clone();
        let bodies = types.values().flat_map(|named| named.as_object().expect("resources").values().cloned());
        bodies.filter_map(|body| body["name"].as_str().map(str::to_owned)).collect()
    };
    let [dev, staging, production] = ENVIRONMENTS.map(names);
    // what is called the same stands inside something that is not: databases, containers
    let inside = ["shop", "User", "deployment"];
    for (one, other) in [(&dev, &staging), (&dev, &production), (&staging, &production)] {
        let same: Vec<&String> = one.intersection(other).filter(|name| !inside.contains(&name.as_str())).collect();
        let same: Vec<&&String> = same.iter().filter(|name| !name.starts_with("${")).collect();
        assert!(same.is_empty(), "{same:?}");
    }
    assert!(dev.contains("cosmos-shop-dev-eus"), "{dev:?}");
    assert!(staging.contains("cosmos-shop-stg-eus"), "{staging:?}");
    assert!(production.contains("cosmos-shop-prod-eus"), "{production:?}");
}

#[test]
fn validation_and_usage_tell_the_environment() {
    let shop = Shop::new(ShopGiven { mail_api: mail() });
    let validation = shop.validate();
    assert!(validation.valid(), "{validation:?}");
    let [warning] = validation.warnings.as_slice() else { panic!("{:?}", validation.warnings) };
    assert!(warning.contains("ATK-FUNC-010") && warning.ends_with("\n  Environment: `production`"), "{warning}");
    let wrong = shop.tag("a".repeat(600), "x").label(Label::new("purple").expect("a label"));
    let errors = wrong.validate().errors;
    // what is wrong in all is told once; a label is none of any environment
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[1].ends_with("\n  Environments: `dev`, `staging`, `production`"), "{errors:?}");

    let usage = Shop::new(ShopGiven { mail_api: mail() }).usage();
    let allowed = |environment| usage.of(environment).row("max_function_apps").and_then(|row| row.limit);
    assert_eq!(ENVIRONMENTS.map(allowed), [Some(3), Some(3), Some(2)]);
    let told = usage.to_string();
    assert!(told.starts_with("dev ") && told.contains("\n\nproduction"), "{told}");
    assert!(!usage.of("dev").to_string().contains("dev"), "one environment needs no name");
    let built = built().expect("it fits");
    assert_eq!(built.usage(), usage);
    assert_eq!(built.validate(), validation);
    assert_eq!(built.environments(), ENVIRONMENTS);
}

#[test]
fn warnings_of_a_run_are_those_of_its_environment() {
    let warnings = |environment| {
        let (_, summary) = shop(environment);
        summary.stacks.iter().flat_map(|stack| stack.warnings.clone()).collect::<Vec<_>>()
    };
    assert_eq!(warnings("staging"), Vec::<String>::new());
    let production = warnings("production");
    assert_eq!(production.len(), 1, "{production:?}");
    assert!(!production[0].contains("Environment"), "{production:?}");
}

fn refused(environment: Option<&str>, fill: impl FnOnce(&App, &Stack) -> atakora::Result) -> String {
    let app = App::new("shop");
    let mut app = match environment {
        Some(environment) => app.in_environment(environment),
        None => app,
    };
    let stack = app.stack("main").resource_group("rg", Region::EastUs);
    fill(&app, &stack).expect_err("refused").to_string()
}

#[test]
fn a_run_is_for_one_of_the_environments() {
    let add = |_: &App, stack: &Stack| Shop::new(ShopGiven { mail_api: mail() }).add_to(stack).map(drop);
    let unsaid = refused(None, add);
    assert!(unsaid.contains("`dev`, `staging`, `production`") && unsaid.contains("--env"), "{unsaid}");
    let unknown = refused(Some("qa"), add);
    assert!(unknown.contains("for the environment `qa`"), "{unknown}");
    let asked = refused(None, |app, stack| {
        // to ask settles it, but nobody said `default`
        assert_eq!(app.environment(), "default");
        add(app, stack)
    });
    assert!(asked.contains("nobody said which one is meant"), "{asked}");
    // the only one that another backend names
    let mut app = App::new("shop");
    let stack = app.stack("main").resource_group("rg", Region::EastUs);
    assert_eq!(app.declare_environments(&["staging"]).ok(), Some("staging"));
    assert!(add(&app, &stack).is_ok());
    assert_eq!(app.environment(), "staging");
}

const STATEFUL: [&str; 5] = [
    "azurerm_cosmosdb_account",
    "azurerm_cosmosdb_sql_container",
    "azurerm_cosmosdb_sql_database",
    "azurerm_log_analytics_workspace",
    "azurerm_storage_account",
];

fn vault(stack: &Stack, kept: Option<bool>) {
    const TENANT: &str = "00000000-0000-0000-0000-000000000000";
    let (group, location) = (stack.resource_group().name(), stack.location());
    match kept {
        None => drop(resource!(stack, azurerm_key_vault "main" {
            name: "kv-shop", location: location, resource_group_name: group, tenant_id: TENANT, sku_name: "standard",
            rbac_authorization_enabled: true,
            lifecycle { ignore_changes: [tags] },
        })),
        Some(kept) => drop(resource!(stack, azurerm_key_vault "main" {
            name: "kv-shop", location: location, resource_group_name: group, tenant_id: TENANT, sku_name: "standard",
            rbac_authorization_enabled: true,
            lifecycle { prevent_destroy: kept },
        })),
    }
}

#[test]
fn production_protects_what_holds_data() {
    for environment in ENVIRONMENTS {
        let (document, _) = synth(environment, |_, stack| {
            vault(stack, None);
            let mut body = Block::new();
            body.put("name", atakora::terraform::value::Value::Text("content".into()));
            stack.raw_resource("azurerm_storage_blob", "content", body);
            Shop::new(ShopGiven { mail_api: mail() }).add_to(stack).map(drop)
        });
        let expected: BTreeSet<&str> = match environment {
            "production" => STATEFUL.into_iter().chain(["azurerm_key_vault"]).collect(),
            _ => BTreeSet::new(),
        };
        assert_eq!(protected(&document), expected, "{environment}");
        // what else the lifecycle says stays
        assert_eq!(first(&document, "azurerm_key_vault")["lifecycle"]["ignore_changes"][0], "tags");
    }
}

#[test]
fn an_app_and_a_resource_have_a_say_in_protection() {
    let (document, _) = synth("production", |app, stack| {
        app.protect(false);
        assert!(!app.protects());
        vault(stack, None);
        Shop::new(ShopGiven { mail_api: mail() }).add_to(stack).map(drop)
    });
    assert_eq!(protected(&document), STATEFUL.into_iter().collect(), "the backend decides for itself");
    let (document, _) = synth("dev", |app, stack| {
        app.protect(true);
        vault(stack, None);
        Ok(())
    });
    assert_eq!(protected(&document), BTreeSet::from(["azurerm_key_vault"]));
    let (document, _) = synth("production", |_, stack| {
        vault(stack, Some(false));
        Ok(())
    });
    assert_eq!(protected(&document), BTreeSet::new());
}

backend! {
    /// Kept where it is tried out, and not where it is real.
    pub Reversed < user_api: CrudApi<User> > with {
        name: "reversed",
        protect: true,
        environments: { dev: {}, prod: { protect: false } },
    }
}

#[test]
fn an_environment_has_a_say_in_protection() {
    let of = |environment| {
        let (document, _) = synth(environment, |_, stack| Reversed::new().add_to(stack).map(drop));
        !protected(&document).is_empty()
    };
    assert!(of("dev"));
    assert!(!of("prod"));
}
