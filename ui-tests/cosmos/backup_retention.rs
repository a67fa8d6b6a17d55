//! A backup that is kept for longer than can be.

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
                interval_in_minutes: 240,
                retention_in_hours: 1000,
                storage_redundancy: BackupRedundancy::Geo,
            },
        },
    }
}

fn main() {}
