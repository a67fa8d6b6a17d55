//! A Traffic Manager whose endpoints nobody has named.

use atakora::prelude::*;

backend! {
    pub World <
        world: TrafficManager,
        other: TrafficManager { endpoints: &[], profile: Some("o") },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
