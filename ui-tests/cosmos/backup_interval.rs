//! A backup more often than there can be one.

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
        environment: "dev",
        cosmos: {
            backup: Backup::Periodic {
                interval_in_minutes: 30,
                retention_in_hours: 8,
                storage_redundancy: BackupRedundancy::Geo,
            },
        },
    }
}

fn main() {}
