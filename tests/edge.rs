//! What stands in front of a backend: static sites, Front Door, Traffic Manager.

use atakora::prelude::*;
use atakora_tests::{document, terraform_accepts};
use serde_json::Value;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
}

backend! {
    Shop <
        users: CrudApi<User> { auth: Auth::Anonymous },
        jobs: FunctionsApp { functions: &[Function::http("ping", &[Method::Get], "ping").anonymous()], plan: Plan::ElasticPremium },
        website: StaticSiteWithCdn {
            enable_spa_mode: true,
            custom_domain: Some("app.example.com"),
            dns_zone_name: Some("example.com"),
            cache_max_age: 3600,
            cors: &["*"],
        },
        api: FrontDoor {
            endpoint: Some("website"),
            routes: &[Route::new("api", &["/api/*"], &[Origin::app(users.app), Origin::app(jobs.app).priority(2)])],
        },
    > with {
        name: "shop",
        environment: "production",
        allow: ["ATK-FUNC-010"],
        front_door: { sku: FrontDoorSku::Premium, waf: Some(Waf::prevention(1000)) },
    }
}

/// The document of the only stack of an app.
fn written(app: &App) -> (tempfile::TempDir, Value) {
    let folder = tempfile::tempdir().expect("a folder");
    let summary = app.synth(folder.path()).unwrap_or_else(|error| panic!("{error}"));
    println!("{summary}");
    let path = folder.path().join("production/main/main.tf.json");
    let document = document(&path);
    (folder, document)
}

#[test]
fn a_site_and_an_api_behind_one_front_door() {
    let mut app = App::new("shop");
    let stack = app.stack("main").resource_group("rg-shop", Region::WestEurope);
    let shop = Shop::new().add_to(&stack).expect("a shop");
    stack.output("site", shop.website.endpoint());
    stack.output("host", shop.website.host_name());
    let (folder, document) = written(&app);
    println!("{document:#}");
    terraform_accepts("edge", &[&folder.path().join("production/main")]);
}
