//! More storage accounts than the limit: one for the host of each app, one for data.

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
        jobs: FunctionsApp,
        files: BlobStorage { containers: &[BlobContainer { name: "uploads" }] },
    > with {
        environment: "dev",
        limits: { max_storage_accounts: 2 },
    }
}

fn main() {}
