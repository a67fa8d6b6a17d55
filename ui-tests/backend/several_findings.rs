//! A component against which several things are known, in one text.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("LOG", "info")] },
        mail: FunctionsApp { env: &[("LOG", "debug"), ("FUNCTIONS_EXTENSION_VERSION", "~3")] },
        old: FunctionsApp { runtime: Runtime::Node(18), app: Some("old"), env: &[("AzureWebJobsStorage", "x")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
