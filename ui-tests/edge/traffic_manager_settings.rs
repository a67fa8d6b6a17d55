//! Settings of Traffic Manager that Azure refuses.

use atakora::prelude::*;

backend! {
    pub World <
        world: TrafficManager {
            endpoints: &[TrafficEndpoint::external("old", "old.example.com").near("westeurope")],
            profile: Some("world"),
            path: Some("health"),
            tolerated_failures: 10,
            ttl: 2_147_483_648,
        },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
