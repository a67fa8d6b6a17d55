//! A provider that is none.

use atakora::prelude::*;
use atakora_ui_tests::Sessions;

backend! {
    pub Shop <
        sessions: Sessions,
    > with {
        environment: "dev",
        providers: [Sessions],
    }
}

fn main() {}
