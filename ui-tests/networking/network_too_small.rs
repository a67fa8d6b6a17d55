//! A quarter of the network is too small for apps on Flex Consumption.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp,
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Isolated, address_space: "10.0.0.0/26" },
    }
}

fn main() {}
