//! What has an announced end warns: of values that only the running program knows as the compiler does of literals.

use std::borrow::Cow;
use std::path::Path;

use atakora::__private::{Arguments, Mode, Source};
use atakora::azure::Region;
use atakora::backend::BackendBuilder;
use atakora::components::FunctionsAppSettings;
use atakora::prelude::*;
use atakora::resource;
use atakora::terraform::declare::Declaration;
use atakora::terraform::stack::Stack;
use atakora::terraform::value::Value;
use atakora_rules::retirement::{self, Retirement, Sign};

/// A resource of the type with texts at these paths.
fn declaration(of: &'static str, texts: &[(&'static str, &'static str)]) -> Declaration {
    let mut arguments = Arguments::new();
    for (path, text) in texts {
        let mut names: Vec<&'static str> = path.split('.').collect();
        let mut block = Arguments::new();
        block.put(names.pop().expect("a name"), Value::Text(Cow::Borrowed(text)));
        let outermost = names.first().copied();
        for name in names.iter().skip(1).rev() {
            let mut outer = Arguments::new();
            outer.push(name, block);
            block = outer;
        }
        match outermost {
            Some(name) => arguments.push(name, block),
            None => arguments.put(path, Value::Text(Cow::Borrowed(text))),
        }
    }
    let source = Source { file: file!(), crate_dir: env!("CARGO_MANIFEST_DIR"), line: 1 };
    arguments.declaration(Mode::Managed, of, "example", source)
}

fn retires(of: &'static str, texts: &[(&'static str, &'static str)]) -> Vec<&'static str> {
    declaration(of, texts).retires.iter().map(|rule| rule.id).collect()
}

fn signs() -> impl Iterator<Item = (&'static Retirement, &'static Sign)> {
    retirement::all().flat_map(|retirement| retirement.signs.iter().map(move |sign| (retirement, sign)))
}

#[test]
fn each_sign_is_seen_and_what_is_beside_it_is_not() {
    for (Retirement { rule, .. }, sign) in signs() {
        if sign.at.is_empty() {
            let of: &'static str = Box::leak(sign.of.replace('*', "service").into_boxed_str());
            assert!(retires(of, &[]).contains(&rule.id), "{}", rule.id);
            continue;
        }
        for value in sign.values {
            let here = (sign.at, *value);
            let all: Vec<_> = sign.when.into_iter().chain([here]).collect();
            assert_eq!(retires(sign.of, &all), [rule.id], "{}: {value}", rule.id);
            if let Some((other, _)) = sign.when {
                assert!(retires(sign.of, &[here, (other, "another")]).is_empty(), "{}: {value}", rule.id);
                assert!(retires(sign.of, &[here]).is_empty(), "{}: {value}", rule.id);
            }
        }
        assert!(retires(sign.of, &[(sign.at, sign.instead)]).is_empty(), "{}", rule.id);
    }
    assert_eq!(retires("azurerm_cdn_frontdoor_profile", &[]), [""; 0]);
}

/// Each of them is shown by the compiler, in the words of the program.
#[test]
fn the_compiler_says_what_the_program_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui-tests/retirement");
    let mut said = String::new();
    for file in std::fs::read_dir(folder).expect("a folder").flatten() {
        if file.path().extension().is_some_and(|extension| extension == "stderr") {
            said.push_str(&std::fs::read_to_string(file.path()).expect("a text"));
        }
    }
    // the compiler indents what follows the first line
    let lines = |text: &str| text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
    let said = lines(&said);
    for retirement in retirement::all() {
        assert!(said.contains(&lines(&retirement.text())), "nothing shows: {}", retirement.text());
    }
}

/// The texts of the warnings in the summary of an app with this stack.
fn warnings(build: impl FnOnce(&Stack)) -> Vec<String> {
    let mut app = App::new("shop").in_environment("production");
    let stack = app.stack("weu").resource_group("rg-shop", Region::WestEurope);
    build(&stack);
    let folder = tempfile::tempdir().expect("a folder");
    let summary = app.synth(folder.path()).expect("it can be written");
    summary.stacks.into_iter().flat_map(|stack| stack.warnings).collect()
}

fn balancer(stack: &Stack, name: &str) {
    let sku = String::from("Basic");
    resource!(stack, azurerm_lb(name) {
        name: name,
        location: stack.resource_group().location(),
        resource_group_name: stack.resource_group().name(),
        sku: sku,
    });
}

#[test]
fn the_summary_tells_it_once_and_names_the_resources() {
    let told = warnings(|stack| {
        balancer(stack, "one");
        balancer(stack, "two");
    });
    assert_eq!(
        told,
        ["Basic load balancers ended on 2025-09-30\n  Solution: use `sku: \"Standard\"`\n  Rule: ATK-RET-042\n  \
          Resources: `azurerm_lb.one`, `azurerm_lb.two`"]
    );
}

#[test]
fn a_stack_and_an_override_silence_it() {
    let told = warnings(|stack| {
        balancer(stack, "one");
        stack.allow("ATK-RET-042");
    });
    assert_eq!(told, [""; 0]);
    let told = warnings(|stack| {
        resource!(stack, azurerm_lb "one" {
            name: "lb-shop",
            location: stack.resource_group().location(),
            resource_group_name: stack.resource_group().name(),
            override sku: "Basic",
        });
    });
    assert_eq!(told, [""; 0]);
}

const OLD: FunctionsAppSettings =
    FunctionsAppSettings { runtime: Runtime::Python(3, 10), ..FunctionsAppSettings::DEFAULT };

fn builder() -> BackendBuilder {
    Backend::builder("shop", "production").add_component::<FunctionsApp>("old", OLD)
}

#[test]
fn a_builder_says_what_the_compiler_says() {
    let first = "Azure Functions ended its support of Python 3.10 on 2026-10-31";
    let validation = builder().validate();
    assert!(validation.valid());
    assert!(validation.warnings.len() == 1 && validation.warnings[0].starts_with(first), "{validation:?}");
    assert_eq!(builder().allow("ATK-RET-114").validate().warnings, [""; 0]);

    let told = warnings(|stack| {
        builder().build().expect("it holds").add_to(stack).expect("it emits");
    });
    assert!(told.len() == 1 && told[0].starts_with(first), "{told:?}");
    assert!(told[0].contains("Resource: `azurerm_function_app_flex_consumption."), "{told:?}");
    let told = warnings(|stack| {
        builder().allow("ATK-RET-114").build().expect("it holds").add_to(stack).expect("it emits");
    });
    assert_eq!(told, [""; 0]);
}

backend! {
    Shop <
        old: FunctionsApp { runtime: Runtime::Node(20), plan: Plan::ElasticPremium },
    > with {
        environment: "production",
        allow: ["ATK-RET-104"],
    }
}

#[test]
fn what_a_backend_allows_is_silent_in_the_summary_too() {
    let told = warnings(|stack| {
        Shop::new().add_to(stack).expect("it emits");
    });
    assert_eq!(told, [""; 0]);
}
