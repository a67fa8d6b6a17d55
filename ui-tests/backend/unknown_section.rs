//! A section of no provider.

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
        monitorng: { retention_days: 90 },
    }
}

fn main() {}
