//! A setting of a provider that Azure does not have.

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
        monitoring: { enabled: false, retention_days: 7, sampling_percentage: 0, diagnostics: Some(true) },
        cosmos: { throughput: Throughput::Shared },
    }
}

fn main() {}
