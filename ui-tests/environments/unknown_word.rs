//! Words that an environment does not know, or must leave to the backend.

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
            dev: { monitring: { retention_days: 30 }, usr_api: { route: Some("users") }, team: { name: "core" } },
            staging: { limit: 3, unique: "x7", naming: "{type}", providers: [], environment: "dev" },
            production: {
                monitoring: { retention_day: 90 },
                user_api: { rute: Some("users") },
                limits: { max_cosmos_account: 1 },
            },
        },
    }
}

fn main() {}
