//! No room for what nobody has chosen.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp,
    > with {
        environment: "dev",
        networking: {
            mode: NetworkMode::Isolated,
            address_space: "10.0.0.0/24",
            private_endpoint_subnet: Some("10.0.0.0/24"),
        },
    }
}

fn main() {}
