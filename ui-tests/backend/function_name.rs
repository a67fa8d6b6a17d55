//! A function with a name that the host refuses.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http("get user", &[Method::Get], "users/{id}")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
