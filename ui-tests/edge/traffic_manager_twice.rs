//! Two components with one Traffic Manager profile.

use atakora::prelude::*;

backend! {
    pub World <
        world: TrafficManager {
            endpoints: &[TrafficEndpoint::external("old", "old.example.com").near("westeurope")],
        },
        other: TrafficManager {
            endpoints: &[TrafficEndpoint::external("new", "new.example.com").near("eastus")],
        },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
