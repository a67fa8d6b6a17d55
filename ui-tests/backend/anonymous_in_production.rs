//! A function for anybody, in production: a warning, here an error.
#![deny(deprecated)]

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { auth: Auth::Anonymous },
    > with {
        environment: "production",
    }
}

fn main() {}
