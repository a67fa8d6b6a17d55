//! Two apps that would get one name.

use atakora::prelude::*;

backend! {
    pub Shop <
        old: FunctionsApp { runtime: Runtime::Node(20) },
        jobs: FunctionsApp { runtime: Runtime::Node(22) },
    > with {
        environment: "dev",
    }
}

fn main() {}
