//! A function name twice in one app, and twice in one list.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::timer("nightly", "0 0 3 * * *")] },
        mail: FunctionsApp { functions: &[Function::timer("nightly", "0 0 4 * * *")] },
        reports: FunctionsApp {
            app: Some("b"),
            functions: &[Function::timer("hourly", "0 0 * * * *"), Function::http("hourly", &[Method::Get], "now")],
        },
    > with {
        environment: "dev",
    }
}

fn main() {}
