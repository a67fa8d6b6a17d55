//! A component that needs a provider that the backend does not list.

use atakora::prelude::*;
use atakora_ui_tests::Sessions;

backend! {
    pub Shop <
        sessions: Sessions,
    > with {
        environment: "dev",
    }
}

fn main() {}
