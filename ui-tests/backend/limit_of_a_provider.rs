//! A limit that a provider of a third party defines.

use atakora::prelude::*;
use atakora_ui_tests::{Cache, Sessions};

backend! {
    pub Shop <
        sessions: Sessions { shards: 2 },
        carts: Sessions { shards: 2 },
    > with {
        environment: "dev",
        limits: { max_cache_shards: 3 },
        providers: [Cache],
    }
}

fn main() {}
