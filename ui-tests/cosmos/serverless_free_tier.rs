//! A serverless account that is free.

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
        cosmos: { free_tier: true },
    }
}

fn main() {}
