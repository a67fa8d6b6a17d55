//! A serverless account with a second region.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { capacity: CapacityMode::Serverless },
    > with {
        environment: "dev",
        cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1)] },
    }
}

fn main() {}
