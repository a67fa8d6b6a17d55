//! Traffic Manager at an app on Flex Consumption.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User>,
        world: TrafficManager { endpoints: &[TrafficEndpoint::app(user_api.app)] },
    > with {
        name: "shop",
        environment: "production",
    }
}

fn main() {}
