//! Requirements that are none.

use atakora::component;

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
