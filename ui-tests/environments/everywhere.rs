//! What is wrong in all environments is told once: a setting, a component, a limit.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { throughput: Throughput::Manual(450) },
        jobs: FunctionsApp { runtime: Runtime::DotnetIsolated(10) },
    > with {
        name: "shop",
        monitoring: { retention_days: 7, sampling_percentage: 50 },
        limits: { max_function_apps: 1 },
        environments: {
            dev: { monitoring: { sampling_percentage: 10 } },
            staging: { tags: { team: "core" } },
            production: { user_api: { route: Some("users") }, protect: false },
        },
    }
}

fn main() {}
