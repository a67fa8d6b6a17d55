//! A naming convention of the user's own replaces the whole: what it makes, and what it must hold.

use atakora::azure::naming::{Alphabet, NameParts, NameShape};
use atakora::azure::{Convention, Label, Region, resource_name};
use atakora::backend::Backend;
use atakora::components::FunctionsAppSettings;
use atakora::prelude::*;
use atakora_tests::document;
use proptest::prelude::*;

const OURS: Convention = Convention::new("contoso-{name}-{type}-{code}-{environment}-{label}-{region}")
    .with_types(&[("azurerm_storage_account", "{type}{label}{name}{code}{region}")]);

backend! {
    /// With a convention that is written out.
    pub Written < jobs: FunctionsApp > with {
        name: "shop",
        environment: "production",
        label: 4,
        naming: "{name}-{type}-{code}-{environment}-{label}-{region}",
    }
}

backend! {
    /// With one that several backends share.
    pub Shared < jobs: FunctionsApp > with { name: "shop", environment: "production", label: 4, naming: OURS }
}

/// The names of all resources of a stack, by type.
fn names(add: impl FnOnce(&Stack) -> atakora::Result) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop");
    let stack = app.stack("main").resource_group("rg-shop", Region::EastUs);
    add(&stack).expect("it fits");
    app.synth(folder.path()).expect("documents");
    let document = document(folder.path().join("production/main/main.tf.json"));
    let mut names = Vec::new();
    for (kind, resources) in document["resource"].as_object().expect("resources") {
        for resource in resources.as_object().expect("resources").values() {
            if let Some(name) = resource["name"].as_str() {
                names.push((kind.clone(), name.to_owned()));
            }
        }
    }
    names
}

fn name_of<'a>(names: &'a [(String, String)], kind: &str) -> &'a str {
    let found = names.iter().find(|(known, _)| known == kind);
    found.map(|(_, name)| name.as_str()).unwrap_or_else(|| panic!("no {kind} in {names:?}"))
}

#[test]
fn a_pattern_replaces_the_whole_name() {
    let written = names(|stack| Written::new().add_to(stack).map(drop));
    assert_eq!(name_of(&written, "azurerm_function_app_flex_consumption"), "shop-func-node-prod-eus");
    // the type takes no hyphens
    assert_eq!(name_of(&written, "azurerm_storage_account"), "shopstnodeprodeus");
    let labelled = names(|stack| Written::new().label(Label::new("blue")?).add_to(stack).map(drop));
    assert_eq!(name_of(&labelled, "azurerm_function_app_flex_consumption"), "shop-func-node-prod-blue-eus");
}

#[test]
fn a_type_can_have_a_pattern_of_its_own() {
    let shared = names(|stack| Shared::new().label(Label::new("blue")?).add_to(stack).map(drop));
    assert_eq!(name_of(&shared, "azurerm_function_app_flex_consumption"), "contoso-shop-func-node-prod-blue-eus");
    assert_eq!(name_of(&shared, "azurerm_storage_account"), "stblueshopnodeeus");
}

#[test]
fn the_builder_names_like_the_compiler() {
    let built = |stack: &Stack| {
        let builder = Backend::builder("shop", "production").longest_label(4).label(Label::new("blue")?);
        let builder = builder.add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT);
        builder.with_naming(OURS).build()?.add_to(stack).map(drop)
    };
    assert_eq!(names(built), names(|stack| Shared::new().label(Label::new("blue")?).add_to(stack).map(drop)));
}

#[test]
fn the_default_is_a_convention_too() {
    let parts = NameParts {
        name: "global-app",
        group_code: "node",
        environment: "prod",
        region_code: "eus",
        label: "blue",
        unique: "x7",
    };
    let shape = &resource_name::LINUX_FUNCTION_APP;
    assert_eq!(Convention::DEFAULT.name(shape, &parts), "func-global-app-node-prod-blue-eus-x7");
    assert_eq!(Convention::new("{type}--{label}-{unique}-").name(shape, &parts), "func-blue-x7");
    let empty = NameParts { label: "", unique: "", ..parts };
    assert_eq!(Convention::new("{label}-{type}--{label}-{unique}-").name(shape, &empty), "func");
}

fn finding(pattern: &'static str) -> String {
    let shapes: &[&[&'static NameShape]] = &[resource_name::ALL];
    Convention::new(pattern).check(shapes).map_or_else(|| "nothing".to_owned(), |finding| finding.to_string())
}

#[test]
fn what_a_pattern_cannot_be() {
    for (pattern, text) in [
        ("{typ}-{name}", "NameError: `typ` is no part of a name; did you mean `type`?\n"),
        ("{type}-{name", "NameError: `name` is no part of a name; did you mean `name`?\n"),
        ("{type}-{}", "NameError: `` is no part of a name\n"),
        ("{type}-{zzzzzzzzz}", "NameError: `zzzzzzzzz` is no part of a name\n"),
        ("{type}_{name}", "NameError: the pattern `{type}_{name}` has the character `_`, which not all names take\n"),
        ("{type}ü", "has the character `ü`"),
        ("{type}}", "has the character `}`"),
        ("Contoso-{type}", "has the character `C`"),
        ("", "names by the pattern `` can begin with something else than a letter\n"),
        ("-{type}", "can begin with something else than a letter\n"),
        ("{environment}-{type}", "can begin with something else than a letter\n"),
        ("{label}-{type}", "can begin with something else than a letter\n"),
        ("win-dows-{type}", "`win-dows-{type}` holds `windows`, which Azure takes in no name\n"),
    ] {
        let found = finding(pattern);
        assert!(found.contains(text) && found.contains("Solution: "), "{pattern}:\n{found}");
    }
    for pattern in ["{type}", "{name}", "{region}-7", "contoso-{type}-{unique}"] {
        assert_eq!(finding(pattern), "nothing", "{pattern}");
    }
}

#[test]
fn ends_that_service_bus_keeps() {
    let check = |pattern: &'static str, name: &'static str| {
        let found = Convention::new(pattern).check_name(&resource_name::SERVICEBUS_NAMESPACE, name, "", "prod", 0, "");
        found.map_or_else(|| "nothing".to_owned(), |finding| finding.to_string())
    };
    let found = check("{type}-{region}-{name}", "shop-sb");
    assert!(found.contains("can end in `-sb`, which Service Bus keeps for itself"), "{found}");
    assert!(check("{name}-{region}-mgmt-{label}", "shop").contains("can end in `-mgmt`"));
    assert_eq!(check("{type}-{region}-{name}", "shop-bus"), "nothing");
}

/// The const check takes what lives as long as the program, as a backend's settings do.
fn leak(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

proptest! {
    /// Whatever a convention is: if it passes, all its names are legal, and none is longer than was measured.
    #[test]
    fn what_passes_makes_legal_names(
        shape in proptest::sample::select(resource_name::ALL),
        pattern in proptest::collection::vec(proptest::sample::select(&[
            "{type}", "{name}", "{code}", "{environment}", "{label}", "{region}", "{unique}", "-", "contoso", "7", "--",
        ][..]), 1..9).prop_map(|parts| leak(parts.concat())),
        name in "[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,4}){0,2}".prop_map(leak),
        group_code in "[a-z0-9]{0,4}".prop_map(leak),
        environment in "[a-z0-9]{1,4}".prop_map(leak),
        unique in "[a-z0-9]{0,5}".prop_map(leak),
        label in "[a-z0-9]{1,8}",
    ) {
        let Ok(label) = Label::new(&label) else { return Ok(()) };
        let convention = Convention::new(pattern);
        let longest_label = label.as_str().len();
        let shapes: &[&[&'static NameShape]] = &[resource_name::ALL];
        if convention.check(shapes).is_some()
            || convention.check_name(shape, name, group_code, environment, longest_label, unique).is_some()
        {
            return Ok(());
        }
        let parts = NameParts { name, group_code, environment, region_code: "", label: "", unique };
        let longest = convention.longest(shape, &parts, longest_label);
        for region in Region::ALL {
            for label in [label.as_str(), ""] {
                let name = convention.name(shape, &NameParts { region_code: region.code(), label, ..parts });
                let legal = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit()
                    || byte == b'-' && shape.alphabet == Alphabet::LettersAndHyphens;
                prop_assert!((shape.minimum..=shape.maximum.min(longest)).contains(&name.len()), "{}", name);
                prop_assert!(name.starts_with(|first: char| first.is_ascii_lowercase()), "{}", name);
                prop_assert!(name.bytes().all(legal) && !name.ends_with('-') && !name.contains("--"), "{}", name);
                prop_assert!(!name.ends_with("-sb") && !name.ends_with("-mgmt"), "{}", name);
            }
        }
    }
}
