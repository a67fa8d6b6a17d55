//! A serverless account that several regions write to.

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
        cosmos: { multi_region_writes: true },
    }
}

fn main() {}
