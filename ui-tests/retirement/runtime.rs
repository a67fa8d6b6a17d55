//! Versions of languages that ended, where a setting asks for them: warnings, here errors. What `allow` names is silent.
#![deny(deprecated)]

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
        old: FunctionsApp { runtime: Runtime::Node(20), app: Some("old") },
        reports: FunctionsApp { runtime: Runtime::Python(3, 10) },
        mail: FunctionsApp { plan: Plan::ElasticPremium, runtime: Runtime::DotnetIsolated(8) },
        admin: FunctionsApp { runtime: Runtime::PowerShell(7, 4) },
        jobs: FunctionsApp { runtime: Runtime::Node(22), app: Some("new") },
    > with {
        environment: "production",
        functions: { crud_runtime: Runtime::Node(20) },
    }
}

backend! {
    pub Quiet <
        old: FunctionsApp { runtime: Runtime::Node(20) },
    > with {
        environment: "production",
        allow: ["ATK-RET-104"],
    }
}

backend! {
    pub Staged <
        jobs: FunctionsApp { runtime: Runtime::Node(22) },
    > with {
        environments: {
            dev: { jobs: { runtime: Runtime::Node(20) } },
            staging: { jobs: { runtime: Runtime::Node(20) }, allow: ["ATK-RET-104"] },
            production: {},
        },
    }
}

fn main() {}
