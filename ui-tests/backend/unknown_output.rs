//! A reference to an output that does not exist.

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
        jobs: FunctionsApp { env: &[("USERS", user_api.endpiont)] },
    > with {
        environment: "dev",
    }
}

fn main() {}
