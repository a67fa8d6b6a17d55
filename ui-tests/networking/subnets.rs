//! Subnets outside their network, too small, and over one another.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp,
    > with {
        environment: "dev",
        networking: {
            mode: NetworkMode::Isolated,
            address_space: "10.1.0.0/16",
            flex_subnet: Some("10.1.2.0/28"),
            plan_subnet: Some("10.2.0.0/24"),
            private_endpoint_subnet: Some("10.1.0.0/21"),
        },
    }
}

fn main() {}
