//! An app setting that the app sets itself.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("FUNCTIONS_WORKER_RUNTIME", "node")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
