//! Pages of rules about documents: those about resources show the cases that their tests plant, the others have notes.

use std::collections::HashMap;

use serde_json::Value;

use super::notes;
use super::page::{Page, Place};
use super::patch::Patch;
use super::sample::{Form, Sample};
use crate::check::Rule;

const BASE: &str = include_str!("../check/document/base.json");
const CASES: &str = include_str!("../check/document/cases.json");

pub(super) fn pages(rules: &[&'static Rule]) -> Vec<Page> {
    let parse = |text| serde_json::from_str::<Value>(text).unwrap_or_default();
    let (base, cases) = (parse(BASE), parse(CASES));
    let mut first: HashMap<&str, &Value> = HashMap::new();
    for case in cases.as_array().into_iter().flatten() {
        first.entry(case["rule"].as_str().unwrap_or_default()).or_insert(case);
    }
    let page = |rule: &&'static Rule| match first.get(rule.id) {
        Some(case) => {
            let samples = Patch::both(&base, case).map(|text| Sample::of(Form::Arguments, text));
            Some(Page::new(rule, String::new(), Place::Resource, samples))
        }
        None => Some(notes::STACKS.iter().find(|note| note.id == rule.id)?.page(rule)),
    };
    rules.iter().filter_map(page).collect()
}
