//! Settings that do not derive `Settings`.

use atakora::component;
use atakora_ui_tests::Cache;

#[derive(Clone, Copy)]
pub struct SessionsSettings {
    pub shards: u32,
}

#[component(settings = SessionsSettings)]
#[requires(Cache { shards: settings.shards, eviction: "never" })]
pub struct Sessions;

fn main() {}
