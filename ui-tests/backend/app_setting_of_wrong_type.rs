//! A value that cannot be an app setting.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("RATIO", 0.5)] },
    > with {
        environment: "dev",
    }
}

fn main() {}
