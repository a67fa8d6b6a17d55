//! What is wrong in two of three environments: where the backend says it, and where both overlays say the same.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { throughput: Throughput::Autoscale(1500) },
        jobs: FunctionsApp,
    > with {
        name: "shop",
        limits: { max_function_apps: 2 },
        environments: {
            dev: { user_api: { throughput: Throughput::Manual(400) }, limits: { max_function_apps: 1 } },
            staging: { jobs: { runtime: Runtime::DotnetIsolated(10) }, monitoring: { retention_days: 7 } },
            production: {
                jobs: { runtime: Runtime::DotnetIsolated(10) },
                monitoring: { retention_days: 7 },
                limits: { max_function_apps: 1 },
            },
        },
    }
}

fn main() {}
