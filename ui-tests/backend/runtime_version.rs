//! A version that Flex Consumption does not have.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { runtime: Runtime::Node(18) },
    > with {
        environment: "dev",
    }
}

fn main() {}
