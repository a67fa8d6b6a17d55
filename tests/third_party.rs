//! A provider and components of another crate take part in a backend like the built-in ones.

use atakora::azure::{Label, Region};
use atakora::backend::{Backend, BackendBuilder};
use atakora::components::{CrudApiSettings, FunctionsAppSettings};
use atakora::deferred::{EnvValue, EnvVar};
use atakora::prelude::*;
use atakora_tests::{document, terraform_accepts, without_comments};
use redis_for_atakora::shop::{Shop, ShopGiven};
use redis_for_atakora::{
    Cache, CacheSettings, Eviction, Module, Redis, RedisSettings, Sessions, SessionsSettings, Size,
};
use serde_json::{Value, json};
use tempfile::TempDir;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Order {
    id: String,
    region: String,
}

const SEARCH: &[Module] = &[Module { name: "RediSearch", arguments: "MINPREFIX 2" }];

backend! {
    Orders <
        orders: CrudApi<Order>,
        sessions: Sessions,
        cache: Cache { size: Size::B3, memory_mb: 2_048, eviction: Eviction::NoEviction, modules: SEARCH },
        pages: Cache { cluster: Some("page") },
        jobs: FunctionsApp {
            runtime: Runtime::Crud,
            functions: &[Function::timer("tidy", "0 0 3 * * *")],
            env: &[("CACHE_HOST", cache.host), ("CACHE_PORT", cache.port)],
        },
    > with {
        name: "orders",
        environment: "production",
        providers: [Redis],
        redis: { high_availability: false },
        limits: { max_redis_caches: 2, max_redis_memory: 2404, max_redis_modules: 2, max_function_apps: 1 },
        tags: { project: "orders" },
    }
}

/// The same, by the builder.
fn orders(changed: impl FnOnce(BackendBuilder) -> BackendBuilder) -> BackendBuilder {
    let env: &'static [EnvVar] = Box::leak(Box::new([
        EnvVar { name: "CACHE_HOST", value: EnvValue::Deferred(component("cache", "host")) },
        EnvVar { name: "CACHE_PORT", value: EnvValue::Deferred(component("cache", "port")) },
    ]));
    let tidy: &'static [Function] = Box::leak(Box::new([Function::timer("tidy", "0 0 3 * * *")]));
    let builder = Backend::builder("orders", "production")
        .with_provider::<Redis>(RedisSettings::DEFAULT)
        .add_component::<CrudApi<Order>>("orders", CrudApiSettings::DEFAULT)
        .add_component::<Sessions>("sessions", SessionsSettings::DEFAULT)
        .add_component::<Cache>(
            "cache",
            CacheSettings {
                size: Size::B3,
                memory_mb: 2_048,
                eviction: Eviction::NoEviction,
                modules: SEARCH,
                ..CacheSettings::DEFAULT
            },
        )
        .add_component::<Cache>("pages", CacheSettings { cluster: Some("page"), ..CacheSettings::DEFAULT })
        .add_component::<FunctionsApp>(
            "jobs",
            FunctionsAppSettings { runtime: Runtime::Crud, functions: tidy, env, ..FunctionsAppSettings::DEFAULT },
        )
        .with_provider::<Redis>(RedisSettings { high_availability: false, ..RedisSettings::DEFAULT })
        .tag("project", "orders");
    changed(builder)
}

fn component(component: &'static str, output: &'static str) -> atakora::deferred::Origin {
    atakora::deferred::Origin::Component { component, output }
}

/// What is in the one stack of an app, and the folder that keeps it.
fn written(add: impl FnOnce(&Stack) -> atakora::Result) -> (TempDir, Value) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    add(&stack).expect("it fits");
    app.synth(folder.path()).expect("it is written");
    let written = document(folder.path().join("production/main/main.tf.json"));
    (folder, written)
}

fn settings_of(document: &Value) -> &Value {
    let apps = document["resource"]["azurerm_function_app_flex_consumption"].as_object().expect("apps");
    assert_eq!(apps.len(), 1);
    &apps.values().next().expect("one")["app_settings"]
}

#[test]
fn components_of_a_third_party_share_a_third_partys_resource() {
    let (folder, document) = written(|stack| {
        let handles = Orders::new().add_to(stack)?;
        stack.output("host", handles.cache.host());
        stack.output("port", handles.pages.port());
        Ok(())
    });
    let caches = &document["resource"]["azurerm_managed_redis"];
    assert_eq!(caches.as_object().expect("caches").len(), 2);
    let shared = &caches["orders_redis_cache"];
    assert_eq!(shared["name"], "amr-orders-prod-weu");
    assert_eq!(shared["sku_name"], "Balanced_B3");
    assert_eq!(shared["high_availability_enabled"], false);
    assert_eq!(shared["tags"], json!({ "project": "orders" }));
    let database = &shared["default_database"][0];
    assert_eq!(database["eviction_policy"], "NoEviction");
    assert_eq!(database["persistence_append_only_file_backup_frequency"], "1s");
    assert_eq!(database["module"], json!([{ "args": "MINPREFIX 2", "name": "RediSearch" }, { "name": "RedisJSON" }]));
    assert_eq!(caches["orders_redis_page_cache"]["name"], "amr-orders-page-prod-weu");
    let settings = settings_of(&document);
    let host = "${azurerm_managed_redis.orders_redis_cache.hostname}";
    assert_eq!(settings["SESSIONS_REDIS__redisHostName"], host);
    assert_eq!(settings["SESSIONS_SESSION_HOST"], host);
    assert_eq!(settings["CACHE_HOST"], host);
    assert_eq!(settings["CACHE_PORT"], "${azurerm_managed_redis.orders_redis_cache.default_database[0].port}");
    let access = &document["resource"]["azurerm_managed_redis_access_policy_assignment"];
    assert_eq!(access.as_object().expect("one").len(), 1);
    let assignment = access.as_object().and_then(|all| all.values().next()).expect("one");
    assert_eq!(assignment["managed_redis_id"], "${azurerm_managed_redis.orders_redis_cache.id}");
    terraform_accepts(
        "components_of_a_third_party_share_a_third_partys_resource",
        &[&folder.path().join("production/main")],
    );
}

#[test]
fn a_crate_without_a_prelude_has_backends_too() {
    let (folder, document) = written(|stack| {
        let partner = Endpoint::new("https://partner.example");
        let shop = Shop::new(ShopGiven { partner }).label(Label::new("blue")?).add_to(stack)?;
        stack.output("customers", shop.customers.endpoint());
        stack.output("sessions", shop.sessions.endpoint());
        Ok(())
    });
    let settings = settings_of(&document);
    assert_eq!(settings["PARTNER"], "https://partner.example");
    assert_eq!(settings["LEVEL"], "3");
    // the endpoint of another component of the same app: the app cannot refer to itself
    assert_eq!(settings["SESSIONS"], "https://func-shop-cust-prod-blue-weu-r7.azurewebsites.net/api/sessions");
    assert_eq!(Shop::PLAN.redis.len(), 1);
    assert_eq!(Shop::PLAN.redis[0].memory_mb, 776);
    terraform_accepts("a_crate_without_a_prelude_has_backends_too", &[&folder.path().join("production/main")]);
}

#[test]
fn the_builder_makes_of_it_what_the_compiler_makes() {
    let (_one, compiled) = written(|stack| Orders::new().add_to(stack).map(drop));
    let (_two, built) = written(|stack| orders(|same| same).build()?.add_to(stack).map(drop));
    assert_eq!(without_comments(compiled), without_comments(built));
}

/// What the builder says to a change of [`orders`].
fn refusal(changed: impl FnOnce(BackendBuilder) -> BackendBuilder) -> String {
    orders(changed).build().map(drop).expect_err("it is refused").to_string()
}

#[test]
fn rules_and_limits_of_a_third_party_hold() {
    let large = CacheSettings { memory_mb: 10_500, eviction: Eviction::NoEviction, ..CacheSettings::DEFAULT };
    let text = refusal(|builder| builder.add_component::<Cache>("large", large));
    assert!(text.contains("the components ask for 12648 MB of one cache, and the largest has 12288"), "{text}");
    assert!(text.contains("give some of them a `cluster` of their own") && text.contains("REDIS-001"), "{text}");

    let search = CacheSettings { modules: SEARCH, cluster: Some("find"), ..CacheSettings::DEFAULT };
    let text = refusal(|builder| builder.add_component::<Cache>("search", search));
    assert!(text.contains("`RediSearch` needs a cache that lets nothing go") && text.contains("REDIS-002"), "{text}");

    let text = refusal(|builder| builder.limit("max_redis_caches", 1));
    for part in ["Redis caches", "Limit: ", "Requested: 2", "page: `pages`", "let the components share a cluster"] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
    let text = refusal(|builder| builder.limit("max_redis_memory", 2_403));
    assert!(text.contains("Requested: 2404"), "{text}");
    let text = refusal(|builder| builder.limit("max_redis_modules", 1));
    assert!(text.contains("Requested: 2"), "{text}");
    let text = refusal(|builder| builder.limit("max_redis_cache", 1));
    assert!(text.contains("max_redis_caches"), "{text}");
    let text =
        refusal(|builder| builder.with_provider::<Redis>(RedisSettings { port: 6_379, ..RedisSettings::DEFAULT }));
    assert!(text.contains("a cache listens at 10000, not 6379"), "{text}");

    let other: &'static [Module] = &[Module { name: "RediSearch", arguments: "MINPREFIX 3" }];
    let other = CacheSettings { modules: other, eviction: Eviction::NoEviction, ..CacheSettings::DEFAULT };
    let text = refusal(|builder| builder.add_component::<Cache>("other", other));
    for part in ["`RediSearch`", "arguments", "cache", "other"] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn warnings_of_a_third_party_are_heard() {
    let small = Backend::builder("small", "production")
        .with_provider::<Redis>(RedisSettings::DEFAULT)
        .add_component::<Sessions>("sessions", SessionsSettings::DEFAULT)
        .add_component::<Cache>("cache", CacheSettings::DEFAULT);
    let built = small.build().expect("the priority of sessions decides");
    let warnings = built.validate().warnings;
    assert_eq!(warnings.len(), 1, "{warnings:?}");
    assert!(warnings[0].contains("overruled"), "{warnings:?}");
}
