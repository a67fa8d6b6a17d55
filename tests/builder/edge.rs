//! The back ends of `ui-tests/edge`, told to the builder.

use atakora::backend::BackendBuilder;
use atakora::components::{
    CrudApiSettings, FrontDoorComponentSettings, FunctionsAppSettings, StaticSiteWithCdnSettings,
    TrafficManagerSettings,
};
use atakora::deferred::{Deferred, Slot};
use atakora::prelude::*;
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
const COLOURS: &[Route] =
    &[Route::new("api", &["/api/*"], &[Origin::app(Slot::new("blue")), Origin::app(Slot::new("green"))])
        .shift(Shift::new(90, 20))];

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
    ]
}
