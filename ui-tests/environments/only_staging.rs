//! Three environments, and a fault in the settings of one.

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
        name: "shop",
        monitoring: { retention_days: 30 },
        environments: {
            dev: {},
            staging: { monitoring: { retention_days: 7 } },
            production: { monitoring: { retention_days: 90 } },
        },
    }
}

fn main() {}
