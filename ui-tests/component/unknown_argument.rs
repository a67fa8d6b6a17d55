//! An argument of `#[component]` that does not exist.

use atakora::component;
use atakora_ui_tests::Cache;

#[component(setings = SessionsSettings)]
#[requires(Cache { shards: 1, eviction: "never" })]
pub struct Sessions;

fn main() {}
