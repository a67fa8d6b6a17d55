//! A line of regions with a gap: the stack's own is 0, and nobody is 1.

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
        cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 2)] },
    }
}

fn main() {}
