//! Physical names that are too long, whatever the region.

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
        name: "the-shop-of-the-north-sea-fishers",
    }
}

fn main() {}
