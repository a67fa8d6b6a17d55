//! Several regions that write, and reads that are always the newest.

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
            consistency: Consistency::Strong,
            regions: &[GeoLocation::new(Region::WestUs2, 1)],
            multi_region_writes: true,
        },
    }
}

fn main() {}
