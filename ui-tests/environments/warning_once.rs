//! A warning is told once, for all environments where it fires; who allows it in each is not warned.
#![deny(deprecated)]

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Open <
        user_api: CrudApi<User> { auth: Auth::Anonymous },
    > with {
        name: "open",
        environments: { dev: {}, prod: {} },
    }
}

backend! {
    pub Allowed <
        user_api: CrudApi<User> { auth: Auth::Anonymous },
    > with {
        name: "allowed",
        environments: { dev: {}, prod: { allow: ["ATK-FUNC-010"] } },
    }
}

backend! {
    pub Strict <
        user_api: CrudApi<User>,
    > with {
        name: "strict",
        allow: ["ATK-FUNC-010"],
        environments: { dev: {}, prod: { user_api: { auth: Auth::Anonymous }, allow: [] } },
    }
}

fn main() {}
