//! A reference to a component that does not exist.

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
        jobs: FunctionsApp { env: &[("USERS", usr_api.endpoint)] },
    > with {
        environment: "dev",
    }
}

fn main() {}
