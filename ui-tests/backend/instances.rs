//! Instances that Flex Consumption does not have.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { instance_memory_mb: 1024, maximum_instances: 0 },
    > with {
        environment: "dev",
    }
}

fn main() {}
