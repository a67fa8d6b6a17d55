//! Requirements that are none.

use atakora::component;
use atakora_ui_tests::Cache;

#[component]
#[requires(Cache)]
pub struct First;

#[component]
#[requires(Cache { shards: 1 } + 1)]
pub struct Second;

#[component]
#[requires("cache" = 1)]
pub struct Third;

fn main() {}
