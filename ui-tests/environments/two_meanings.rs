//! A component that is called like a provider, and one like a setting of environments.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop < cosmos: CrudApi<User>, tags: CrudApi<User> { route: Some("tags") } > with {
        environments: {
            dev: { cosmos: { throughput: Throughput::Manual(400) } },
            production: { tags: { route: Some("labels") } },
        },
    }
}

fn main() {}
