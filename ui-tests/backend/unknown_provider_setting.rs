//! A setting that the provider does not have.

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
        monitoring: { retention: 90 },
        cosmos: { consistancy: Consistency::Session },
    }
}

fn main() {}
