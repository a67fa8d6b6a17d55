//! A Front Door in front of an app without a public address: Premium reaches it through a private link, once somebody has
//! approved it.

use atakora::prelude::*;
use serde_json::{Value, json};

use super::{PING, resource, written};

backend! {
    Hidden <
        jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(jobs.app)])] },
    > with {
        name: "shop",
        environment: "production",
        allow: ["ATK-FUNC-010"],
        networking: { mode: NetworkMode::Isolated },
        front_door: { sku: FrontDoorSku::Premium },
    }
}

backend! {
    Open <
        jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(jobs.app)])] },
    > with {
        name: "shop",
        environment: "production",
        allow: ["ATK-FUNC-010"],
        front_door: { sku: FrontDoorSku::Premium },
    }
}

backend! {
    TooCheap <
        jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(jobs.app)])] },
    > with {
        name: "shop",
        environment: "production",
        allow: ["ATK-FUNC-010"],
        networking: { mode: NetworkMode::Isolated },
    }
}

backend! {
    Jobs < jobs: FunctionsApp { functions: PING } > with {
        name: "jobs",
        environment: "production",
        allow: ["ATK-FUNC-010"],
        networking: { mode: NetworkMode::Isolated },
    }
}

backend! {
    Door < front: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(given(jobs: FunctionApp))])] } > with {
        name: "door",
        environment: "production",
        front_door: { sku: FrontDoorSku::Premium },
    }
}

/// The document of one stack, and what its summary says.
fn shop(test: &str, add: impl FnOnce(&Stack)) -> (Value, String) {
    let mut app = App::new("shop");
    add(&app.stack("main").resource_group("rg-shop", Region::WestEurope));
    let summary = app.synth(tempfile::tempdir().expect("a folder").path()).expect("it is written").to_string();
    (written(test, &app).remove("main").expect("the stack"), summary)
}

#[test]
fn premium_reaches_an_isolated_app_through_a_private_link() {
    let (document, summary) = shop("a private link", |stack| drop(Hidden::new().add_to(stack).expect("a shop")));
    let app = resource(&document, "azurerm_linux_function_app", "nep_app");
    assert_eq!(app["public_network_access_enabled"], false);
    let origin = resource(&document, "azurerm_cdn_frontdoor_origin", "api_jobs");
    let (address, _) = document["resource"]["azurerm_linux_function_app"]
        .as_object()
        .and_then(|apps| apps.iter().next())
        .expect("an app");
    assert_eq!(
        origin["private_link"],
        json!([{
            "private_link_target_id": format!("${{azurerm_linux_function_app.{address}.id}}"),
            "location": "westeurope",
            "target_type": "sites",
            "request_message": "Azure Front Door",
        }])
    );
    // Azure refuses a private link to an origin whose certificate nobody compares with its name
    assert_eq!(origin["certificate_name_check_enabled"], true);
    let name = app["name"].as_str().expect("a name");
    let list = "az network private-endpoint-connection list --type Microsoft.Web/sites --name";
    assert!(summary.contains(&format!("{list} {name} ")), "{summary}");
    assert!(summary.contains("az network private-endpoint-connection approve --id"), "{summary}");
}

#[test]
fn an_app_with_a_public_address_needs_no_private_link() {
    let (document, summary) = shop("no private link", |stack| drop(Open::new().add_to(stack).expect("a shop")));
    assert_eq!(resource(&document, "azurerm_cdn_frontdoor_origin", "api_jobs").get("private_link"), None);
    assert!(!summary.contains("private-endpoint-connection"), "{summary}");
}

#[test]
fn what_no_private_link_leads_to_is_an_error() {
    let mut app = App::new("shop");
    let mut stack = |name: &str| app.stack(name).resource_group(format!("rg-{name}"), Region::WestEurope);
    let standard = TooCheap::new().add_to(&stack("standard")).err().expect("Standard").to_string();
    assert!(standard.contains("only Front Door Premium reaches it, through a private link"), "{standard}");
    let jobs = Jobs::new().add_to(&stack("jobs")).expect("jobs").jobs.app();
    let flex = Door::new(DoorGiven { jobs }).add_to(&stack("door")).err().expect("Flex").to_string();
    assert!(flex.contains("no private link of Front Door leads to an app on Flex Consumption"), "{flex}");
    for error in [standard, flex] {
        assert!(error.contains("ATK-FRONTDOOR-023"), "{error}");
    }
}
