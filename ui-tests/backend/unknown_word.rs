//! A setting of the backend that does not exist.

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
        enviroment: "dev",
        region: "westeurope",
        environment: "dev",
    }
}

fn main() {}
