//! A backup that is gone before the next one but one is there.

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
                interval_in_minutes: 1440,
                retention_in_hours: 24,
                storage_redundancy: BackupRedundancy::Geo,
            },
        },
    }
}

fn main() {}
