//! An app setting that is no pair.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &["LOG_LEVEL", ("A", "b")] },
        mail: FunctionsApp { env: &[("LOG_LEVEL")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
