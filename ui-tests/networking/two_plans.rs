//! One subnet serves one plan.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium },
        reports: FunctionsApp { plan: Plan::ElasticPremium, runtime: Runtime::Python(3, 12) },
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid },
    }
}

fn main() {}
