//! One region at two places of the line.

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
    > with {
        environment: "dev",
        cosmos: { regions: &[GeoLocation::new(Region::EastUs, 0), GeoLocation::new(Region::EastUs, 1)] },
    }
}

fn main() {}
