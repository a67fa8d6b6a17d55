//! A component against which several things are known, in one text.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("LOG", "info")] },
        mail: FunctionsApp { env: &[("LOG", "debug"), ("AzureWebJobsStorage", "x")] },
        old: FunctionsApp { runtime: Runtime::Node(18), app: Some("older") },
    > with {
        environment: "dev",
    }
}

fn main() {}
