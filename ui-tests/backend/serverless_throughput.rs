//! Throughput in an account that takes none.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { capacity: CapacityMode::Serverless, throughput: Throughput::Manual(400) },
    > with {
        environment: "dev",
    }
}

fn main() {}
