//! Tags: what Azure refuses is found before Azure sees it.

use std::collections::BTreeMap;

use atakora::azure::Tags;
use atakora::azure::tags::{LONGEST_KEY, LONGEST_VALUE, MOST, check_count, check_key, check_pair, check_value};
use atakora::components::FunctionsAppSettings;
use atakora::prelude::*;
use atakora::terraform::value::Value;
use atakora_tests::document;

#[test]
fn later_values_win_and_names_are_sorted() {
    let mut tags = Tags::new().with("region", Region::EastUs).with("cost", "1");
    tags.extend(&Tags::new().with("cost", String::from("2")).with("app", "shop"));
    assert!(tags.check().is_ok());
    let Value::Object(entries) = tags.into_value() else { panic!("not an object") };
    let text = |text: &'static str| Value::Text(text.into());
    assert_eq!(entries, [("app".into(), text("shop")), ("cost".into(), text("2")), ("region".into(), text("eastus"))]);
}

#[test]
fn all_that_is_wrong_is_reported_at_once() {
    let mut tags = Tags::new()
        .with("a/b", "x")
        .with("", "x")
        .with("k".repeat(LONGEST_KEY + 1), "x")
        .with("long", "ü".repeat(LONGEST_VALUE + 1))
        .with("Region", "x")
        .with("region", "x");
    for i in 0..MOST {
        tags.set(format!("tag{i}"), "x");
    }
    let error = tags.check().unwrap_err();
    assert_eq!(error.problems().len(), 6, "{error}");
    let text = error.to_string();
    assert!(text.contains("TagError: 56 tags on a resource, Azure takes 50\n  Solution: remove tags"), "{text}");
    assert!(text.contains("`a/b` cannot be the name of a tag\n  Solution: use 1 to 512 characters"), "{text}");
    assert!(text.contains("the value of the tag `long` has 257 characters\n  Solution: use at most 256"), "{text}");
    assert!(text.contains("the tags `Region` and `region` are one tag to Azure"), "{text}");
}

#[test]
fn the_compiler_asks_the_same_questions() {
    const {
        assert!(check_key("cost-center", LONGEST_KEY).is_none());
        assert!(check_pair("Region", "region").is_some());
        assert!(check_pair("Region", "regions").is_none());
    }
    assert!(check_key("a?b", LONGEST_KEY).is_some());
    assert!(check_count(MOST).is_none() && check_count(MOST + 1).is_some());
    assert!(check_value("k", &"ü".repeat(LONGEST_VALUE)).is_none());
    assert!(check_value("k", &"x".repeat(LONGEST_VALUE + 1)).is_some());
}

const TAGS: [(&str, &str); 2] = [("project", "shop"), ("team", "sales")];

backend! {
    /// A backend with tags.
    pub Shop < jobs: FunctionsApp > with {
        name: "shop",
        environment: "dev",
        tags: { project: "shop", team: "sales" },
    }
}

/// The resources of a stack, by address without the type's prefix.
fn resources(build: impl FnOnce(&mut App, &Stack)) -> BTreeMap<String, serde_json::Value> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
    build(&mut app, &stack);
    app.synth(folder.path()).expect("documents");
    // a second time changes nothing
    assert_eq!(app.synth(folder.path()).expect("documents").written, 0);
    let document = document(folder.path().join("dev/main/main.tf.json"));
    let by_type = document["resource"].as_object().expect("resources");
    let all = by_type.iter().flat_map(|(kind, named)| {
        named.as_object().expect("resources").iter().map(move |(name, body)| (format!("{kind}.{name}"), body.clone()))
    });
    all.collect()
}

fn tags(resource: &serde_json::Value) -> Vec<(&str, &str)> {
    let tags = resource["tags"].as_object();
    tags.into_iter().flatten().map(|(key, value)| (key.as_str(), value.as_str().expect("text"))).collect()
}

fn network(stack: &Stack, name: &'static str) {
    resource!(stack, azurerm_virtual_network (name) {
        name: name,
        location: stack.location(),
        resource_group_name: stack.resource_group().name(),
        address_space: ["10.0.0.0/16"],
        tags: [("Team", "network")],
    });
}

#[test]
fn tags_of_a_backend_are_on_its_stack_too() {
    let all = resources(|_, stack| {
        Shop::new().add_to(stack).expect("it fits");
        network(stack, "own");
    });
    assert_eq!(tags(&all["azurerm_resource_group.main"]), TAGS);
    // its own tag wins, whatever its case
    assert_eq!(tags(&all["azurerm_virtual_network.own"]), [("Team", "network"), ("project", "shop")]);
}

#[test]
fn tags_of_a_stack_are_on_everything_that_takes_tags() {
    let all = resources(|_, stack| {
        network(stack, "own");
        resource!(stack, azurerm_subnet "none" {
            name: "snet",
            resource_group_name: stack.resource_group().name(),
            virtual_network_name: "vnet",
            address_prefixes: ["10.0.0.0/24"],
        });
        // after the resource, and before the backend, whose own tag wins on its own resources
        stack.tag("cost_center", 7);
        stack.tag("project", "everything");
        Shop::new().add_to(stack).expect("it fits");
    });
    assert_eq!(
        tags(&all["azurerm_resource_group.main"]),
        [("cost_center", "7"), ("project", "everything"), ("team", "sales")]
    );
    assert_eq!(
        tags(&all["azurerm_virtual_network.own"]),
        [("Team", "network"), ("cost_center", "7"), ("project", "everything")]
    );
    let (_, plan) = all.iter().find(|(address, _)| address.starts_with("azurerm_service_plan.")).expect("a plan");
    assert_eq!(tags(plan), [("cost_center", "7"), ("project", "shop"), ("team", "sales")]);
    assert!(all["azurerm_subnet.none"].get("tags").is_none(), "a subnet takes no tags");
}

#[test]
fn tags_about_which_backends_disagree_are_not_the_stacks() {
    let all = resources(|_, stack| {
        Shop::new().add_to(stack).expect("it fits");
        let other = Backend::builder("other", "dev").with_tags(TAGS).tag("team", "logistics");
        let other = other.add_component::<FunctionsApp>("other_jobs", FunctionsAppSettings::DEFAULT);
        other.build().and_then(|other| other.add_to(stack)).expect("it fits");
    });
    assert_eq!(tags(&all["azurerm_resource_group.main"]), [("project", "shop")]);
    let teams: Vec<&str> = all
        .iter()
        .filter(|(address, _)| address.starts_with("azurerm_service_plan."))
        .map(|(_, plan)| plan["tags"]["team"].as_str().expect("text"))
        .collect();
    assert_eq!(teams, ["logistics", "sales"]);
}
