//! A setting that Azure does not have, underlined at the setting.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { throughput: Throughput::Manual(450) },
    > with {
        environment: "dev",
    }
}

fn main() {}
