//! One app has one value for an app setting.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("LOG_LEVEL", "info")] },
        mail: FunctionsApp { env: &[("LOG_LEVEL", "debug")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
