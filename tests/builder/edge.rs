//! The back ends of `ui-tests/edge`, told to the builder.

use atakora::backend::BackendBuilder;
use atakora::components::{
    CrudApiSettings, FrontDoorComponentSettings, FrontDoorProfileSettings, FunctionsAppSettings,
    StaticSiteWithCdnSettings, TrafficManagerSettings,
};
use atakora::deferred::{Deferred, Slot};
use atakora::prelude::*;
use atakora::providers::CdnFrontDoor;
use atakora::providers::front_door::FrontDoorSettings;
use atakora::providers::networking::{NetworkMode, Networking, NetworkingSettings};

use super::{API, APP, User, shop};

const SITE: StaticSiteWithCdnSettings = StaticSiteWithCdnSettings::DEFAULT;
const FRONT: FrontDoorComponentSettings = FrontDoorComponentSettings::DEFAULT;
const WORLD: TrafficManagerSettings = TrafficManagerSettings::DEFAULT;

const fn app(component: &'static str) -> Deferred<FunctionApp> {
    Deferred::component(component, "app")
}

const ONE: &[TrafficEndpoint] = &[TrafficEndpoint::app(app("user_api"))];
const TWO: &[TrafficEndpoint] = &[TrafficEndpoint::app(app("jobs")), TrafficEndpoint::app(app("reports"))];
const COPIES: &[Route] =
    &[Route::new("api", &["/api/*"], &[Origin::app(app("user_api")), Origin::app(app("user_api_next"))])];
const JOBS: &[TrafficEndpoint] = &[TrafficEndpoint::app(app("jobs"))];
const MAIL: &[Route] = &[Route::new("api", &["/api/*"], &[Origin::app(app("mail"))])];
const TO_JOBS: &[Route] = &[Route::new("api", &["/api/*"], &[Origin::app(app("jobs"))])];
const COLOURS: &[Route] =
    &[Route::new("api", &["/api/*"], &[Origin::app(Slot::new("blue")), Origin::app(Slot::new("green"))])
        .shift(Shift::new(90, 20))];

const OLD: TrafficEndpoint = TrafficEndpoint::external("old", "old.example.com");
const NEW: TrafficEndpoint = TrafficEndpoint::external("new", "new.example.com");
const HEAVY: &[TrafficEndpoint] = &[OLD.weight(1001)];
const RANKED: &[TrafficEndpoint] = &[OLD.priority(2), NEW];
const EUROPE: &[TrafficEndpoint] = &[OLD.geo(&["GEO-EU"]), NEW.geo(&["WORLD", "GEO-EU"])];
const SOMEWHERE: &[TrafficEndpoint] = &[OLD];
const OLD_NEAR: &[TrafficEndpoint] = &[OLD.near("westeurope")];
const NEW_NEAR: &[TrafficEndpoint] = &[NEW.near("eastus")];

/// The back end of each file, by the file's name.
pub(super) fn twins() -> Vec<(&'static str, BackendBuilder)> {
    let premium = FunctionsAppSettings { plan: Plan::ElasticPremium, ..APP };
    vec![
        (
            "custom_domain_outside_its_zone",
            shop().add_component::<StaticSiteWithCdn>(
                "website",
                StaticSiteWithCdnSettings {
                    custom_domain: Some("app.example.org"),
                    dns_zone_name: Some("example.com"),
                    ..SITE
                },
            ),
        ),
        (
            "static_site_in_isolated_mode",
            shop()
                .add_component::<FunctionsApp>("jobs", APP)
                .add_component::<StaticSiteWithCdn>("website", SITE)
                .with_provider::<Networking>(NetworkingSettings {
                mode: NetworkMode::Isolated,
                ..NetworkingSettings::DEFAULT
            }),
        ),
        (
            "private_link_to_flex",
            shop()
                .add_component::<FunctionsApp>("jobs", APP)
                .add_component::<FrontDoor>("front", FrontDoorComponentSettings { routes: TO_JOBS, ..FRONT })
                .with_provider::<Networking>(NetworkingSettings {
                    mode: NetworkMode::Isolated,
                    ..NetworkingSettings::DEFAULT
                })
                .with_provider::<CdnFrontDoor>(FrontDoorSettings {
                    sku: FrontDoorSku::Premium,
                    ..FrontDoorSettings::DEFAULT
                }),
        ),
        (
            "traffic_manager_at_flex",
            shop()
                .add_component::<CrudApi<User>>("user_api", API)
                .add_component::<TrafficManager>("world", TrafficManagerSettings { endpoints: ONE, ..WORLD }),
        ),
        (
            "traffic_manager_at_two_apps",
            shop()
                .add_component::<FunctionsApp>("jobs", premium)
                .add_component::<FunctionsApp>(
                    "reports",
                    FunctionsAppSettings { runtime: Runtime::Python(3, 12), ..premium },
                )
                .add_component::<TrafficManager>(
                    "world",
                    TrafficManagerSettings { routing: RoutingMethod::Priority, endpoints: TWO, ..WORLD },
                ),
        ),
        (
            "keys_behind_a_router",
            shop()
                .add_component::<CrudApi<User>>("user_api", API)
                .add_component::<CrudApi<User>>("user_api_next", CrudApiSettings { app: Some("next"), ..API })
                .add_component::<FrontDoor>("front", FrontDoorComponentSettings { routes: COPIES, ..FRONT }),
        ),
        (
            "shift_is_not_everything",
            shop().add_component::<FrontDoor>("front", FrontDoorComponentSettings { routes: COLOURS, ..FRONT }),
        ),
        (
            "static_site_settings",
            shop()
                .add_component::<StaticSiteWithCdn>(
                    "website",
                    StaticSiteWithCdnSettings {
                        index_document: "public/index.html",
                        cache_max_age: 31_622_400,
                        cors: &["https://www.example.com", "example.org"],
                        custom_domain: Some("App.example.com"),
                        account: Some("website"),
                        ..SITE
                    },
                )
                .add_component::<StaticSiteWithCdn>(
                    "docs",
                    StaticSiteWithCdnSettings {
                        account: Some("docs"),
                        custom_domain: Some("example.com"),
                        dns_zone_name: Some("example.com"),
                        endpoint: Some("Docs"),
                        ..SITE
                    },
                ),
        ),
        (
            "static_sites_share",
            ["website", "docs"].into_iter().fold(shop(), |backend, name| {
                let settings = StaticSiteWithCdnSettings { custom_domain: Some("www.example.com"), ..SITE };
                backend.add_component::<StaticSiteWithCdn>(name, settings)
            }),
        ),
        (
            "traffic_manager_settings",
            shop().add_component::<TrafficManager>(
                "world",
                TrafficManagerSettings {
                    endpoints: OLD_NEAR,
                    profile: Some("world"),
                    path: Some("health"),
                    tolerated_failures: 10,
                    ttl: 2_147_483_648,
                    ..WORLD
                },
            ),
        ),
        ("traffic_manager_endpoints", {
            let routed = [
                ("weighted", "w", RoutingMethod::Weighted, HEAVY),
                ("ranked", "r", RoutingMethod::Priority, RANKED),
                ("nowhere", "n", RoutingMethod::Geographic, SOMEWHERE),
                ("europe", "e", RoutingMethod::Geographic, EUROPE),
                ("near", "p", RoutingMethod::Performance, SOMEWHERE),
            ];
            routed.into_iter().fold(shop(), |backend, (name, code, routing, endpoints)| {
                let settings = TrafficManagerSettings { routing, endpoints, profile: Some(code), ..WORLD };
                backend.add_component::<TrafficManager>(name, settings)
            })
        }),
        (
            "traffic_manager_twice",
            shop()
                .add_component::<TrafficManager>("world", TrafficManagerSettings { endpoints: OLD_NEAR, ..WORLD })
                .add_component::<TrafficManager>("other", TrafficManagerSettings { endpoints: NEW_NEAR, ..WORLD }),
        ),
        (
            "traffic_manager_nowhere",
            shop()
                .add_component::<TrafficManager>("world", WORLD)
                .add_component::<TrafficManager>("other", TrafficManagerSettings { profile: Some("o"), ..WORLD }),
        ),
        (
            "traffic_manager_behind_front_door",
            shop()
                .add_component::<FunctionsApp>("jobs", premium)
                .add_component::<FunctionsApp>("mail", premium)
                .add_component::<FrontDoor>("front", FrontDoorComponentSettings { routes: MAIL, ..FRONT })
                .add_component::<TrafficManager>("world", TrafficManagerSettings { endpoints: JOBS, ..WORLD }),
        ),
    ]
}

/// The back ends of files that hold several.
pub(super) fn several_twins() -> Vec<(&'static str, Vec<BackendBuilder>)> {
    fn profile(name: &'static str, endpoints: &'static [&'static str]) -> BackendBuilder {
        shop().add_component::<FrontDoorProfile>(name, FrontDoorProfileSettings { endpoints })
    }
    const TEN: &[&str] = &["e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"];
    const MORE: FrontDoorProfileSettings = FrontDoorProfileSettings { endpoints: &["e9", "e10"] };
    const DEFAULT: FrontDoorSettings = FrontDoorSettings::DEFAULT;
    let slow = FrontDoorSettings { waf: Some(Waf::prevention(0)), response_timeout_seconds: 241, ..DEFAULT };
    let given = FrontDoorSettings { profile: Some(Slot::new("profile")), ..DEFAULT };
    vec![(
        "front_door_profile",
        vec![
            profile("front", &["live"]).with_provider::<CdnFrontDoor>(slow),
            profile("front", TEN).add_component::<FrontDoorProfile>("more", MORE),
            shop().add_component::<FrontDoor>("f", FRONT),
            profile("front", &["live"]).with_provider::<CdnFrontDoor>(given),
        ],
    )]
}
