//! What one setting cannot be, and what it just can. What the compiler says of the first is in `ui-tests/edge`.

use atakora::backend::Built;
use atakora::components::{
    FrontDoorComponentSettings, FrontDoorProfileSettings, StaticSiteWithCdnSettings, TrafficManagerSettings,
};
use atakora::deferred::Slot;
use atakora::prelude::*;
use atakora::providers::CdnFrontDoor;
use atakora::providers::front_door::FrontDoorSettings;

/// The texts of the first errors of a builder.
fn refused(errors: atakora::Result<Built>) -> String {
    errors.err().expect("an error").to_string()
}

#[test]
fn what_azure_refuses_of_one_component_is_refused_at_its_setting() {
    type Case = (&'static str, fn() -> atakora::Result<Built>);
    fn front<const N: usize>(routes: [Route; N]) -> atakora::Result<Built> {
        let settings =
            FrontDoorComponentSettings { routes: routes.to_vec().leak(), ..FrontDoorComponentSettings::DEFAULT };
        Backend::builder("shop", "production").add_component::<FrontDoor>("front", settings).build()
    }
    fn traffic(settings: TrafficManagerSettings) -> atakora::Result<Built> {
        Backend::builder("shop", "production").add_component::<TrafficManager>("world", settings).build()
    }
    fn route<const N: usize>(origins: [Origin; N]) -> Route {
        Route::new("api", &["/*"], origins.to_vec().leak())
    }
    const WORLD: TrafficManagerSettings = TrafficManagerSettings::DEFAULT;
    const APP: &[Origin] = &[Origin::app(Slot::new("app"))];
    let cases: [Case; 12] = [
        ("ATK-FRONTDOOR-001", || front([Route::new("API", &["/*"], APP)])),
        ("ATK-FRONTDOOR-002", || front([Route::new("api", &["/a"], APP), Route::new("api", &["/b"], APP)])),
        ("ATK-FRONTDOOR-003", || front([Route::new("api", &["/api*"], APP)])),
        ("ATK-FRONTDOOR-004", || front([route([Origin::app(Slot::new("app")).standby()])])),
        ("ATK-FRONTDOOR-005", || front([route([Origin::app(Slot::new("app")).weight(0)])])),
        ("ATK-FRONTDOOR-006", || front([route([Origin::app(Slot::new("app")).priority(6)])])),
        ("ATK-FRONTDOOR-008", || front([Route::new("api", &["/*"], APP).shift(Shift::new(100, 0))])),
        ("ATK-FRONTDOOR-014", || front([Route::new("one", &["/*"], APP), Route::new("two", &["/*"], APP)])),
        ("ATK-TRAFFIC-003", || traffic(TrafficManagerSettings { interval_seconds: 20, ..WORLD })),
        ("ATK-TRAFFIC-004", || traffic(TrafficManagerSettings { interval_seconds: 10, timeout_seconds: 10, ..WORLD })),
        ("ATK-TRAFFIC-008", || traffic(WORLD)),
        ("ATK-TRAFFIC-013", || {
            const URL: &[TrafficEndpoint] = &[TrafficEndpoint::external("old", "https://old.example.com")];
            traffic(TrafficManagerSettings { endpoints: URL, ..WORLD })
        }),
    ];
    for (rule, case) in cases {
        let error = refused(case());
        assert!(error.contains(rule), "{rule}: {error}");
    }
    // and the nearest that is legal
    front([Route { patterns: &["/api/*", "/"], ..route([Origin::app(Slot::new("app")).weight(1000).priority(5)]) }])
        .expect("a route");
    const NEAR: &[TrafficEndpoint] = &[TrafficEndpoint::external("old", "old.example.com").near("westeurope")];
    traffic(TrafficManagerSettings { interval_seconds: 10, timeout_seconds: 9, endpoints: NEAR, ..WORLD })
        .expect("an endpoint");
}

#[test]
fn a_static_site_takes_what_is_just_legal() {
    const SITE: StaticSiteWithCdnSettings = StaticSiteWithCdnSettings::DEFAULT;
    let website = StaticSiteWithCdnSettings {
        index_document: "a.b",
        cache_max_age: 31_622_399,
        cors: &["https://www.example.com", "http://localhost:3000"],
        custom_domain: Some("app.example.com"),
        account: Some("web1"),
        ..SITE
    };
    let docs = StaticSiteWithCdnSettings {
        custom_domain: Some("www.example.com"),
        dns_zone_name: Some("example.com"),
        endpoint: Some("d0"),
        ..SITE
    };
    let everybody = StaticSiteWithCdnSettings { cors: &["*"], account: Some("all"), ..SITE };
    Backend::builder("shop", "production")
        .add_component::<StaticSiteWithCdn>("website", website)
        .add_component::<StaticSiteWithCdn>("docs", docs)
        .add_component::<StaticSiteWithCdn>("everybody", everybody)
        .build()
        .expect("three sites");
}

#[test]
fn a_profile_takes_what_is_just_legal() {
    const TEN: &[&str] = &["e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"];
    let profile = |more: &'static [&'static str], settings| {
        Backend::builder("shop", "production")
            .add_component::<FrontDoorProfile>("front", FrontDoorProfileSettings { endpoints: TEN })
            .add_component::<FrontDoorProfile>("more", FrontDoorProfileSettings { endpoints: more })
            .with_provider::<CdnFrontDoor>(settings)
            .build()
    };
    const FRONT: FrontDoorSettings = FrontDoorSettings::DEFAULT;
    for response_timeout_seconds in [16, 240] {
        let settings = FrontDoorSettings { waf: Some(Waf::prevention(1)), response_timeout_seconds, ..FRONT };
        // the tenth endpoint of two components is one
        profile(&["e9"], settings).expect("ten endpoints");
    }
    profile(&["e10"], FrontDoorSettings { sku: FrontDoorSku::Premium, ..FRONT }).expect("eleven of at most 25");
}

#[test]
fn a_traffic_manager_takes_what_is_just_legal() {
    const WORLD: TrafficManagerSettings = TrafficManagerSettings::DEFAULT;
    const OLD: TrafficEndpoint = TrafficEndpoint::external("old", "old.example.com");
    const NEW: TrafficEndpoint = TrafficEndpoint::external("new", "new.example.com");
    const HEAVY: &[TrafficEndpoint] = &[OLD.weight(1000), NEW.weight(1)];
    const RANKED: &[TrafficEndpoint] = &[OLD.priority(1000), NEW];
    const PLACES: &[TrafficEndpoint] = &[OLD.geo(&["GEO-EU"]), NEW.geo(&["WORLD"])];
    const NEAR: &[TrafficEndpoint] = &[OLD.near("westeurope")];
    let near = TrafficManagerSettings {
        endpoints: NEAR,
        path: Some("/"),
        tolerated_failures: 9,
        ttl: 2_147_483_647,
        profile: Some("near"),
        ..WORLD
    };
    let mut backend = Backend::builder("shop", "production").add_component::<TrafficManager>("near", near);
    let others = [
        (RoutingMethod::Weighted, HEAVY, "w"),
        (RoutingMethod::Priority, RANKED, "r"),
        (RoutingMethod::Geographic, PLACES, "g"),
    ];
    for (routing, endpoints, code) in others {
        let settings = TrafficManagerSettings { routing, endpoints, profile: Some(code), ..WORLD };
        backend = backend.add_component::<TrafficManager>(code, settings);
    }
    backend.build().expect("four profiles");
}
