//! Limits that no provider counts: one that is near to a known one, one that is not.

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
        limits: { max_cosmos_acounts: 1, storage: 1 },
    }
}

fn main() {}
