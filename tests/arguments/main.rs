//! What one argument takes. Every rule is asked three times: here about values that only the running program knows, in the
//! file of its service about literals that are right, and in `ui-tests/resource` about literals that are wrong.

#[path = "../scope/mod.rs"]
mod scope;

mod cosmos;
mod dns;
mod event_hubs;
mod every_type;
mod front_door;
mod functions;
mod key_vault;
mod monitoring;
mod network;
mod private_endpoint;
mod redis;
mod service_bus;
mod storage;
mod traffic_manager;

use std::borrow::Cow;
use std::path::Path;

use atakora::__private::{Arguments, Mode, Source};
use atakora::azure::Region;
use atakora::resource;
use atakora::terraform::value::Value;
use atakora_rules::argument::{self, ArgumentRule};
use atakora_rules::regions;
use atakora_rules::takes::Given;
use scope::{Scope, judged};

/// What the program says of a resource that has this value at this path.
fn problems(path: &'static str, value: Value) -> Vec<String> {
    let mut names = path.split('.');
    let type_name = names.next().filter(|name| *name != "*").unwrap_or("azurerm_resource_group");
    let mut block = Arguments::new();
    let mut names: Vec<&str> = names.collect();
    block.put(names.pop().expect("an argument"), value);
    for name in names.into_iter().rev() {
        let mut outer = Arguments::new();
        outer.push(name, block);
        block = outer;
    }
    let source = Source { file: file!(), crate_dir: env!("CARGO_MANIFEST_DIR"), line: 1 };
    judged([block.declaration(Mode::Managed, type_name, "example", source)])
}

/// The value as a program has it: alone, and as an element of a list.
fn values(given: Given<'static>) -> Vec<Value> {
    let text = |text: &'static str| Value::Text(Cow::Borrowed(text));
    match given {
        Given::Text(value) => vec![text(value), Value::List(vec![text(value)])],
        Given::Integer(number) => vec![Value::Integer(number)],
        Given::Float(number) => vec![Value::Float(number)],
        Given::List(count) => vec![Value::List(vec![Value::Null; count])],
        Given::Key(key) => vec![Value::Object(vec![(Cow::Borrowed(key), text("1"))])],
    }
}

fn text(rule: &ArgumentRule, path: &str) -> String {
    rule.refuse(path, rule.wrong).unwrap_or_else(|| panic!("{} refuses nothing", rule.rule.id))
}

#[test]
fn the_program_refuses_what_no_rule_takes() {
    for rule in argument::all() {
        for path in rule.at {
            let said = text(rule, &path.replace('*', "azurerm_resource_group"));
            for value in values(rule.wrong) {
                assert_eq!(problems(path, value), [said.as_str()], "{path}");
            }
            for value in values(rule.right) {
                assert_eq!(problems(path, value), [""; 0], "{path}");
            }
        }
    }
}

/// Each rule has a literal that does not compile, and the compiler's text is the program's.
#[test]
fn the_compiler_says_what_the_program_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/resource");
    let mut said = String::new();
    for file in std::fs::read_dir(folder).expect("a folder").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.starts_with("arguments_") && name.ends_with(".stderr") {
            said.push_str(&std::fs::read_to_string(file.path()).expect("a text"));
        }
    }
    // the compiler indents what follows the first line
    let lines = |text: &str| text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let said = lines(&said);
    for rule in argument::all() {
        let [path, ..] = rule.at else { panic!("{} is about nothing", rule.rule.id) };
        let types = ["azurerm_resource_group", "azurerm_eventhub_namespace"];
        let found = types.iter().any(|name| said.contains(&lines(&text(rule, &path.replace('*', name)))));
        assert!(found, "no literal shows: {}", text(rule, path));
    }
}

/// What the provider was seen to take, validating and planning: only Azure says no, or nobody and it does not work.
#[test]
fn what_passes_terraform_and_fails_in_azure_is_refused() {
    let long = "s".repeat(90);
    let cases: &[(&'static str, &str)] = &[
        ("azurerm_resource_group.location", "atlantis"),
        ("azurerm_cosmosdb_account.name", &long[..45]),
        ("azurerm_cosmosdb_sql_container.name", "a#b"),
        ("azurerm_cosmosdb_sql_container.name", "orders "),
        ("azurerm_cosmosdb_sql_role_assignment.scope", "/subscriptions/0/resourceGroups/rg"),
        ("azurerm_function_app_flex_consumption.storage_container_endpoint", "/subscriptions/0/containers/packages"),
        ("azurerm_function_app_flex_consumption.always_ready.name", "orders"),
        ("azurerm_storage_container.name", "orders-"),
        ("azurerm_storage_queue.name", "order--items"),
        ("azurerm_linux_function_app.name", "-shop"),
        ("azurerm_servicebus_queue.lock_duration", "PT6M"),
        ("azurerm_servicebus_subscription.lock_duration", "PT5M1S"),
        ("azurerm_servicebus_queue.duplicate_detection_history_time_window", "PT10S"),
        ("azurerm_servicebus_queue.auto_delete_on_idle", "PT4M59S"),
        ("azurerm_subnet.name", &long),
        ("azurerm_virtual_network.address_space", "10.0.0.0/33"),
        ("azurerm_virtual_network.address_space", "10.0.1"),
        ("azurerm_virtual_network.address_space", "169.254.0.0/24"),
        ("azurerm_subnet.address_prefixes", "10.0.1.5/24"),
        ("azurerm_subnet.address_prefixes", "10.0.1.0/30"),
        ("azurerm_subnet.address_prefixes", "fd00:db8::/48"),
        ("azurerm_network_security_rule.destination_port_range", "80,443"),
        ("azurerm_network_security_rule.destination_port_range", "90-80"),
        ("azurerm_network_security_rule.destination_port_ranges", "*"),
        ("azurerm_network_security_group.security_rule.source_port_range", "65536"),
        ("azurerm_network_security_group.security_rule.destination_address_prefixes", "VirtualNetwork"),
        ("azurerm_virtual_network.subnet.address_prefixes", "10.0.1.0/30"),
        ("azurerm_network_security_rule.source_address_prefixes", "*"),
        ("azurerm_private_dns_zone.name", "not a zone"),
        ("azurerm_traffic_manager_profile.name", "-traf"),
        ("azurerm_traffic_manager_profile.dns_config.relative_name", "not a label"),
        ("azurerm_traffic_manager_external_endpoint.target", "https://shop.example.com"),
        ("azurerm_cdn_frontdoor_origin.host_name", "https://shop.example.com"),
        ("azurerm_dns_cname_record.name", "@"),
        ("azurerm_user_assigned_identity.name", "-id"),
        ("azurerm_application_insights.name", "shop?"),
    ];
    for (path, value) in cases {
        let said = problems(path, Value::Text(Cow::Owned((*value).to_owned())));
        assert_eq!(said.len(), 1, "{path}: {value}: {said:?}");
    }
    for (path, value) in [
        ("azurerm_function_app_flex_consumption.instance_memory_in_mb", 1000),
        ("azurerm_eventhub_namespace.capacity", 41),
    ] {
        assert_eq!(problems(path, Value::Integer(value)).len(), 1, "{path}");
    }
    assert_eq!(problems("azurerm_cosmosdb_sql_container.partition_key_paths", Value::List(Vec::new())).len(), 1);
}

/// The names of regions are needed by the macros too, which know nothing of `Region`.
#[test]
fn a_location_may_name_every_region() {
    let names: Vec<&str> = Region::ALL.iter().map(|region| region.name()).collect();
    assert_eq!(names, regions::PUBLIC);
}

/// References to what Azure makes, and text with them, are for the provider to judge; so is what `override` sets.
#[test]
fn what_is_not_known_is_not_judged() {
    let scope = Scope::default();
    let group = resource!(scope, azurerm_resource_group "shop" { name: "rg", location: "westeurope" });
    resource!(scope, azurerm_virtual_network "vnet" {
        name: atakora::template![group.id(), " "],
        location: group.location(),
        resource_group_name: group.name(),
        address_space: [atakora::template![group.id(), "/33"]],
        override flow_timeout_in_minutes: 40,
    });
    resource!(scope, azurerm_resource_group "new" { name: "rg-new", location: "westeurope", override location: "atlantis" });
    assert_eq!(scope.judged(), [""; 0]);
}

/// A value is told once: where it is written if the rule holds there, else where it is used first.
#[test]
fn what_a_reference_leads_to_is_judged_once() {
    let scope = Scope::default();
    let (region, short) = (String::from("atlantis"), String::from("a"));
    let group = resource!(scope, azurerm_resource_group "shop" { name: "rg", location: region });
    let identity = resource!(scope, azurerm_user_assigned_identity "app" {
        name: "id-a.b".to_owned(), location: group.location(), resource_group_name: group.name(),
    });
    resource!(scope, azurerm_log_analytics_workspace "one" {
        name: identity.name(), location: group.location(), resource_group_name: group.name(),
    });
    resource!(scope, azurerm_log_analytics_workspace "two" {
        name: identity.name(), location: group.location(), resource_group_name: group.name(),
    });
    resource!(scope, azurerm_log_analytics_workspace "three" {
        name: atakora::template![group.name(), "_", short], location: group.location(), resource_group_name: "rg",
    });
    let said = scope.judged();
    let ids = said.iter().map(|problem| problem.rsplit(' ').next().expect("an id")).collect::<Vec<_>>();
    assert_eq!(ids, ["ATK-ARG-001", "ATK-ARG-1221", "ATK-ARG-501", "ATK-ARG-501"], "{said:#?}");
    assert!(said[2].contains("\"id-a.b\"") && said[3].contains("\"rg_a\""), "{said:#?}");
}

/// Lists grow: a version that is newer than those that are known is taken.
#[test]
fn newer_versions_are_taken() {
    let path = "azurerm_linux_function_app.site_config.application_stack.node_version";
    assert_eq!(problems(path, Value::Text(Cow::Borrowed("26"))), [""; 0]);
    assert_eq!(problems(path, Value::Text(Cow::Borrowed("23"))).len(), 1);
}

/// A name that is looked up was judged by whoever gave it.
#[test]
fn data_sources_are_not_judged() {
    let scope = Scope::default();
    let name = String::from("Not_Allowed");
    atakora::data!(scope, azurerm_storage_account "old" { name: name, resource_group_name: "rg" });
    atakora::data!(scope, azurerm_storage_account "older" { name: "Not_Allowed", resource_group_name: "rg" });
    assert_eq!(scope.judged(), [""; 0]);
}
