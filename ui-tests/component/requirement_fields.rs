//! A requirement with a field that the provider does not have, and one without a field that it has.

use atakora::component;
use atakora_ui_tests::Cache;

#[component]
#[requires(Cache { shard: 1, eviction: "never" })]
pub struct First;

#[component]
#[requires(Cache { shards: 1 })]
pub struct Second;

fn main() {}
