//! Outputs that are none, and one that is declared twice.

use atakora::component;
use atakora_ui_tests::Cache;

#[component]
#[requires(Cache { shards: 1, eviction: "never" })]
#[output(endpoint = parts.component())]
#[output(name: String)]
#[output(label: String = String::from(parts.component()))]
#[output(label: String = String::from(parts.component()))]
pub struct Sessions;

fn main() {}
