//! What is no backend at all; reading goes on behind it.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub First <
        user_api CrudApi<User>,
        second_api: CrudApi<User> { route },
        third_api: CrudApi<User> { route: },
    > with {
        environment: dev,
        name "first",
        tags: { team },
        limits: { max_cosmos_accounts: "one" },
        label: 4,
    }
}

backend! {
    pub Second < user_api: CrudApi<User> > where { environment: "dev" }
}

backend! {
    pub Third user_api: CrudApi<User>
}

backend! {
    pub Fourth < user_api: CrudApi<User> > with { environment: "dev" } and { name: "fourth" }
}

fn main() {}
