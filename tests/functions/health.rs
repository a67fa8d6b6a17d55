//! The health function, and the handle of an app: in its own backend, and in another stack.

use atakora::backend::Scope;
use atakora::components::FunctionsAppSettings;
use atakora::deferred::{Deferred, Origin};
use atakora::prelude::*;
use atakora::provider::{Emit, Provided};
use atakora::settings::NoSettings;
use atakora::{Item, Settings, component, provider};
use atakora_tests::document;
use serde_json::{Value, json};

/// An app that is probed.
#[derive(Clone, Copy, Debug, Item)]
pub struct Probed {
    pub app: Deferred<FunctionApp>,
    pub origin: Origin,
}

impl Probed {
    pub const fn of(app: Deferred<FunctionApp>) -> Self {
        Probed { app, origin: app.origin() }
    }
}

/// What stands in front of apps, as small as possible: it asks them for what a router asks.
#[provider(id = "prober", label = "Prober", stage = edge)]
pub struct Prober {
    #[merge(collect, key = origin)]
    pub apps: &[Probed],
}

#[derive(Clone)]
pub struct Nothing;

impl Provided for Nothing {}

impl Emit for Prober {
    type Handle = Nothing;

    fn emit(merged: &ProberMerged<'_>, _settings: &NoSettings, scope: &Scope<'_>) -> atakora::Result<Nothing> {
        for (component, probed) in merged.apps.iter() {
            let app = scope.function_app(probed.app, component)?;
            assert_eq!(app.health_path(), "/api/health");
            let facts = (app.plan(), app.region().code(), app.isolated(), app.keys(), app.entra());
            scope.stack().output(format!("{}_facts", app.physical_name().replace('-', "_")), format!("{facts:?}"));
            scope.stack().output(app.physical_name().replace('-', "_"), app.host_name());
        }
        Ok(Nothing)
    }
}

#[derive(Clone, Copy, Debug, Settings)]
pub struct WatcherSettings {
    #[setting(default = &[])]
    pub apps: &'static [Probed],
}

#[component(settings = WatcherSettings)]
#[requires(Prober { apps: settings.apps })]
pub struct Watcher;

const ORDERS: &[Function] =
    &[Function::http("orders", &[Method::Get], "orders"), Function::timer("tidy", "0 0 3 * * *")];

backend! {
    Shop <
        watcher: Watcher { apps: &[Probed::of(jobs.app), Probed::of(crud.app), Probed::of(given(elsewhere: FunctionApp))] },
        jobs: FunctionsApp { functions: ORDERS },
        crud: FunctionsApp { runtime: Runtime::Custom, plan: Plan::ElasticPremium },
    > with {
        name: "shop",
        environment: "dev",
        providers: [Prober],
        limits: { max_functions_per_app: 2 },
    }
}

backend! {
    Elsewhere < api: FunctionsApp { functions: OPEN } > with { name: "other", environment: "dev" }
}

const OPEN: &[Function] = &[Function::http("alive", &[Method::Get], "health").anonymous()];

fn names(manifest: &Value) -> Vec<&str> {
    let functions = manifest["functions"].as_array().expect("functions");
    functions.iter().map(|function| function["name"].as_str().expect("a name")).collect()
}

#[test]
fn an_app_that_is_probed_answers() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let there = app.stack("there").resource_group("rg-there", Region::EastUs);
    let here = app.stack("here").resource_group("rg-here", Region::WestEurope);
    let elsewhere = Elsewhere::new().add_to(&there).expect("a backend");
    Shop::new(ShopGiven { elsewhere: elsewhere.api.app() }).add_to(&here).expect("a backend");
    let summary = app.synth(folder.path()).expect("documents");

    let packages = folder.path().join("dev/here/functions");
    let manifest = document(packages.join("func-shop-node-dev-weu/functions.json"));
    assert_eq!(names(&manifest), ["orders", "tidy", "health"]);
    let binding = json!({
        "type": "httpTrigger", "direction": "in", "name": "req",
        "authLevel": "anonymous", "methods": ["get"], "route": "health",
    });
    assert_eq!(manifest["functions"][2]["bindings"][0], binding);
    let custom = document(packages.join("func-shop-cep-dev-weu/health/function.json"));
    assert_eq!(custom["bindings"][0], binding);
    // a function of the app's own answers already
    let manifest = document(folder.path().join("dev/there/functions/func-other-node-dev-eus/functions.json"));
    assert_eq!(names(&manifest), ["alive"]);

    let outputs = &document(folder.path().join("dev/here/main.tf.json"))["output"];
    assert_eq!(outputs["func_shop_node_dev_weu_facts"]["value"], "(Flex, \"weu\", false, true, false)");
    assert_eq!(outputs["func_shop_cep_dev_weu_facts"]["value"], "(ElasticPremium, \"weu\", false, false, false)");
    assert_eq!(outputs["func_other_node_dev_eus_facts"]["value"], "(Flex, \"eus\", false, false, false)");
    assert_eq!(
        outputs["func_other_node_dev_eus"]["value"],
        "${data.terraform_remote_state.there.outputs.azurerm_function_app_flex_consumption_elsewhere_functions_node_app_default_hostname}"
    );

    // counted apart: the limit of two functions holds
    let here = summary.stacks.iter().find(|stack| stack.name == "here").expect("a stack");
    let usage: Vec<String> = here.usage.iter().map(ToString::to_string).collect();
    assert!(usage.contains(&"functions per app 2 of 2".to_owned()), "{usage:?}");
    assert!(usage.contains(&"health functions 2".to_owned()), "{usage:?}");
}

#[test]
fn an_app_that_nobody_probes_has_no_health_function() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("there").resource_group("rg-there", Region::EastUs);
    let settings = FunctionsAppSettings { functions: ORDERS, ..FunctionsAppSettings::DEFAULT };
    let backend = Backend::builder("shop", "dev").add_component::<FunctionsApp>("jobs", settings);
    backend.build().and_then(|backend| backend.add_to(&stack)).expect("a backend");
    app.synth(folder.path()).expect("documents");
    let manifest = document(folder.path().join("dev/there/functions/func-shop-node-dev-eus/functions.json"));
    assert_eq!(names(&manifest), ["orders", "tidy"]);
}

/// What an app says when it closes whose one component, with these functions, is probed.
fn refused(functions: &'static [Function]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("there").resource_group("rg-there", Region::EastUs);
    let settings = FunctionsAppSettings { functions, ..FunctionsAppSettings::DEFAULT };
    let backend = Backend::builder("shop", "dev")
        .add_component::<FunctionsApp>("jobs", settings)
        .build()
        .and_then(|backend| backend.add_to(&stack))
        .expect("a backend");
    let jobs = backend.get::<FunctionsApp>("jobs").expect("the component");
    assert_eq!(jobs.app().health_path(), "/api/health");
    app.synth(folder.path()).expect_err("a problem").to_string()
}

#[test]
fn the_health_function_is_in_nobodys_way() {
    const KEY: &[Function] = &[Function::http("alive", &[Method::Get], "health")];
    let text = refused(KEY);
    assert!(text.contains("`alive` wants a key for GET /api/health"), "{text}");
    const NAME: &[Function] = &[Function::timer("Health", "0 0 3 * * *")];
    let text = refused(NAME);
    assert!(text.contains("its function `Health` has the name of the health function"), "{text}");
}
