//! An account that is there already, and that one of those who find it there makes.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Data < users: CosmosContainer<User> > with { environment: "dev" }
}

backend! {
    pub Shop <
        user_api: CrudApi<User>,
    > with {
        environment: "dev",
        cosmos: { existing: Existing::account(user_api.account) },
    }
}

fn main() {}
