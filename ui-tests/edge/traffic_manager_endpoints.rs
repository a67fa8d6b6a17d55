//! Endpoints that do not suit the routing method of their Traffic Manager.

use atakora::prelude::*;

backend! {
    pub World <
        weighted: TrafficManager {
            routing: RoutingMethod::Weighted,
            endpoints: &[TrafficEndpoint::external("old", "old.example.com").weight(1001)],
            profile: Some("w"),
        },
        ranked: TrafficManager {
            routing: RoutingMethod::Priority,
            endpoints: &[
                TrafficEndpoint::external("old", "old.example.com").priority(2),
                TrafficEndpoint::external("new", "new.example.com"),
            ],
            profile: Some("r"),
        },
        nowhere: TrafficManager {
            routing: RoutingMethod::Geographic,
            endpoints: &[TrafficEndpoint::external("old", "old.example.com")],
            profile: Some("n"),
        },
        europe: TrafficManager {
            routing: RoutingMethod::Geographic,
            endpoints: &[
                TrafficEndpoint::external("old", "old.example.com").geo(&["GEO-EU"]),
                TrafficEndpoint::external("new", "new.example.com").geo(&["WORLD", "GEO-EU"]),
            ],
            profile: Some("e"),
        },
        near: TrafficManager {
            endpoints: &[TrafficEndpoint::external("old", "old.example.com")],
            profile: Some("p"),
        },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
