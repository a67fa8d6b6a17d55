//! A rule of a provider that no component breaks alone.

use atakora::prelude::*;
use atakora_ui_tests::{Cache, Sessions};

backend! {
    pub Shop <
        sessions: Sessions { shards: 6 },
        carts: Sessions { shards: 7 },
    > with {
        environment: "dev",
        providers: [Cache],
    }
}

fn main() {}
