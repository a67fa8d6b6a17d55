//! Settings of a network that is given.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp,
    > with {
        environment: "dev",
        networking: {
            mode: NetworkMode::Isolated,
            network: Some(given(network: Network)),
            service_tags: &[ServiceTag::Storage],
        },
    }
}

fn main() {}
