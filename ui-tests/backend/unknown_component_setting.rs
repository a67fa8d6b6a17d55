//! A setting that the component does not have.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { throughputt: Throughput::Manual(400) },
        jobs: FunctionsApp { memory: 2048 },
    > with {
        environment: "dev",
    }
}

fn main() {}
