//! A setting, a section and a word that are set twice.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { route: Some("a"), route: Some("b") },
    > with {
        environment: "dev",
        name: "shop",
        name: "shop",
        limits: { max_cosmos_accounts: 1, max_cosmos_accounts: 2 },
        tags: { team: "a", team: "b" },
        providers: [Cosmos],
    }
}

fn main() {}
