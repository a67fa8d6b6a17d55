//! Fourteen errors of different kinds, all reported at once.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/regoin")]
struct Product {
    id: String,
    region: String,
}

struct Plain;

backend! {
    pub Misspelt <
        user_api: CrudApi<User>,
        user_api: CrudApi<User>,
        plain_api: CrudApi<Plain>,
        setting: CrudApi<User> { rute: Some("users") },
        output: FunctionsApp { env: &[("USERS", user_api.endpiont)] },
        component: FunctionsApp { env: &[("USERS", usr_api.endpoint)] },
        slot: FunctionsApp { env: &[("MAIL", given(mail))] },
        number: CrudApi<User> { throughput: 400 },
    > with {
        environment: "dev",
        monitorng: { retention_days: 90 },
    }
}

backend! {
    pub Wrong <
        user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(60) },
        other_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(90) },
        cheap_api: CrudApi<User> { throughput: Throughput::Manual(450), container: Some("cheap") },
        jobs: FunctionsApp { runtime: Runtime::DotnetIsolated(10) },
    > with {
        environment: "dev",
        monitoring: { retention_days: 7 },
        limits: { max_function_apps: 1 },
    }
}

fn main() {}
