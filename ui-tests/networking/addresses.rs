//! Addresses that are none, or that no network can use.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp,
    > with {
        environment: "dev",
        networking: {
            mode: NetworkMode::Isolated,
            address_space: "10.0.0.0/33",
            flex_subnet: Some("10.0.1.7/24"),
            private_endpoint_subnet: Some("127.0.0.0/24"),
        },
    }
}

fn main() {}
