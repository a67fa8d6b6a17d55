//! Bounds that one region may have, and two may not.

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
        cosmos: {
            consistency: Consistency::BoundedStaleness,
            regions: &[GeoLocation::new(Region::WestUs2, 1)],
            max_interval_in_seconds: 5,
            max_staleness_prefix: 10,
        },
    }
}

fn main() {}
