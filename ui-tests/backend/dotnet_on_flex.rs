//! .NET does not start on Flex Consumption without keys.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { runtime: Runtime::DotnetIsolated(10) },
    > with {
        environment: "dev",
    }
}

fn main() {}
