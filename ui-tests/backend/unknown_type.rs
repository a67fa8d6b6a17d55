//! A type that does not exist.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<Usr>,
        jobs: FunctionsAp,
    > with {
        environment: "dev",
    }
}

fn main() {}
