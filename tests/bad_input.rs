//! What is wrong is told, all at once, by name; and nothing is written.

use atakora::azure::Region;
use atakora::terraform::declare::Block;
use atakora::terraform::value::Value;
use atakora::terraform::{App, Ref, RemoteState, Stack, Text};
use atakora_tests::files;

fn named(stack: &Stack, type_name: &str, logical: &str, name: &str) {
    let mut body = Block::new();
    body.put("name", Value::Text(name.to_owned().into()));
    body.put("resource_group_name", Value::Expression(stack.resource_group().name().expression().clone()));
    stack.raw_resource(type_name, logical, body);
}

/// The problems of an app with one stack, of which nothing may be written.
fn problems(build: impl FnOnce(&mut App, &Stack)) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::EastUs);
    build(&mut app, &stack);
    let error = app.synth(folder.path().join("out")).expect_err("an error");
    assert!(files(folder.path()).is_empty(), "something was written beside: {error}");
    error.problems().to_vec()
}

fn one(build: impl FnOnce(&mut App, &Stack), parts: &[&str]) {
    let problems = problems(build);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    for part in parts {
        assert!(problems[0].contains(part), "`{part}` is not in:\n{}", problems[0]);
    }
    assert!(problems[0].contains("\n  Solution: ") && problems[0].contains("\n  Rule: ATK-DOC-"), "{}", problems[0]);
}

#[test]
fn an_empty_app() {
    let error = App::new("shop").synth("nowhere").expect_err("empty").to_string();
    assert!(error.starts_with("StackError: the app `shop` has no stack"), "{error}");
}

#[test]
fn a_stack_name_twice() {
    let twice = |app: &mut App, _: &Stack| {
        app.stack("Main").resource_group("rg-other", Region::EastUs);
    };
    one(twice, &["the stack `Main` is there twice, in upper and lower case"]);
    let twice = |app: &mut App, _: &Stack| {
        app.stack("main").resource_group("rg-other", Region::EastUs);
    };
    one(twice, &["the stack `main` is there twice\n"]);
}

#[test]
fn names_that_are_no_folders() {
    for (name, why) in [
        ("", "it is empty"),
        ("../up", "does not begin with a letter"),
        ("a/b", "a folder or a state's key"),
        ("1st", "does not begin with a letter"),
        ("NUL", "Windows"),
    ] {
        let build = |app: &mut App, _: &Stack| {
            app.stack(name).resource_group("rg-other", Region::EastUs);
        };
        one(build, &[&format!("`{name}` cannot be the name of a stack"), why]);
    }
    let error = App::new("x y").in_environment("a b").synth("nowhere").expect_err("names").to_string();
    assert!(error.contains("`x y` cannot be the name of an app"), "{error}");
    assert!(error.contains("`a b` cannot be the name of an environment"), "{error}");
}

#[test]
fn a_logical_id_twice() {
    let build = |_: &mut App, stack: &Stack| {
        named(stack, "azurerm_network_security_group", "a", "one");
        named(stack, "azurerm_network_security_group", "a", "two");
    };
    one(
        build,
        &[
            "`azurerm_network_security_group.a` is declared twice in the stack `main`",
            "First:  ",
            "Second: ",
            "bad_input.rs:",
        ],
    );
}

#[test]
fn an_output_twice() {
    let build = |_: &mut App, stack: &Stack| {
        stack.output("x", 1);
        stack.output("x", 2);
    };
    one(build, &["the stack `main` has two outputs `x`"]);
}

#[test]
fn a_name_that_terraform_cannot_read() {
    one(|_, stack| stack.output("a b", 1), &["`a b` cannot be the name of an output"]);
    one(
        |_, stack| drop(stack.raw_resource("azurerm_network_security_group", "1", Block::new())),
        &["`1` cannot be the name of a resource"],
    );
}

#[test]
fn a_physical_name_twice() {
    let global = |app: &mut App, stack: &Stack| {
        let other = app.stack("other").resource_group("rg-other", Region::WestEurope);
        named(stack, "azurerm_linux_web_app", "a", "func-shop");
        named(&other, "azurerm_function_app_flex_consumption", "b", "FUNC-shop");
    };
    one(
        global,
        &[
            "two resources are called `FUNC-shop`, which must be unique in all of Azure",
            "First:  `azurerm_linux_web_app.a` in the stack `main`",
            "Second: `azurerm_function_app_flex_consumption.b` in the stack `other`",
        ],
    );
    let subscription = |app: &mut App, _: &Stack| {
        app.stack("other").resource_group("rg-main", Region::WestEurope);
    };
    one(subscription, &["`rg-main`, which must be unique in a subscription"]);
    let group = |_: &mut App, stack: &Stack| {
        named(stack, "azurerm_network_security_group", "a", "vnet");
        named(stack, "azurerm_network_security_group", "b", "vnet");
        // neither of these is in the way: another type, another group
        named(stack, "azurerm_route_table", "a", "vnet");
    };
    one(group, &["`vnet`, which must be unique in a resource group"]);
}

#[test]
fn one_name_in_two_groups_or_subscriptions_is_no_problem() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut app = App::new("shop").in_environment("dev");
    let one = app.stack("one").resource_group("rg-main", Region::EastUs);
    let two = app.stack("two").resource_group("rg-main", Region::EastUs);
    two.subscription("00000000-0000-0000-0000-000000000002");
    named(&one, "azurerm_network_security_group", "a", "vnet");
    named(&two, "azurerm_network_security_group", "a", "vnet");
    app.synth(folder.path()).expect("documents");
}

#[test]
fn a_reference_to_what_is_not_there() {
    let build = |_: &mut App, stack: &Stack| {
        stack.output("id", Ref::<Text>::raw(stack.id(), "azurerm_resource_group.mian.id"));
    };
    one(build, &["`output id` refers to `azurerm_resource_group.mian`", "Nearest: `azurerm_resource_group.main`"]);
    let build = |_: &mut App, stack: &Stack| {
        let mut body = Block::new();
        body.put("depends_on", Value::List(vec![Value::Text("azurerm_network_security_group.b".into())]));
        stack.raw_resource("azurerm_network_security_group", "a", body);
    };
    one(build, &["refers to `azurerm_network_security_group.b`, which the stack `main` does not declare"]);
    one(
        |_, stack| stack.moved("azurerm_network_security_group.a", "azurerm_network_security_group.b"),
        &["`azurerm_network_security_group.b`", "does not declare it"],
    );
}

#[test]
fn a_handle_of_another_app() {
    let build = |_: &mut App, stack: &Stack| {
        let mut other = App::new("other");
        other.stack("first").resource_group("rg", Region::EastUs);
        let foreign = other.stack("second").resource_group("rg", Region::EastUs);
        stack.output("id", foreign.resource_group().id());
    };
    one(build, &["of a stack that is not in this app"]);
    let build = |_: &mut App, stack: &Stack| {
        stack.depends_on(&App::new("other").stack("first").resource_group("rg", Region::EastUs));
    };
    one(build, &["refers to `first` of a stack that is not in this app"]);
}

#[test]
fn a_resource_that_refers_to_itself() {
    let build = |_: &mut App, stack: &Stack| {
        let own = Ref::<Text>::raw(stack.id(), "lower(azurerm_network_security_group.a.id)");
        let mut body = Block::new();
        body.put("name", Value::Expression(own.expression().clone()));
        stack.raw_resource("azurerm_network_security_group", "a", body);
    };
    one(
        build,
        &[
            "`azurerm_network_security_group.a` (",
            "refers to itself: `lower(azurerm_network_security_group.a.id)`",
            "stack.known(",
        ],
    );
}

#[test]
fn promises_that_are_not_kept() {
    one(
        |_, stack| stack.output("x", stack.pending().value()),
        &["a value in `output x` of the stack `main` was promised"],
    );
    let with_itself = |_: &mut App, stack: &Stack| {
        let promised = stack.pending();
        stack.fill(promised, Value::List(vec![promised.value()]));
        stack.output("x", promised.value());
    };
    one(with_itself, &["was promised and never given"]);
}

#[test]
fn tags_that_azure_refuses() {
    let tagged = |tags: Vec<(String, String)>| {
        move |_: &mut App, stack: &Stack| {
            let tags = tags.into_iter().map(|(key, value)| (key.into(), Value::Text(value.into())));
            let mut body = Block::new();
            body.put("tags", Value::Object(tags.collect()));
            stack.raw_resource("azurerm_network_security_group", "a", body);
        }
    };
    let tag = |key: &str, value: &str| vec![(key.to_owned(), value.to_owned())];
    one(tagged((0..51).map(|n| (format!("t{n}"), String::new())).collect()), &["has 51 tags, Azure takes 50"]);
    one(tagged(tag("a/b", "")), &["`a/b` cannot be the name of a tag (on `azurerm_network_security_group.a`"]);
    one(tagged(tag("a", &"x".repeat(257))), &["the tag `a` has a value of 257 characters"]);
    one(tagged(tag("a", "${var.x}")), &["the tag `a` has a value with an interpolation: `${var.x}`"]);
}

#[test]
fn providers_that_are_not_there() {
    let alias = |_: &mut App, stack: &Stack| {
        stack.provider_alias("azurerm", "hub", Block::new());
        let mut body = Block::new();
        body.put("provider", Value::Text("azurerm.hubb".into()));
        stack.raw_resource("azurerm_network_security_group", "a", body);
    };
    one(alias, &["uses the provider `azurerm.hubb`", "Nearest: `azurerm.hub`"]);
    one(
        |_, stack| drop(stack.raw_resource("random_id", "a", Block::new())),
        &["the provider `random`", "stack.required_provider(\"random\""],
    );
}

#[test]
fn states_that_would_overwrite_each_other() {
    let build = |app: &mut App, _: &Stack| {
        let settings = vec![("path".to_owned(), Value::Text("state".into()))];
        app.remote_state(RemoteState::Raw { backend: "consul".into(), settings });
    };
    one(build, &["would share one state in the backend `consul`", "{environment}"]);
}

#[test]
fn files_outside_the_folder() {
    for path in ["../x", "/x", "a//b", "main.tf.json", ".terraform/x", "a\\b"] {
        one(|_, stack| stack.file(path, ""), &[&format!("cannot have a file `{path}`")]);
    }
}

#[test]
fn everything_is_told_at_once() {
    let all = problems(|app, stack| {
        app.stack("main").resource_group("rg-main", Region::EastUs);
        stack.output("a b", 1);
        stack.output("id", Ref::<Text>::raw(stack.id(), "var.nothing"));
        stack.problem("something that a provider found");
    });
    assert_eq!(all.len(), 5, "{all:#?}");
}

#[test]
fn a_region_that_does_not_exist() {
    let error = "eastuss".parse::<Region>().expect_err("no region").to_string();
    assert!(error.contains("eastuss") && error.contains("eastus"), "{error}");
}
