//! The free plan cannot join a network.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::Dedicated(DedicatedSku::F1) },
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Isolated },
    }
}

fn main() {}
