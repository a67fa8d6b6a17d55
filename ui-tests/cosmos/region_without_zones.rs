//! Zone redundancy where there are no zones.

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
        cosmos: { regions: &[GeoLocation::new(Region::WestUs, 1).zone_redundant()] },
    }
}

fn main() {}
