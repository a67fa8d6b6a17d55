//! A profile, the apps behind it and the routes to them, in stacks of their own; and traffic that shifts between the apps.

use atakora::components::FrontDoorComponentSettings;
use atakora::deferred::Slot;
use atakora::prelude::*;
use serde_json::json;

use super::{HERE, PING, resource, written};

backend! {
    pub Entrance < front_door: FrontDoorProfile { endpoints: &["live", "own"] } > with {
        name: "shop",
        environment: "production",
        front_door: { waf: Some(Waf::detection(10)) },
    }
}

backend! {
    /// An app on Elastic Premium that answers a given Front Door only.
    pub Behind < jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium } > with {
        name: "shop",
        environment: "production",
        label: 5,
        allow: ["ATK-FUNC-010"],
        functions: { front_door: Some(given(profile: FrontDoorId)) },
    }
}

backend! {
    Routing <
        live: FrontDoor {
            routes: &[Route::new(
                "api",
                &["/api/*"],
                &[Origin::app(given(blue: FunctionApp)), Origin::app(given(green: FunctionApp))],
            ).shift_given(given(shift: Shift))],
        },
    > with {
        name: "shop",
        environment: "production",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}

/// A profile, two apps behind it, and the routes to them, each in a stack of its own.
fn shifted(shift: Shift, regions: [Region; 2]) -> (App, atakora::Result) {
    let mut app = App::new("shop");
    let stack = app.stack("entrance").resource_group("rg-entrance", Region::WestEurope);
    let profile = Entrance::new().add_to(&stack).expect("an entrance").front_door.profile();
    let apps = [("blue", regions[0]), ("green", regions[1])].map(|(colour, region)| {
        let stack = app.stack(colour).resource_group(format!("rg-{colour}"), region);
        let behind = Behind::new(BehindGiven { profile: profile.clone() });
        let behind = behind.label(Label::new(colour).expect("a label")).add_to(&stack);
        behind.expect("an app").jobs.app()
    });
    let [blue, green] = apps;
    let stack = app.stack("routing").resource_group("rg-routing", Region::WestEurope);
    let routing = Routing::new(RoutingGiven { blue, green, shift, profile }).add_to(&stack);
    (app, routing.map(|_| ()))
}

#[test]
fn a_shift_gives_each_origin_its_part_across_stacks() {
    let (app, routing) = shifted(Shift::new(90, 10), HERE);
    routing.expect("a shift");
    let documents = written("a shift of traffic", &app);
    let (blue, green) = (&documents["blue"], &documents["routing"]);
    let origin = |end| resource(green, "azurerm_cdn_frontdoor_origin", end);
    assert_eq!((&origin("blue")["weight"], &origin("blue")["enabled"]), (&json!(90), &json!(true)));
    assert_eq!((&origin("green")["weight"], &origin("green")["enabled"]), (&json!(10), &json!(true)));
    // the slower of two versions gets its part as well
    let group = resource(green, "azurerm_cdn_frontdoor_origin_group", "origins_live_api");
    assert_eq!(group["load_balancing"][0]["additional_latency_in_milliseconds"], 1000);
    // the profile is made before the apps, which admit it by its guid
    let app = resource(blue, "azurerm_linux_function_app", "nep_app");
    let guid = app["site_config"][0]["ip_restriction"][0]["headers"][0]["x_azure_fdid"][0].as_str().expect("a guid");
    assert!(guid.contains("terraform_remote_state.entrance") && guid.contains("resource_guid"), "{guid}");
    assert_eq!(documents["routing"]["resource"].get("azurerm_cdn_frontdoor_profile"), None);
    assert_eq!(documents["entrance"]["resource"].get("azurerm_cdn_frontdoor_route"), None);
}

#[test]
fn who_gets_nothing_is_switched_off() {
    let (app, routing) = shifted(Shift::new(100, 0), HERE);
    routing.expect("a shift");
    let routing = &written("a shift to one side", &app)["routing"];
    let green = resource(routing, "azurerm_cdn_frontdoor_origin", "green");
    // Azure refuses the weight 0
    assert_eq!((&green["weight"], &green["enabled"]), (&json!(1), &json!(false)));
}

#[test]
fn a_shift_that_is_not_everything_is_an_error_when_it_is_given() {
    let error = shifted(Shift::new(90, 20), HERE).1.expect_err("110 percent").to_string();
    assert!(error.contains("a shift of 90 and 20 adds up to 110 percent"), "{error}");
    assert!(error.contains("ATK-FRONTDOOR-007"), "{error}");
    let parsed: Result<Shift, _> = "90/20".parse();
    assert!(parsed.expect_err("110 percent").to_string().contains("ATK-FRONTDOOR-007"));
    assert_eq!("90/10".parse::<Shift>().expect("a shift"), Shift::new(90, 10));
    assert!("most of it".parse::<Shift>().is_err());
}

#[test]
fn a_route_from_an_endpoint_that_the_profile_does_not_have_is_an_error() {
    let mut app = App::new("shop");
    let stack = app.stack("entrance").resource_group("rg-entrance", Region::WestEurope);
    let profile = Entrance::new().add_to(&stack).expect("an entrance").front_door.profile();
    let stack = app.stack("routing").resource_group("rg-routing", Region::WestEurope);
    const ROUTES: &[Route] = &[Route::new("api", &["/api/*"], &[Origin::app(Slot::new("app"))])];
    let settings = FrontDoorComponentSettings { routes: ROUTES, ..FrontDoorComponentSettings::DEFAULT };
    let front_door = atakora::providers::front_door::FrontDoorSettings {
        profile: Some(Slot::new("profile")),
        ..atakora::providers::front_door::FrontDoorSettings::DEFAULT
    };
    let routing = Backend::builder("shop", "production")
        .add_component::<FrontDoor>("elsewhere", settings)
        .with_provider::<atakora::providers::CdnFrontDoor>(front_door)
        .given("profile", profile)
        .build()
        .expect("routes");
    let error = routing.add_to(&stack).err().expect("no endpoint").to_string();
    assert!(error.contains("the Front Door of another stack has no endpoint `elsewhere`"), "{error}");
    assert!(error.contains("ATK-FRONTDOOR-022"), "{error}");
}

#[test]
fn a_profile_with_the_routes_in_its_own_stack_is_told_the_way_out_of_the_cycle() {
    let mut app = App::new("shop");
    let front = app.stack("front").resource_group("rg-front", Region::WestEurope);
    let profile = Entrance::new().add_to(&front).expect("an entrance").front_door.profile();
    let stack = app.stack("jobs").resource_group("rg-jobs", Region::WestEurope);
    let app_of = |name| {
        let behind = Behind::new(BehindGiven { profile: profile.clone() }).label(Label::new(name).expect("a label"));
        behind.add_to(&stack).expect("an app").jobs.app()
    };
    let (blue, green) = (app_of("blue"), app_of("green"));
    Routing::new(RoutingGiven { blue, green, shift: Shift::new(50, 50), profile: profile.clone() })
        .add_to(&front)
        .expect("routes");
    let error = app.synth(tempfile::tempdir().expect("a folder").path()).expect_err("a cycle").to_string();
    assert!(error.contains("the stacks `front` and `jobs` need each other"), "{error}");
    assert!(error.contains("its profile, by a `FrontDoorProfile`, in a stack before the apps"), "{error}");
}
