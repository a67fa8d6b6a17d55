//! Rules on closed documents: each fires on a planted violation, and keeps silent on the nearest legal case.
//!
//! Both files are in the library, which shows the cases where it explains the rules: `check/document/base.json` is one
//! legal stack with every type that the rules look at. A case in `cases.json` beside it is a rule and two changes of that
//! stack: with `wrong` the rule fires, and no other; with `right` none does. A change is a path and the value there;
//! `null` takes away what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use atakora::check::document_rules;
use atakora::terraform::declare::Block;
use atakora::terraform::value::{Piece, Value};
use atakora::terraform::{App, Ref, Summary, Text};
use atakora::{Error, prelude::*};
use atakora_tests::{document, pages_show, terraform_accepts};
use serde_json::Value as Json;

fn data(file: &str) -> Json {
    document(Path::new(env!("CARGO_MANIFEST_DIR")).join("../atakora/src/check/document").join(file))
}

/// The stack with changes.
fn changed(changes: &Json) -> Json {
    let mut stack = data("base.json");
    for (path, value) in changes.as_object().expect("changes") {
        set(&mut stack, path, value);
    }
    stack
}

/// Sets what is at `kind.name.argument.0.…`.
fn set(place: &mut Json, path: &str, value: &Json) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    match (place, rest) {
        (Json::Array(items), Some(rest)) => set(&mut items[step.parse::<usize>().expect("an index")], rest, value),
        (Json::Array(items), None) => items[step.parse::<usize>().expect("an index")] = value.clone(),
        (Json::Object(fields), Some(rest)) => {
            set(fields.entry(step).or_insert_with(|| Json::Object(Default::default())), rest, value);
        }
        (Json::Object(fields), None) if value.is_null() => drop(fields.remove(step)),
        (Json::Object(fields), None) => drop(fields.insert(step.to_owned(), value.clone())),
        (place, _) => panic!("{path} leads into {place}"),
    }
}

/// What `resource!` makes of the same: `${…}` is a reference, alone or in text.
fn value(json: &Json, stack: &Stack) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Bool(*flag),
        Json::Number(number) => Value::Integer(number.as_i64().expect("a whole number")),
        Json::String(text) => pieces(text, stack),
        Json::Array(items) => Value::List(items.iter().map(|item| value(item, stack)).collect()),
        Json::Object(fields) => {
            Value::Object(fields.iter().map(|(key, field)| (key.clone().into(), value(field, stack))).collect())
        }
    }
}

fn pieces(text: &str, stack: &Stack) -> Value {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("${") {
        let (expression, after) = behind.split_once('}').expect("`}`");
        if !before.is_empty() {
            pieces.push(Piece::Text(before.to_owned().into()));
        }
        pieces.push(Piece::Expression(Ref::<Text>::raw(stack.id(), expression).expression().clone()));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned().into()));
    }
    match pieces.as_slice() {
        [Piece::Expression(expression)] => Value::Expression(expression.clone()),
        [Piece::Text(text)] => Value::Text(text.clone()),
        _ => Value::Template(pieces),
    }
}

/// Closes an app with this stack, which allows these rules.
fn close(resources: &Json, folder: &Path, allow: &[&str]) -> Result<Summary, Error> {
    let mut app = App::new("shop").in_environment("dev");
    let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
    stack.variable::<Text>("endpoint").declare();
    stack.raw_data("azurerm_client_config", "me", Block::new());
    for (kind, named) in resources.as_object().expect("resources") {
        for (name, arguments) in named.as_object().expect("resources") {
            let mut body = Block::new();
            for (argument, json) in arguments.as_object().expect("arguments") {
                body.put(argument.clone(), value(json, &stack));
            }
            stack.raw_resource(format!("azurerm_{kind}"), name, body);
        }
    }
    allow.iter().for_each(|rule| stack.allow(*rule));
    app.synth(folder)
}

/// The ids of the rules that fire, and what they say.
fn fired(changes: &Json) -> (BTreeSet<String>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let Err(error) = close(&changed(changes), folder.path(), &[]) else { return Default::default() };
    let id = |problem: &String| problem.rsplit_once("Rule: ").map_or(problem.clone(), |(_, id)| id.trim().to_owned());
    (error.problems().iter().map(id).collect(), error.to_string())
}

#[test]
fn each_rule_fires_on_its_violation_alone_and_not_beside_it() {
    let (mut wrong, mut heard) = (Vec::new(), BTreeMap::new());
    for case in data("cases.json").as_array().expect("cases") {
        let rule = case["rule"].as_str().expect("a rule");
        let (ids, said) = fired(&case["wrong"]);
        if ids != BTreeSet::from([rule.to_owned()]) {
            wrong.push(format!("{rule} is to fire alone on {}; fired: {ids:?}\n{said}", case["wrong"]));
        }
        heard.entry(rule.to_owned()).or_insert(said);
        let (ids, said) = fired(&case["right"]);
        if !ids.is_empty() {
            wrong.push(format!("nothing is wrong with {} (beside {rule}); fired:\n{said}", case["right"]));
        }
        assert_ne!(case["wrong"], case["right"]);
    }
    assert!(wrong.is_empty(), "{} cases:\n\n{}", wrong.len(), wrong.join("\n\n"));
    pages_show("documents", &heard);
}

#[test]
fn what_a_stack_allows_is_a_warning_of_it() {
    let mut wrong = Vec::new();
    for case in data("cases.json").as_array().expect("cases") {
        let rule = case["rule"].as_str().expect("a rule");
        let folder = tempfile::tempdir().expect("a folder");
        let (resources, (_, said)) = (changed(&case["wrong"]), fired(&case["wrong"]));
        match close(&resources, folder.path(), &[rule]) {
            Ok(summary) if summary.stacks[0].warnings.join("\n\n") == said => {}
            Ok(summary) => wrong.push(format!("{rule}: {:?} instead of {said}", summary.stacks[0].warnings)),
            Err(error) => wrong.push(format!("{rule} cannot be allowed: {error}")),
        }
        assert!(close(&resources, folder.path(), &["ATK-DOC-000"]).is_err(), "{rule}: another rule was allowed");
    }
    assert!(wrong.is_empty(), "{} cases:\n\n{}", wrong.len(), wrong.join("\n\n"));
}

#[test]
fn nothing_is_wrong_with_the_stack_that_the_cases_change() {
    let folder = tempfile::tempdir().expect("a folder");
    close(&data("base.json"), folder.path(), &[]).expect("it is legal");
    let test = "nothing_is_wrong_with_the_stack_that_the_cases_change";
    terraform_accepts(test, &[&folder.path().join("dev/main")]);
}

/// The rules that the library has, by its sources: none is without a case, none is missing in its list, and no id stands
/// for two.
#[test]
fn every_rule_has_a_case() {
    const FIRST: u32 = 100;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../atakora/src/check/document");
    let mut known = BTreeSet::new();
    let files = std::fs::read_dir(folder).expect("the rules").flatten().map(|file| file.path());
    for file in files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")) {
        let text = std::fs::read_to_string(file).expect("a source");
        for rest in text.split("\"ATK-DOC-").skip(1) {
            let number = rest.split('"').next().expect("a number");
            assert!(known.insert(format!("ATK-DOC-{number}")), "two rules are called ATK-DOC-{number}");
        }
    }
    assert_eq!(document_rules().map(|rule| rule.id.to_owned()).collect::<BTreeSet<_>>(), known);
    let number = |id: &String| id.rsplit('-').next().and_then(|number| number.parse::<u32>().ok()).expect("a number");
    let known: BTreeSet<String> = known.into_iter().filter(|id| number(id) >= FIRST).collect();
    let cases = data("cases.json");
    let tested = cases.as_array().expect("cases").iter().map(|case| case["rule"].as_str().expect("a rule").to_owned());
    assert_eq!(tested.collect::<BTreeSet<_>>(), known);
    assert!(known.len() > 100, "only {} rules", known.len());
}

#[test]
fn a_text_names_the_resource_the_stack_and_the_way_out() {
    let (_, said) = fired(&serde_json::json!({ "storage_account.s.account_tier": "Premium" }));
    assert!(
        said.contains("StorageError: `azurerm_storage_account.s` in the stack `main` (tests/documents.rs:"),
        "{said}"
    );
    assert!(said.contains("): a premium account is replicated as LRS or ZRS, not as GZRS\n  Solution: "), "{said}");
}

/// Values of one argument are judged by the rules that `resource!` asks about literals, whoever wrote the resource.
#[test]
fn a_value_of_one_argument_is_told_once_and_with_its_place() {
    for (path, value, rule) in [
        ("storage_account.s.location", "westeurop", "ATK-ARG-001"),
        ("cosmosdb_account.a.geo_location.1.location", "atlantis", "ATK-ARG-001"),
        ("cosmosdb_sql_container.c.name", "orders/2026", "ATK-ARG-230"),
        ("storage_container.c.name", "pack--ages", "ATK-ARG-321"),
        ("subnet.pep.address_prefixes.0", "10.0.2.0/30", "ATK-ARG-704"),
        ("network_security_rule.in.destination_port_range", "80,443", "ATK-ARG-724"),
        ("servicebus_queue.q.lock_duration", "PT6M", "ATK-ARG-617"),
        ("private_dns_zone.blob.name", "internal", "ATK-ARG-805"),
        ("cdn_frontdoor_origin.o.host_name", "https://shop.example.com", "ATK-ARG-1021"),
    ] {
        let mut changes = serde_json::json!({ path: value });
        if path.starts_with("private_dns_zone") {
            changes["private_endpoint"] = Json::Null;
        }
        let (ids, said) = fired(&changes);
        assert_eq!(ids, BTreeSet::from([rule.to_owned()]), "{path}: {said}");
        assert_eq!(said.matches("Rule: ").count(), 1, "{said}");
        let address = path.split('.').take(2).collect::<Vec<_>>().join(".");
        let place = format!("\n  Resource: `azurerm_{address}` in the stack `main` (tests/documents.rs:");
        assert!(said.contains(&place), "{said}");
    }
}
