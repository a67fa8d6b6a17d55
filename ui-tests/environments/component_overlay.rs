//! What one environment sets again of a component: its own rule, a rule of its provider, a conflict with another component.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { container: Some("users") },
        other_api: CrudApi<User> { container: Some("others"), route: Some("others") },
        jobs: FunctionsApp { runtime: Runtime::Node(22) },
    > with {
        name: "shop",
        environments: {
            dev: { user_api: { throughput: Throughput::Manual(450) } },
            staging: { jobs: { runtime: Runtime::DotnetIsolated(10) } },
            production: { other_api: { container: Some("users"), time_to_live: TimeToLive::Seconds(60) } },
        },
    }
}

fn main() {}
