//! Which functions anybody may call is said of each.

use atakora::prelude::*;

backend! {
    pub Shop <
        hooks: FunctionsApp {
            auth: Auth::Anonymous,
            functions: &[Function::http("hook", &[Method::Post], "hook")],
        },
    > with {
        environment: "dev",
    }
}

fn main() {}
