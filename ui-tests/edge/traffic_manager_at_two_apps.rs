//! Traffic Manager at two apps of one backend, so of one region.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium },
        reports: FunctionsApp { plan: Plan::ElasticPremium, runtime: Runtime::Python(3, 12) },
        world: TrafficManager {
            routing: RoutingMethod::Priority,
            endpoints: &[TrafficEndpoint::app(jobs.app), TrafficEndpoint::app(reports.app)],
        },
    > with {
        name: "shop",
        environment: "production",
    }
}

fn main() {}
