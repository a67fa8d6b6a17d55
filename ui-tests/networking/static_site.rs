//! Nothing is reached from outside in isolated mode, and a site is.

use atakora::prelude::*;
use atakora_ui_tests::Brochure;

backend! {
    pub Shop <
        site: Brochure,
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Isolated },
    }
}

fn main() {}
