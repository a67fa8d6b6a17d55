//! Traffic Manager, and the apps that it does not lead to, wherever they come from.

use atakora::prelude::*;
use serde_json::json;

use super::shift::{Behind, BehindGiven, Entrance};
use super::{ABROAD, ASKED, HERE, PING, resource, written};

backend! {
    /// An app that everybody may ask, but only with a key.
    Keyed < jobs: FunctionsApp { functions: ASKED, plan: Plan::ElasticPremium } > with {
        name: "shop",
        environment: "production",
        label: 5,
    }
}

backend! {
    Flexible < jobs: FunctionsApp { functions: PING } > with {
        name: "shop",
        environment: "production",
        label: 5,
        allow: ["ATK-FUNC-010"],
    }
}

backend! {
    World <
        world: TrafficManager {
            routing: RoutingMethod::Priority,
            ttl: 10,
            interval_seconds: 10,
            endpoints: &[
                TrafficEndpoint::app(given(primary: FunctionApp)),
                TrafficEndpoint::app(given(standby: FunctionApp)),
                TrafficEndpoint::external("sorry", "sorry.example.com"),
            ],
        },
    > with {
        name: "shop",
        environment: "production",
    }
}

/// Two apps in two regions, and what leads to them.
fn world<B>(
    make: impl Fn(&Stack, Label) -> B,
    regions: [Region; 2],
    app_of: impl Fn(B) -> FunctionApp,
) -> (App, atakora::Result) {
    let mut app = App::new("shop");
    let apps = [("one", regions[0]), ("two", regions[1])].map(|(name, region)| {
        let stack = app.stack(name).resource_group(format!("rg-{name}"), region);
        app_of(make(&stack, Label::new(name).expect("a label")))
    });
    let [primary, standby] = apps;
    let stack = app.stack("world").resource_group("rg-world", Region::WestEurope);
    let world = World::new(WorldGiven { primary, standby }).add_to(&stack);
    (app, world.map(|_| ()))
}

fn premium(regions: [Region; 2]) -> (App, atakora::Result) {
    let entra = |stack: &Stack, label| Anonymous::new().label(label).add_to(stack).expect("an app");
    world(entra, regions, |backend| backend.jobs.app())
}

backend! {
    Anonymous < jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium } > with {
        name: "shop",
        environment: "production",
        label: 5,
        allow: ["ATK-FUNC-010"],
    }
}

#[test]
fn traffic_manager_leads_to_apps_in_different_regions() {
    let (app, world) = premium(ABROAD);
    world.expect("a Traffic Manager");
    let document = &written("Traffic Manager", &app)["world"];
    let profile = resource(document, "azurerm_traffic_manager_profile", "profile");
    assert_eq!(profile["traffic_routing_method"], "Priority");
    assert_eq!(profile["dns_config"], json!([{ "relative_name": "traf-shop-prod-weu", "ttl": 10 }]));
    assert_eq!(
        profile["monitor_config"],
        json!([{
            "protocol": "HTTPS", "port": 443, "path": "/api/health",
            "interval_in_seconds": 10, "timeout_in_seconds": 9, "tolerated_number_of_failures": 3,
        }])
    );
    let endpoint = resource(document, "azurerm_traffic_manager_azure_endpoint", "standby");
    assert_eq!((&endpoint["priority"], endpoint.get("weight")), (&json!(2), None));
    let target = endpoint["target_resource_id"].as_str().expect("an id");
    assert!(target.contains("azurerm_linux_function_app") && target.contains("_id}"), "{target}");
    let external = resource(document, "azurerm_traffic_manager_external_endpoint", "sorry");
    assert_eq!((&external["target"], &external["priority"]), (&json!("sorry.example.com"), &json!(3)));
}

#[test]
fn traffic_manager_refuses_two_backends_in_one_region() {
    let error = premium(HERE).1.expect_err("one region").to_string();
    assert!(
        error.contains("Traffic Manager leads to one app of a region, and `primary` and `standby` are in one"),
        "{error}"
    );
    assert!(error.contains("ATK-ROUTE-004"), "{error}");
}

#[test]
fn traffic_manager_refuses_apps_on_flex_wherever_they_come_from() {
    let flexible = |stack: &Stack, label| Flexible::new().label(label).add_to(stack).expect("an app");
    let error = world(flexible, ABROAD, |backend| backend.jobs.app()).1.expect_err("Flex");
    assert_eq!(error.problems().len(), 2, "{error}");
    assert!(error.to_string().contains("Traffic Manager does not lead to an app on Flex Consumption, and `primary`"));
}

#[test]
fn keys_behind_a_router_are_refused_wherever_the_apps_come_from() {
    let keyed = |stack: &Stack, label| Keyed::new().label(label).add_to(stack).expect("an app");
    let error = world(keyed, ABROAD, |backend| backend.jobs.app()).1.expect_err("keys").to_string();
    assert!(
        error.contains("`world` routes to 2 apps, and functions of `func-shop-nep-prod-one-weu` want a key"),
        "{error}"
    );
    assert!(error.contains("ATK-ROUTE-001"), "{error}");
}

#[test]
fn traffic_manager_refuses_apps_behind_a_front_door_wherever_they_come_from() {
    let mut app = App::new("entrance");
    let stack = app.stack("entrance").resource_group("rg-entrance", Region::WestEurope);
    let profile = Entrance::new().add_to(&stack).expect("an entrance").front_door.profile();
    let behind = |stack: &Stack, label| {
        Behind::new(BehindGiven { profile: profile.clone() }).label(label).add_to(stack).expect("an app")
    };
    let error = world(behind, ABROAD, |backend| backend.jobs.app()).1.expect_err("403");
    assert_eq!(error.problems().len(), 2, "{error}");
    assert!(error.to_string().contains("Traffic Manager's probes get 403 from `primary`"), "{error}");
    assert!(error.to_string().contains("ATK-ROUTE-005"), "{error}");
}

backend! {
    /// Each router has an app of its own.
    Apart <
        jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium },
        mail: FunctionsApp { functions: ASKED, plan: Plan::ElasticPremium, app: Some("mail") },
        front: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(mail.app)])] },
        world: TrafficManager { endpoints: &[TrafficEndpoint::app(jobs.app)], path: Some("/api/ping") },
    > with {
        name: "shop",
        environment: "production",
        allow: ["ATK-FUNC-010"],
    }
}

#[test]
fn a_front_door_and_a_traffic_manager_lead_to_an_app_each() {
    let mut app = App::new("shop");
    let stack = app.stack("main").resource_group("rg-shop", Region::WestEurope);
    Apart::new().add_to(&stack).expect("two apps");
    let document = &written("a Front Door and a Traffic Manager", &app)["main"];
    let admits = |end| {
        resource(document, "azurerm_linux_function_app", end)["site_config"][0].get("ip_restriction_default_action")
    };
    assert_eq!((admits("mail_app"), admits("nep_app")), (Some(&json!("Deny")), None));
}
