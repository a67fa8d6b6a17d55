//! A back end in `NetworkMode::Isolated` cannot be reached from outside and finds everything inside: each point of the
//! checklist is asserted on what is emitted, for a network that is given and for one that Atakora makes, and each is
//! shown to find its violation.

use std::path::{Path, PathBuf};

use atakora::backend::BackendBuilder;
use atakora::components::{BlobStorageSettings, CrudApiSettings, FunctionsAppSettings};
use atakora::prelude::*;
use atakora::providers::networking::NetworkingSettings;
use atakora::settings::NoSettings;
use atakora_tests::checklist::isolated::{OBSERVED, RULES};
use atakora_tests::checklist::network::groups_are_closed;
use atakora_tests::checklist::{
    APPS, CONTAINERS, COSMOS, FLEX, INSIGHTS, PREMIUM, Planted, Rule, STORAGE, Violations, addresses_in, plant,
    resources, secure, texts_of,
};
use atakora_tests::{document, terraform_accepts};
use atakora_ui_tests::{Cache, Sessions, SessionsSettings};
use serde_json::{Value, json};

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    /// One of each kind, in a network that Atakora makes.
    Everything <
        users: CrudApi<User>,
        reports: FunctionsApp { functions: &[Function::timer("nightly", "0 0 3 * * *")] },
        files: BlobStorage {
            containers: &[BlobContainer { name: "uploads" }],
            access: &[BlobAccess::write(jobs.identity)],
        },
        jobs: FunctionsApp {
            runtime: Runtime::DotnetIsolated(10),
            plan: Plan::ElasticPremium,
            functions: &[Function::timer("tidy", "0 0 3 * * *")],
            env: &[("FILES__blobServiceUri", files.endpoint), ("USERS", users.endpoint)],
        },
    > with {
        name: "all",
        environment: "production",
        networking: { mode: NetworkMode::Isolated },
    }
}

/// The document of a stack with one back end.
fn emitted(add: impl FnOnce(&Stack) -> atakora::Result) -> Value {
    let folder = tempfile::tempdir().expect("a folder");
    document(written(folder.path(), add).join("main.tf.json"))
}

/// The folder of a stack with one back end.
fn written(folder: &Path, add: impl FnOnce(&Stack) -> atakora::Result) -> PathBuf {
    let mut app = App::new("all").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    add(&stack).expect("it fits");
    app.synth(folder).expect("it is written");
    folder.join("production/main")
}

/// A back end of this mode, by the builder.
fn shop(networking: NetworkingSettings) -> BackendBuilder {
    Backend::builder("all", "production")
        .add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT)
        .with_networking(networking)
}

const ISOLATED: NetworkingSettings = NetworkingSettings { mode: NetworkMode::Isolated, ..NetworkingSettings::DEFAULT };

fn built(builder: BackendBuilder) -> Value {
    emitted(|stack| builder.build()?.add_to(stack).map(drop))
}

fn everything() -> Value {
    emitted(|stack| Everything::new().add_to(stack).map(drop))
}

/// The example, whose network is given, as its golden files have it.
fn example() -> Value {
    document(Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/network_isolation/production/secure/main.tf.json"))
}

fn checklist() -> impl Iterator<Item = (&'static str, Rule)> {
    RULES.into_iter().chain(OBSERVED).chain(secure::RULES)
}

#[test]
fn the_example_meets_every_point() {
    let document = example();
    for types in [FLEX, STORAGE, CONTAINERS, COSMOS, INSIGHTS] {
        assert!(!resources(&document, types).is_empty(), "no {types:?} to look at");
    }
    for (name, rule) in checklist() {
        assert_eq!(rule(&document), Violations::new(), "{name}");
    }
}

#[test]
fn a_network_that_atakora_makes_meets_every_point() {
    let document = everything();
    for types in [FLEX, PREMIUM, STORAGE, CONTAINERS, COSMOS, INSIGHTS] {
        assert!(!resources(&document, types).is_empty(), "no {types:?} to look at");
    }
    for (name, rule) in checklist() {
        assert_eq!(rule(&document), Violations::new(), "{name}");
    }
    assert_eq!(resources(&document, &["azurerm_subnet"]).len(), 3);
    assert_eq!(resources(&document, FLEX).len(), 2, "two apps share the subnet of Flex Consumption");
}

#[test]
fn terraform_accepts_networks_made_and_given() {
    let folders = [(); 3].map(|()| tempfile::tempdir().expect("a folder"));
    let hybrid = NetworkingSettings { mode: NetworkMode::Hybrid, service_tags: &[ServiceTag::Sql], ..ISOLATED };
    let stacks = [
        written(folders[0].path(), |stack| Everything::new().add_to(stack).map(drop)),
        written(folders[1].path(), |stack| shop(hybrid).build()?.add_to(stack).map(drop)),
        written(folders[2].path(), |stack| {
            shop(GIVEN).given("network", network(stack)).build()?.add_to(stack).map(drop)
        }),
    ];
    terraform_accepts("terraform_accepts_networks_made_and_given", &stacks.each_ref().map(|stack| stack.as_path()));
}

#[test]
fn a_public_back_end_has_no_network() {
    let public = built(shop(NetworkingSettings::DEFAULT));
    for (name, rule) in RULES.into_iter().filter(|(name, _)| ["N1", "N2", "N3", "N6", "P1", "P4", "F1"].contains(name))
    {
        assert_ne!(rule(&public), Violations::new(), "{name}");
    }
    assert!(resources(&public, &["azurerm_virtual_network", "azurerm_private_endpoint"]).is_empty());
}

/// Apps answer publicly, and logs are read publicly; everything else is as isolated as can be.
#[test]
fn hybrid_is_isolated_but_for_apps_and_readers_of_logs() {
    let hybrid = built(shop(NetworkingSettings { mode: NetworkMode::Hybrid, ..NetworkingSettings::DEFAULT }));
    for (name, rule) in checklist() {
        let violations = rule(&hybrid);
        match name {
            "N1" => assert_eq!(violations.len(), 1, "{violations:?}"),
            // queries of the workspace and of the component
            "N6" => {
                assert!(violations.iter().all(|text| text.contains("query")) && violations.len() == 2, "{violations:?}")
            }
            "P1" => assert!(violations.iter().all(|text| text.ends_with("`sites`")) && violations.len() == 1),
            _ => assert_eq!(violations, Violations::new(), "{name}"),
        }
    }
    let (_, scope) = &resources(&hybrid, &["azurerm_monitor_private_link_scope"])[0];
    assert_eq!(scope["query_access_mode"], "Open");
}

#[test]
fn service_tags_are_let_out_to_and_nothing_else() {
    let tags = vec![ServiceTag::ServiceBus, ServiceTag::AzureKeyVault].leak();
    let document = built(shop(NetworkingSettings { service_tags: tags, ..ISOLATED }));
    assert_eq!(groups_are_closed(&document, &["ServiceBus", "AzureKeyVault"]), Violations::new());
    let without = groups_are_closed(&document, &["ServiceBus"]);
    assert_eq!(without.len(), 1, "{without:?}");
    assert!(without[0].ends_with("allow-azurekeyvault"), "{without:?}");
    for (name, rule) in checklist().filter(|(name, _)| *name != "G2") {
        assert_eq!(rule(&document), Violations::new(), "{name}");
    }
}

#[test]
fn subnets_are_where_they_are_chosen_to_be() {
    let prefixes = |document: &Value, name: &str| {
        let subnets = resources(document, &["azurerm_subnet"]);
        let found =
            subnets.iter().find(|(_, body)| body["name"] == name).map(|(_, body)| texts_of(&body["address_prefixes"]));
        found.unwrap_or_default()
    };
    let usual = built(shop(ISOLATED));
    assert_eq!(prefixes(&usual, "snet-flex"), ["10.0.0.0/24"]);
    assert_eq!(prefixes(&usual, "snet-pep"), ["10.0.2.0/24"]);
    assert_eq!(prefixes(&usual, "snet-plan"), [""; 0], "no app needs it, but its place is kept");
    let small = built(shop(NetworkingSettings { address_space: "10.1.0.0/25", ..ISOLATED }));
    assert_eq!(prefixes(&small, "snet-flex"), ["10.1.0.0/27"]);
    assert_eq!(prefixes(&small, "snet-pep"), ["10.1.0.64/27"]);
    let chosen = built(shop(NetworkingSettings { private_endpoint_subnet: Some("10.0.0.0/26"), ..ISOLATED }));
    assert_eq!(prefixes(&chosen, "snet-pep"), ["10.0.0.0/26"]);
    assert_eq!(prefixes(&chosen, "snet-flex"), ["10.0.1.0/24"], "the first free one");
    for document in [&usual, &small, &chosen] {
        for (name, rule) in checklist() {
            assert_eq!(rule(document), Violations::new(), "{name}");
        }
    }
}

#[test]
fn the_order_of_components_does_not_show() {
    let jobs = FunctionsAppSettings { plan: Plan::ElasticPremium, ..FunctionsAppSettings::DEFAULT };
    let api = || Backend::builder("all", "production").with_networking(ISOLATED);
    let one = api()
        .add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT)
        .add_component::<FunctionsApp>("reports", FunctionsAppSettings::DEFAULT)
        .add_component::<FunctionsApp>("jobs", jobs);
    let other = api()
        .add_component::<FunctionsApp>("jobs", jobs)
        .add_component::<FunctionsApp>("reports", FunctionsAppSettings::DEFAULT)
        .add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT);
    assert_eq!(
        atakora_tests::without_comments(built(one)).to_string(),
        atakora_tests::without_comments(built(other)).to_string()
    );
}

#[test]
fn containers_alone_are_isolated_too() {
    let files = Backend::builder("all", "production")
        .add_component::<BlobStorage>("files", BlobStorageSettings::DEFAULT)
        .with_networking(ISOLATED);
    let document = built(files);
    assert_eq!(resources(&document, &["azurerm_private_endpoint"]).len(), 3);
    for (name, rule) in checklist().filter(|(name, _)| *name != "O1") {
        assert_eq!(rule(&document), Violations::new(), "{name}");
    }
}

/// What asks for no network stays public, so a promise of isolation is not taken.
#[test]
fn a_network_with_nobody_in_it_is_refused() {
    let mut app = App::new("all").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    let sessions = |networking| {
        Backend::builder("all", "production")
            .with_provider::<Cache>(NoSettings::DEFAULT)
            .add_component::<Sessions>("sessions", SessionsSettings::DEFAULT)
            .with_networking(networking)
    };
    let refused = sessions(ISOLATED).build().and_then(|built| built.add_to(&stack).map(drop)).expect_err("nobody");
    assert!(refused.to_string().contains("no component of it requires `Networking`"), "{refused}");
    sessions(NetworkingSettings::DEFAULT).build().and_then(|built| built.add_to(&stack).map(drop)).expect("public");
}

// ---- networks that are given ------------------------------------------------------------------------------------------

const GIVEN: NetworkingSettings =
    NetworkingSettings { network: Some(atakora::deferred::Slot::<Network>::new("network")), ..ISOLATED };

/// A network of another hand: two subnets.
fn network(stack: &Stack) -> Network {
    let group = stack.resource_group();
    let vnet = resource!(stack, azurerm_virtual_network "hub" {
        name: "vnet-hub", resource_group_name: group.name(), location: group.location(), address_space: ["10.9.0.0/16"],
    });
    let endpoints = resource!(stack, azurerm_subnet "endpoints" {
        name: "endpoints", resource_group_name: group.name(), virtual_network_name: vnet.name(), address_prefixes: ["10.9.1.0/24"],
    });
    let apps = resource!(stack, azurerm_subnet "apps" {
        name: "apps", resource_group_name: group.name(), virtual_network_name: vnet.name(), address_prefixes: ["10.9.2.0/24"],
        delegation { name: "flex", service_delegation { name: "Microsoft.App/environments" } },
    });
    Network::new(vnet.id(), endpoints.id()).flex_subnet(apps.id())
}

#[test]
fn a_network_without_the_right_subnet_is_refused() {
    let jobs = FunctionsAppSettings { plan: Plan::ElasticPremium, ..FunctionsAppSettings::DEFAULT };
    let mut app = App::new("all").in_environment("production");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    let builder = shop(GIVEN).add_component::<FunctionsApp>("jobs", jobs).given("network", network(&stack));
    let refused = builder.build().and_then(|built| built.add_to(&stack).map(drop)).expect_err("no subnet");
    let text = refused.to_string();
    assert!(text.contains("no subnet for apps on `ElasticPremium`") && text.contains(".plan_subnet("), "{text}");
}

/// A zone that is linked to the network is not made again: Azure refuses a second of one name.
#[test]
fn zones_that_are_linked_already_are_used() {
    const BLOB: &str = "privatelink.blob.core.windows.net";
    let document = emitted(|stack| {
        let group = stack.resource_group();
        let zone = resource!(stack, azurerm_private_dns_zone "blob" { name: BLOB, resource_group_name: group.name() });
        resource!(stack, azurerm_private_dns_zone_virtual_network_link "blob" {
            name: "hub", private_dns_zone_id: zone.id(), virtual_network_id: "/subscriptions/x/virtualNetworks/hub",
        });
        let network = network(stack).zone(BLOB, zone.id());
        shop(GIVEN).given("network", network).build()?.add_to(stack).map(drop)
    });
    let zones = resources(&document, &["azurerm_private_dns_zone"]);
    let blob: Vec<_> =
        zones.iter().filter(|(_, zone)| zone["name"] == BLOB).map(|(address, _)| address.as_str()).collect();
    assert_eq!(blob, ["azurerm_private_dns_zone.blob"]);
    let endpoints = resources(&document, &["azurerm_private_endpoint"]);
    let (_, endpoint) = endpoints.iter().find(|(address, _)| address.ends_with("storage_endpoint_blob")).expect("one");
    let ids = texts_of(&endpoint["private_dns_zone_group"]).concat();
    assert_eq!(addresses_in(&ids), ["azurerm_private_dns_zone.blob"]);
}

// ---- each point finds what it is for ----------------------------------------------------------------------------------

fn planted() -> Vec<(&'static str, Planted)> {
    const PREMIUM: &str = "azurerm_linux_function_app";
    const FLEX: &str = "azurerm_function_app_flex_consumption";
    const STORAGE: &str = "azurerm_storage_account";
    const ENDPOINT: &str = "azurerm_private_endpoint";
    const SUBNET: &str = "azurerm_subnet";
    const GROUP: &str = "azurerm_network_security_group";
    const LINK: &str = "azurerm_private_dns_zone_virtual_network_link";
    let set = |text: &str| Some(json!(text));
    let rule = |name: &str, priority: u32, direction: &str, access: &str, from: &str, to: &str| {
        Some(json!([{
            "name": name, "priority": priority, "direction": direction, "access": access, "protocol": "*",
            "source_port_range": "*", "destination_port_range": "*",
            "source_address_prefix": from, "destination_address_prefix": to,
        }]))
    };
    vec![
        ("N1", (FLEX, "/public_network_access_enabled", None)),
        ("N1", (PREMIUM, "/public_network_access_enabled", Some(json!(true)))),
        ("N2", (STORAGE, "/public_network_access_enabled", Some(json!(true)))),
        ("N2", (STORAGE, "/network_rules", None)),
        ("N2", (STORAGE, "/network_rules/0/default_action", set("Allow"))),
        ("N3", ("azurerm_cosmosdb_account", "/public_network_access_enabled", None)),
        ("N6", ("azurerm_log_analytics_workspace", "/internet_ingestion_access_type", None)),
        ("N6", ("azurerm_log_analytics_workspace", "/internet_query_access_type", set("Enabled"))),
        ("N6", ("azurerm_application_insights", "/internet_ingestion_enabled", Some(json!(true)))),
        ("N6", ("azurerm_application_insights", "/internet_query_enabled", None)),
        (
            "P1",
            (
                ENDPOINT,
                "/private_service_connection/0/private_connection_resource_id",
                set("${azurerm_key_vault.x.id}"),
            ),
        ),
        ("P1", (ENDPOINT, "/private_service_connection/0/subresource_names/0", None)),
        ("P2", (ENDPOINT, "/private_service_connection/0/is_manual_connection", Some(json!(true)))),
        ("P3", (ENDPOINT, "/private_dns_zone_group", None)),
        ("P3", (ENDPOINT, "/private_dns_zone_group/0/private_dns_zone_ids/0", None)),
        ("P3", ("azurerm_private_dns_zone", "/name", set("privatelink.azurewebsite.net"))),
        ("P4", (LINK, "/virtual_network_id", set("${azurerm_virtual_network.other.id}"))),
        ("P4", (LINK, "/private_dns_zone_id", set("${azurerm_private_dns_zone.other.id}"))),
        ("P5", (ENDPOINT, "/subnet_id", set("${azurerm_subnet.everything_networking_flex_subnet.id}"))),
        ("G1", ("azurerm_subnet_network_security_group_association", "/subnet_id", set("${azurerm_subnet.x.id}"))),
        ("G1", ("azurerm_subnet_network_security_group_association", "/network_security_group_id", set("x"))),
        ("G2", (GROUP, "/security_rule", None)),
        ("G2", (GROUP, "/security_rule", rule("open", 100, "Inbound", "Allow", "Internet", "*"))),
        ("G2", (GROUP, "/security_rule", rule("deny", 100, "Inbound", "Deny", "*", "*"))),
        ("G3", (SUBNET, "/default_outbound_access_enabled", None)),
        ("G5", (SUBNET, "/address_prefixes", Some(json!(["10.1.0.0/24"])))),
        ("G5", (SUBNET, "/address_prefixes", Some(json!(["10.0.1.0/16"])))),
        ("G5", (SUBNET, "/address_prefixes", Some(json!(["10.0.0.0/22"])))),
        ("F1", (FLEX, "/virtual_network_subnet_id", None)),
        ("F1", (PREMIUM, "/virtual_network_subnet_id", None)),
        ("F1", (FLEX, "/virtual_network_subnet_id", set("${azurerm_subnet.everything_networking_plan_subnet.id}"))),
        ("F1", (PREMIUM, "/virtual_network_subnet_id", set("${azurerm_subnet.everything_networking_pep_subnet.id}"))),
        ("F1", (SUBNET, "/name", set("snet_flex"))),
        ("F1", (SUBNET, "/service_endpoint", Some(json!([{ "service": "Microsoft.Storage" }])))),
        ("F1", (SUBNET, "/delegation", None)),
        ("F3", (PREMIUM, "/site_config/0/vnet_route_all_enabled", None)),
        ("F3", ("azurerm_service_plan", "/sku_name", set("Y1"))),
        ("D1", (FLEX, "/depends_on", None)),
        ("D1", (PREMIUM, "/depends_on/0", None)),
        ("O1", ("azurerm_monitor_diagnostic_setting", "/enabled_log", Some(json!([])))),
        ("O1", ("azurerm_monitor_diagnostic_setting", "/target_resource_id", set("${azurerm_storage_account.x.id}"))),
        ("O2", ("azurerm_monitor_private_link_scope", "/ingestion_access_mode", set("Open"))),
        ("O2", ("azurerm_monitor_private_link_scoped_service", "/linked_resource_id", set("x"))),
    ]
}

#[test]
fn each_point_finds_what_is_planted() {
    let (clean, planted) = (everything(), planted());
    let find = |name: &str| checklist().find(|(known, _)| *known == name).expect("a point").1;
    for (name, planted) in &planted {
        let mut document = clean.clone();
        plant(&mut document, planted);
        assert!(!find(name)(&document).is_empty(), "{name} does not see {planted:?}");
    }
    let finds = |name: &str, pointer: &str, value: Value| {
        let mut document = clean.clone();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = document.pointer_mut(parent).unwrap_or_else(|| panic!("there is {parent}"));
        parent[key] = value;
        assert!(!find(name)(&document).is_empty(), "{name} does not see {pointer}");
    };
    // what is not in the document: a namespace and a vault that the network does not know
    finds("N4", "/resource/azurerm_servicebus_namespace", json!({ "main": { "sku": "Standard" } }));
    finds(
        "N4",
        "/resource/azurerm_servicebus_namespace",
        json!({ "main": {
            "sku": "Premium", "public_network_access_enabled": false, "network_rule_set": [{ "default_action": "Deny" }],
        } }),
    );
    finds("N5", "/resource/azurerm_key_vault", json!({ "main": { "public_network_access_enabled": false } }));
    finds("P1", "/resource/azurerm_key_vault", json!({ "main": {} }));
    finds("O1", "/resource/azurerm_key_vault", json!({ "main": {} }));
    // the subnet of private endpoints, and the last rule of a group
    let endpoints = "/resource/azurerm_subnet/everything_networking_pep_subnet";
    finds("P5", &format!("{endpoints}/private_endpoint_network_policies"), json!("Disabled"));
    finds(
        "P5",
        &format!("{endpoints}/delegation"),
        clean["resource"]["azurerm_subnet"]["everything_networking_flex_subnet"]["delegation"].clone(),
    );
    let rules = "/resource/azurerm_network_security_group/everything_networking_flex_security/security_rule";
    let own = clean.pointer(rules).and_then(Value::as_array).expect("rules").clone();
    let changed = |change: &dyn Fn(&mut Vec<Value>)| {
        let mut rules = own.clone();
        change(&mut rules);
        json!(rules)
    };
    let place = |name: &str| own.iter().position(|rule| rule["name"] == name).expect("a rule");
    finds("G2", rules, changed(&|rules| drop(rules.remove(place("deny-all-outbound")))));
    finds("G2", rules, changed(&|rules| rules[place("allow-entra")]["destination_address_prefix"] = json!("Storage")));
    finds(
        "G2",
        rules,
        changed(&|rules| {
            rules[place("allow-entra")]["direction"] = json!("Inbound");
            rules[place("allow-entra")]["source_address_prefix"] = json!("AzureCloud");
        }),
    );
    finds("G4", rules, changed(&|rules| rules[place("allow-entra")]["priority"] = json!(100)));
    for (name, _) in RULES.into_iter().chain(OBSERVED).filter(|(name, _)| !["N4", "N5", "G4"].contains(name)) {
        assert!(planted.iter().any(|(planted, _)| *planted == name), "nothing is planted for {name}");
    }
    assert!(!resources(&clean, APPS).is_empty());
}
