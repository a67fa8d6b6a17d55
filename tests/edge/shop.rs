//! A static site and an API behind one Front Door, all in one stack.

use atakora::prelude::*;
use serde_json::{Value, json};

use super::{ASKED, PING, User, resource, written};

backend! {
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
