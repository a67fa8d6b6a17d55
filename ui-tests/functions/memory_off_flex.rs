//! Only on Flex Consumption an app says how much memory an instance has.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium, instance_memory_mb: 4096 },
    > with {
        environment: "dev",
    }
}

fn main() {}
