//! Two regions that would take over first.

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
        cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1), GeoLocation::new(Region::NorthEurope, 1)] },
    }
}

fn main() {}
