//! What one environment sets twice.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environments: {
            dev: { user_api: { route: Some("a"), route: Some("b") }, user_api: { container: Some("c") } },
            staging: { limits: { max_cosmos_accounts: 1, max_cosmos_accounts: 2 }, tags: { team: "a", team: "b" } },
            production: { monitoring: { retention_days: 30 }, monitoring: { retention_days: 90 } },
        },
    }
}

fn main() {}
