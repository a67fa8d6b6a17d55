//! Whether data is protected is yes or no, known when the backend is compiled.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub First < user_api: CrudApi<User> > with { environment: "production", protect: "no" }
}

fn main() {}
