//! What stands in front of a backend: static sites, Front Door, Traffic Manager. What they write, what is refused only when
//! the program runs, and what is just legal beside what `ui-tests/edge` shows to be refused.

mod private_link;
mod settings;
mod shift;
mod shop;
mod traffic_manager;

use std::path::Path;

use atakora::prelude::*;
use atakora_tests::{document, terraform_accepts};
use serde_json::Value;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
}

const PING: &[Function] = &[Function::http("ping", &[Method::Get], "ping").anonymous()];
const ASKED: &[Function] = &[Function::http("ping", &[Method::Get], "ping")];

const HERE: [Region; 2] = [Region::WestEurope, Region::WestEurope];
const ABROAD: [Region; 2] = [Region::WestEurope, Region::EastUs];

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
