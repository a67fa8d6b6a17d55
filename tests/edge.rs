//! What stands in front of a backend: static sites, Front Door, Traffic Manager. What they write, and what is refused only
//! when the program runs.

use std::path::Path;

use atakora::components::{FrontDoorComponentSettings, TrafficManagerSettings};
use atakora::deferred::Slot;
use atakora::prelude::*;
use atakora_tests::{document, terraform_accepts};
use serde_json::{Value, json};

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
}

const PING: &[Function] = &[Function::http("ping", &[Method::Get], "ping").anonymous()];
const ASKED: &[Function] = &[Function::http("ping", &[Method::Get], "ping")];

backend! {
    /// A site and an API behind one Front Door, all in one stack.
    Shop <
        users: CrudApi<User> { auth: Auth::Anonymous },
        jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium },
        inner: FunctionsApp { functions: ASKED, app: Some("in") },
        website: StaticSiteWithCdn {
            enable_spa_mode: true,
            custom_domain: Some("app.example.com"),
            cache_max_age: 90_061,
            cors: &["https://a.example.com", "https://b.example.com"],
        },
        api: FrontDoor {
            endpoint: Some("website"),
            routes: &[Route::new("api", &["/api/*"], &[Origin::app(users.app), Origin::app(jobs.app).priority(2)])],
        },
        docs: StaticSiteWithCdn {
            account: Some("docs"),
            enable_compression: false,
            custom_domain: Some("docs.example.net"),
            create_zone: true,
        },
    > with {
        name: "shop",
        environment: "production",
        allow: ["ATK-FUNC-010"],
        front_door: { sku: FrontDoorSku::Premium, waf: Some(Waf::prevention(1000)) },
    }
}

backend! {
    Entrance < front_door: FrontDoorProfile { endpoints: &["live", "own"] } > with {
        name: "shop",
        environment: "production",
        front_door: { waf: Some(Waf::detection(10)) },
    }
}

backend! {
    /// An app on Elastic Premium that answers a given Front Door only.
    Behind < jobs: FunctionsApp { functions: PING, plan: Plan::ElasticPremium } > with {
        name: "shop",
        environment: "production",
        label: 5,
        allow: ["ATK-FUNC-010"],
        functions: { front_door: Some(given(profile: FrontDoorId)) },
    }
}

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

/// The documents of all stacks, which Terraform accepts.
fn written(test: &str, app: &App) -> std::collections::BTreeMap<String, Value> {
    let folder = tempfile::tempdir().expect("a folder");
    let summary = app.synth(folder.path()).unwrap_or_else(|error| panic!("{error}"));
    let stacks: Vec<_> = summary.stacks.iter().map(|stack| summary.folder.join(&stack.name)).collect();
    terraform_accepts(test, &stacks.iter().map(|stack| stack.as_path()).collect::<Vec<&Path>>());
    let document = |stack: &std::path::PathBuf| document(stack.join("main.tf.json"));
    summary.stacks.iter().zip(&stacks).map(|(summary, stack)| (summary.name.clone(), document(stack))).collect()
}

/// The resource of a type whose name ends like this.
fn resource<'d>(document: &'d Value, kind: &str, end: &str) -> &'d Value {
    let all = document["resource"][kind].as_object().unwrap_or_else(|| panic!("no {kind}"));
    let mut found = all.iter().filter(|(name, _)| name.ends_with(end));
    match (found.next(), found.next()) {
        (Some((_, resource)), None) => resource,
        _ => panic!("not one {kind} that ends in {end}: {:?}", all.keys()),
    }
}

fn shop() -> Value {
    let mut app = App::new("shop");
    let stack = app.stack("main").resource_group("rg-shop", Region::WestEurope);
    let shop = Shop::new().add_to(&stack).expect("a shop");
    stack.output("site", shop.website.endpoint());
    stack.output("host", shop.website.host_name());
    stack.output("account", shop.website.account());
    written("a site and an API behind one Front Door", &app).remove("main").expect("the stack")
}

#[test]
fn a_static_site_has_an_account_of_its_own_behind_front_door() {
    let shop = shop();
    let account = resource(&shop, "azurerm_storage_account", "static_site_site_account");
    assert_eq!(account["name"], "stshopsiteprodweu");
    assert_eq!(account["shared_access_key_enabled"], false);
    let website = resource(&shop, "azurerm_storage_account_static_website", "site_site_website");
    assert_eq!(website["index_document"], "index.html");
    assert_eq!(shop["provider"]["azurerm"]["storage_use_azuread"], true);
    let origin = resource(&shop, "azurerm_cdn_frontdoor_origin", "origin_website");
    let host = "${azurerm_storage_account.shop_static_site_site_account.primary_web_host}";
    assert_eq!((&origin["host_name"], &origin["origin_host_header"]), (&json!(host), &json!(host)));
    assert_eq!(resource(&shop, "azurerm_cdn_frontdoor_origin_group", "origins_website").get("health_probe"), None);
    assert_eq!(shop["output"]["site"]["value"], "https://app.example.com");
    // the other site, the other account
    assert_eq!(resource(&shop, "azurerm_storage_account", "static_site_docs_account")["name"], "stshopdocsprodweu");
}

#[test]
fn the_page_of_a_single_page_application_answers_with_200() {
    let shop = shop();
    let spa = resource(&shop, "azurerm_cdn_frontdoor_rule", "rule_website_spa");
    assert_eq!(
        spa["actions"],
        json!([{ "url_rewrite": [{
            "source_pattern": "/", "destination_path": "/index.html", "preserve_unmatched_path_enabled": false,
        }] }])
    );
    assert_eq!(spa["conditions"], json!([{ "request_file_extension": [{ "operator": "LessThan", "values": ["1"] }] }]));
    // no page of the storage for what is missing: that would be a 404
    assert_eq!(
        resource(&shop, "azurerm_storage_account_static_website", "site_site_website").get("error_404_document"),
        None
    );
    let rules = shop["resource"]["azurerm_cdn_frontdoor_rule"].as_object().expect("rules");
    assert!(!rules.keys().any(|rule| rule.contains("docs")), "a site without wishes has no rules");
}

#[test]
fn cache_compression_and_cors_are_rules() {
    let shop = shop();
    let cache = resource(&shop, "azurerm_cdn_frontdoor_rule", "rule_website_cache");
    let caching = &cache["actions"][0]["route_configuration_override"][0]["caching"][0];
    assert_eq!((&caching["duration"], &caching["compression_enabled"]), (&json!("1.01:01:01"), &json!(true)));
    assert_eq!(cache["actions"][0]["modify_response_header"][0]["header_value"], "public, max-age=90061");
    let cors = resource(&shop, "azurerm_cdn_frontdoor_rule", "rule_website_cors3");
    assert_eq!(cors["conditions"][0]["request_header"][0]["values"], json!(["https://b.example.com"]));
    let headers = cors["actions"][0]["modify_response_header"].as_array().expect("headers");
    let names: Vec<_> = headers.iter().map(|header| &header["header_name"]).collect();
    assert_eq!(names, ["Access-Control-Allow-Origin", "Vary"]);
    let route = resource(&shop, "azurerm_cdn_frontdoor_route", "route_website_site");
    let types = route["cache"][0]["content_types_to_compress"].as_array().expect("types");
    assert!(types.contains(&json!("text/html")) && !types.contains(&json!("image/png")));
    assert_eq!(resource(&shop, "azurerm_cdn_frontdoor_route", "route_docs_site").get("cache"), None);
}

#[test]
fn a_custom_domain_is_proven_bound_and_led_to() {
    let shop = shop();
    // a zone is looked up, unless it is to be made
    assert_eq!(shop["data"]["azurerm_dns_zone"]["shop_front_door_zone_example_com"]["name"], "example.com");
    assert_eq!(resource(&shop, "azurerm_dns_zone", "zone_example_net")["name"], "example.net");
    let domain = resource(&shop, "azurerm_cdn_frontdoor_custom_domain", "app_example_com");
    assert_eq!(domain["tls"], json!([{ "certificate_type": "ManagedCertificate", "minimum_version": "TLS12" }]));
    let proof = resource(&shop, "azurerm_dns_txt_record", "app_example_com");
    assert_eq!(proof["name"], "_dnsauth.app");
    let token = "${azurerm_cdn_frontdoor_custom_domain.shop_front_door_domain_app_example_com.validation_token}";
    assert_eq!(proof["record"], json!([{ "value": token }]));
    let name = resource(&shop, "azurerm_dns_cname_record", "app_example_com");
    assert_eq!(name["name"], "app");
    assert_eq!(name["record"], "${azurerm_cdn_frontdoor_endpoint.shop_front_door_endpoint_website.host_name}");
    // every route of the endpoint answers to it, and the firewall stands in front of it
    let id = json!(["${azurerm_cdn_frontdoor_custom_domain.shop_front_door_domain_app_example_com.id}"]);
    for route in ["route_website_site", "route_website_api"] {
        assert_eq!(resource(&shop, "azurerm_cdn_frontdoor_route", route)["cdn_frontdoor_custom_domain_ids"], id);
    }
    let policy = resource(&shop, "azurerm_cdn_frontdoor_security_policy", "domains_shop").to_string();
    assert!(policy.contains("app_example_com.id") && policy.contains("docs_example_net.id"));
}

#[test]
fn an_app_behind_a_front_door_answers_nobody_else() {
    let shop = shop();
    let guid = "${azurerm_cdn_frontdoor_profile.shop_front_door_profile.resource_guid}";
    let flex = resource(&shop, "azurerm_function_app_flex_consumption", "cust_app");
    let premium = resource(&shop, "azurerm_linux_function_app", "nep_app");
    for app in [flex, premium] {
        assert_eq!(app["site_config"][0]["ip_restriction_default_action"], "Deny");
        assert_eq!(
            app["site_config"][0]["ip_restriction"],
            json!([{
                "name": "front-door", "priority": 100, "action": "Allow", "service_tag": "AzureFrontDoor.Backend",
                // an attribute that is a block has every key
                "headers": [{
                    "x_azure_fdid": [guid], "x_fd_health_probe": null, "x_forwarded_for": null, "x_forwarded_host": null,
                }],
            }])
        );
    }
    // to this one nobody routes
    let inner = resource(&shop, "azurerm_function_app_flex_consumption", "in_app");
    assert_eq!(inner["site_config"][0].get("ip_restriction_default_action"), None);
}

#[test]
fn origins_have_priorities_and_are_probed_where_their_apps_answer() {
    let shop = shop();
    let group = resource(&shop, "azurerm_cdn_frontdoor_origin_group", "origins_website_api");
    assert_eq!(
        group["health_probe"],
        json!([{ "protocol": "Https", "request_type": "GET", "path": "/api/health", "interval_in_seconds": 30 }])
    );
    let jobs = resource(&shop, "azurerm_cdn_frontdoor_origin", "api_jobs");
    assert_eq!((&jobs["priority"], &jobs["weight"], &jobs["enabled"]), (&json!(2), &json!(500), &json!(true)));
    assert_eq!(jobs["host_name"], jobs["origin_host_header"]);
    let firewall = resource(&shop, "azurerm_cdn_frontdoor_firewall_policy", "firewall");
    assert_eq!((&firewall["mode"], &firewall["sku_name"]), (&json!("Prevention"), &json!("Premium_AzureFrontDoor")));
    assert_eq!(firewall["managed_rule"].as_array().map(Vec::len), Some(2));
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

const HERE: [Region; 2] = [Region::WestEurope, Region::WestEurope];

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

const ABROAD: [Region; 2] = [Region::WestEurope, Region::EastUs];

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

/// The texts of the first errors of a builder.
fn refused(errors: Result<atakora::backend::Built, atakora::Error>) -> String {
    errors.err().expect("an error").to_string()
}

#[test]
fn what_azure_refuses_of_one_component_is_refused_at_its_setting() {
    type Case = (&'static str, fn() -> Result<atakora::backend::Built, atakora::Error>);
    fn front<const N: usize>(routes: [Route; N]) -> Result<atakora::backend::Built, atakora::Error> {
        let settings =
            FrontDoorComponentSettings { routes: routes.to_vec().leak(), ..FrontDoorComponentSettings::DEFAULT };
        Backend::builder("shop", "production").add_component::<FrontDoor>("front", settings).build()
    }
    fn traffic(settings: TrafficManagerSettings) -> Result<atakora::backend::Built, atakora::Error> {
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
