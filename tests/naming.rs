//! Physical names: legal, stable, unique, and as long as the compiler was told.

use std::collections::{BTreeSet, HashMap};

use atakora::azure::naming::{Alphabet, NameParts, NameShape, check_parts};
use atakora::azure::{Convention, Label, Region, environment, resource_name};
use atakora::backend::Backend;
use atakora::check::{Finding, Text};
use atakora::components::{
    BlobStorage, BlobStorageSettings, CrudApi, CrudApiSettings, FunctionsApp, FunctionsAppSettings,
};
use atakora::providers::functions::Plan;
use atakora::providers::storage::BlobContainer;
use atakora::terraform::App;
use atakora::{Entity, backend};
use atakora_tests::document;
use proptest::prelude::*;
use redis_for_atakora::{Cache, CacheSettings, Redis, RedisSettings};

const ENVIRONMENTS: [&str; 6] = ["production", "staging", "development", "test", "qa", "uat"];

fn shape() -> impl Strategy<Value = &'static NameShape> {
    proptest::sample::select(resource_name::ALL)
}

fn name() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,4}){0,2}"
        .prop_filter("a reserved word", |name| !name.replace('-', "").contains("windows"))
}

/// The const check takes what lives as long as the program, as a backend's settings do.
fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// By the book of each type, not by the code under test.
fn is_legal(shape: &NameShape, name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    (shape.minimum..=shape.maximum).contains(&name.len())
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| letter(byte) || byte == b'-' && shape.alphabet == Alphabet::LettersAndHyphens)
        && !name.ends_with('-')
        && !name.contains("--")
        && !name.ends_with("-sb")
        && !name.ends_with("-mgmt")
}

proptest! {
    #[test]
    fn what_the_compiler_passes_is_legal_everywhere(
        shape in shape(),
        name in name().prop_map(leak),
        group_code in "[a-z0-9]{0,4}".prop_map(leak),
        environment in "[a-z0-9]{1,4}".prop_map(leak),
        unique in "[a-z0-9]{0,5}".prop_map(leak),
        label in "[a-z0-9]{1,8}",
    ) {
        let Ok(label) = Label::new(&label) else { return Ok(()) };
        let label_max = label.as_str().len();
        let finding = Convention::DEFAULT.check_name(shape, name, group_code, environment, label_max, unique);
        let parts = NameParts { name, group_code, environment, region_code: "", label: "", unique };
        let needed = Convention::DEFAULT.longest(shape, &parts, label_max);
        if unique != "sb" && unique != "mgmt" {
            prop_assert_eq!(finding.is_none(), needed <= shape.maximum);
        }
        for region in Region::ALL {
            let parts =
                NameParts { name, group_code, environment, region_code: region.code(), label: label.as_str(), unique };
            let written = Convention::DEFAULT.name(shape, &parts);
            prop_assert!(written.len() <= needed);
            prop_assert_eq!(written.len() == needed, region.code().len() == Region::LONGEST_CODE);
            if finding.is_none() {
                prop_assert!(is_legal(shape, &written), "{}", written);
            }
            prop_assert_eq!(Convention::DEFAULT.name(shape, &parts), written);
        }
    }

    #[test]
    fn different_environments_regions_and_labels_have_different_names(
        shape in shape(),
        name in name(),
        group_code in "[a-z0-9]{0,4}",
        unique in "[a-z0-9]{0,3}",
        mut labels in proptest::collection::btree_set("[a-z0-9]{1,3}", 0..4),
    ) {
        // the ones that could run into a region's code
        labels.extend(["", "2", "e", "us", "eus", "s2"].map(String::from));
        let mut seen: HashMap<String, (&str, Region, &str)> = HashMap::new();
        for environment in ENVIRONMENTS {
            let code = environment::code(environment).unwrap();
            for region in Region::ALL {
                for label in &labels {
                    let parts = NameParts {
                        name: &name,
                        group_code: &group_code,
                        environment: code,
                        region_code: region.code(),
                        label,
                        unique: &unique,
                    };
                    let this = (environment, *region, label.as_str());
                    if let Some(other) = seen.insert(Convention::DEFAULT.name(shape, &parts), this) {
                        prop_assert!(false, "{:?} and {:?}: {}", this, other, Convention::DEFAULT.name(shape, &parts));
                    }
                }
            }
        }
    }
}

#[test]
fn names_as_people_read_them() {
    let parts = NameParts {
        name: "global-app",
        group_code: "",
        environment: "prod",
        region_code: Region::EastUs.code(),
        label: "",
        unique: "",
    };
    assert_eq!(Convention::DEFAULT.name(&resource_name::COSMOSDB_ACCOUNT, &parts), "cosmos-global-app-prod-eus");
    assert_eq!(Convention::DEFAULT.name(&resource_name::STORAGE_ACCOUNT, &parts), "stglobalappprodeus");
    let parts = NameParts { group_code: "node", label: "blue", unique: "x7", ..parts };
    assert_eq!(
        Convention::DEFAULT.name(&resource_name::FUNCTION_APP_FLEX_CONSUMPTION, &parts),
        "func-global-app-node-prod-blue-eus-x7"
    );
}

#[test]
fn every_shape_has_room_for_the_shortest_parts() {
    let parts = NameParts { name: "a", group_code: "", environment: "p", region_code: "", label: "", unique: "" };
    for shape in resource_name::ALL {
        assert!(Convention::DEFAULT.name(shape, &parts).len() >= shape.minimum, "{}", shape.resource_type);
    }
}

fn text(finding: Option<Finding>) -> String {
    let Some(finding) = finding else {
        return "nothing".to_owned();
    };
    let mut text = Text::<400>::new();
    finding.write_message(&mut text);
    text.push("; ");
    finding.write_solution(&mut text);
    format!("{} {}", finding.rule.id, text.as_str())
}

/// What a backend's `const` items see.
const FITS: Option<Finding> =
    Convention::DEFAULT.check_name(&resource_name::STORAGE_ACCOUNT, "global-app", "", "prod", 0, "");

#[test]
fn the_text_says_what_to_shorten_and_by_how_much() {
    assert_eq!(text(FITS), "nothing");
    assert_eq!(
        text(Convention::DEFAULT.check_name(&resource_name::STORAGE_ACCOUNT, "global-shop-app", "cust", "prod", 0, "")),
        "ATK-NAME-001 the name of `azurerm_storage_account` can get 27 characters long, Azure takes 24; \
         shorten the `name` of the backend by 3 letters, or its `unique` or `label`"
    );
    assert_eq!(
        text(Convention::DEFAULT.check_name(&resource_name::KEY_VAULT, "shop", "", "prod", 8, "abc")),
        "ATK-NAME-002 the name of `azurerm_key_vault` can get 30 characters long, Azure takes 24; \
         even a `name` of one letter would not fit: shorten `unique` or `label` by 3 characters"
    );
}

#[test]
fn parts_that_no_name_can_have() {
    for name in ["", "Shop", "7shop", "-shop", "shop-", "sh--op", "sh_op", "shöp", "sh.op"] {
        assert!(text(check_parts(name, "", "prod", "")).starts_with("ATK-NAME-003"), "{name}");
    }
    for name in ["windows-shop", "my-microsoft", "win-dows"] {
        assert!(text(check_parts(name, "", "prod", "")).starts_with("ATK-NAME-006"), "{name}");
    }
    for code in ["nodes", "No", "a-b"] {
        assert!(text(check_parts("shop", code, "prod", "")).starts_with("ATK-NAME-004"), "{code}");
        assert!(text(check_parts("shop", "", code, "")).starts_with("ATK-NAME-004"), "{code}");
    }
    assert!(text(check_parts("shop", "", "", "")).starts_with("ATK-NAME-004"));
    for unique in ["sb", "mgmt", "a-b", "X"] {
        assert!(text(check_parts("shop", "", "prod", unique)).starts_with("ATK-NAME-005"), "{unique}");
    }
    assert_eq!(text(check_parts("shop", "node", "prod", "7f3a")), "nothing");
}

#[test]
fn labels() {
    assert_eq!(Label::new("tenant7").unwrap().as_str(), "tenant7");
    for wrong in ["", "Blue", "blue-1", "ninechars", "sb", "mgmt"] {
        let error = Label::new(wrong).unwrap_err().to_string();
        assert!(error.starts_with("LabelError: `") && error.contains("Solution: "), "{error}");
    }
    assert!(Label::new("blue").unwrap().within(4).is_ok());
    let error = Label::new("blue").unwrap().within(3).unwrap_err().to_string();
    assert!(error.contains("4 characters long") && error.contains("takes 3"), "{error}");
    let error = Label::new("dr").unwrap().within(0).unwrap_err().to_string();
    assert!(error.contains("`label: 2`"), "{error}");
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

/// Every named resource of a backend of all kinds, one stack for each region and label: type, name, and where it is.
fn written(
    name: &str,
    unique: &str,
    environment: &'static str,
    regions: &[Region],
    labels: &[&str],
) -> Vec<(String, String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("names").in_environment(environment);
    for region in regions {
        for label in labels {
            let place = if label.is_empty() { region.to_string() } else { format!("{region}-{label}") };
            let stack = app.stack(&place).resource_group(format!("rg-{place}"), *region);
            let builder = Backend::builder(name, environment)
                .unique(unique)
                .longest_label(3)
                .add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT)
                .add_component::<CrudApi<User>>(
                    "people",
                    CrudApiSettings { app: Some("b"), account: Some("b"), ..CrudApiSettings::DEFAULT },
                )
                .add_component::<FunctionsApp>(
                    "jobs",
                    FunctionsAppSettings { plan: Plan::ElasticPremium, ..FunctionsAppSettings::DEFAULT },
                )
                .add_component::<BlobStorage>(
                    "files",
                    BlobStorageSettings {
                        containers: &[BlobContainer { name: "uploads" }],
                        ..BlobStorageSettings::DEFAULT
                    },
                )
                .with_provider::<Redis>(RedisSettings::DEFAULT)
                .add_component::<Cache>("cache", CacheSettings::DEFAULT);
            let builder = match label {
                &"" => builder,
                label => builder.label(Label::new(label).expect("a label")),
            };
            builder.build().and_then(|built| built.add_to(&stack)).expect("it fits");
        }
    }
    app.synth(folder.path()).expect("names of one app are different");
    let mut names = Vec::new();
    let stacks = std::fs::read_dir(folder.path().join(environment)).expect("stacks").flatten();
    for stack in stacks.filter(|entry| entry.path().is_dir()) {
        let document = document(stack.path().join("main.tf.json"));
        for (kind, resources) in document["resource"].as_object().expect("resources") {
            let resources = resources.as_object().expect("resources");
            let place = stack.file_name().to_string_lossy().into_owned();
            names.extend(
                resources
                    .values()
                    .filter_map(|resource| resource["name"].as_str())
                    .map(|name| (kind.clone(), name.to_owned(), place.clone())),
            );
        }
    }
    names.sort();
    names
}

/// Types whose name is the user's, or stands below a parent's.
const NAMED_ELSEWHERE: [&str; 4] = [
    "azurerm_resource_group",
    "azurerm_cosmosdb_sql_database",
    "azurerm_cosmosdb_sql_container",
    "azurerm_storage_container",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn what_a_backend_emits_is_legal_stable_and_unique(
        name in "[a-z][a-z0-9]{0,3}",
        unique in "[a-z0-9]{0,2}",
        environments in proptest::sample::subsequence(ENVIRONMENTS.to_vec(), 2),
        regions in proptest::sample::subsequence(Region::ALL.to_vec(), 3),
        // the ones that could run into a region's code
        labels in proptest::sample::subsequence(vec!["", "2", "e", "us", "eus", "s2"], 3),
    ) {
        let mut seen: HashMap<(&str, String), (String, &str)> = HashMap::new();
        let mut kinds = BTreeSet::new();
        let again_in = environments[0];
        let again = written(&name, &unique, again_in, &regions, &labels);
        for environment in environments {
            let names = written(&name, &unique, environment, &regions, &labels);
            if environment == again_in {
                prop_assert_eq!(&names, &again);
            }
            for (kind, name, place) in names {
                if NAMED_ELSEWHERE.contains(&kind.as_str()) {
                    continue;
                }
                let shape = resource_name::ALL.iter().find(|shape| shape.resource_type == kind);
                let shape = shape.unwrap_or_else(|| panic!("`{kind}` has no shape"));
                prop_assert!(is_legal(shape, &name), "{}: {}", kind, name);
                kinds.insert(kind);
                // types that share an abbreviation share a name space
                if let Some(other) = seen.insert((shape.abbreviation, name.clone()), (place.clone(), environment)) {
                    prop_assert!(false, "{} is in {:?} and in {:?}", name, other, (place, environment));
                }
            }
        }
        prop_assert!(kinds.len() >= 8, "{:?}", kinds);
    }
}

backend! {
    Labelled < users: CrudApi<User> > with { name: "shop", environment: "production", label: 4 }
}

#[test]
fn a_label_of_a_backend_stands_in_each_name_and_is_never_too_long() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("labels").in_environment("production");
    for label in ["blue", "dr"] {
        let stack = app.stack(label).resource_group(format!("rg-{label}"), Region::WestEurope);
        Labelled::new().label(Label::new(label).expect("a label")).add_to(&stack).expect("it fits");
    }
    app.synth(folder.path()).expect("the names are different");
    for label in ["blue", "dr"] {
        let document = document(folder.path().join("production").join(label).join("main.tf.json"));
        let accounts = document["resource"]["azurerm_cosmosdb_account"].as_object().expect("an account");
        let names: Vec<_> = accounts.values().map(|account| account["name"].as_str()).collect();
        assert_eq!(names, [Some(format!("cosmos-shop-prod-{label}-weu").as_str())]);
    }
    let mut app = App::new("labels").in_environment("production");
    let stack = app.stack("long").resource_group("rg-long", Region::WestEurope);
    let error = Labelled::new().label(Label::new("green").expect("a label")).add_to(&stack).err().expect("too long");
    assert!(error.to_string().contains("5 characters long") && error.to_string().contains("takes 4"), "{error}");
}
