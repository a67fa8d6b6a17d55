//! What must be the same for all components is not.

use atakora::prelude::*;
use atakora_ui_tests::{Cache, Sessions};

backend! {
    pub Shop <
        sessions: Sessions { eviction: "oldest" },
        carts: Sessions { eviction: "never" },
    > with {
        environment: "dev",
        providers: [Cache],
    }
}

fn main() {}
