//! A value of another type than the setting.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { throughput: 400 },
    > with {
        environment: "dev",
    }
}

fn main() {}
