//! A limit that one environment exceeds, because it asks for more, and one that another makes tighter.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User>,
        product_api: CrudApi<Product>,
        jobs: FunctionsApp,
    > with {
        name: "shop",
        limits: { max_cosmos_accounts: 1 },
        environments: {
            dev: {},
            staging: { product_api: { account: Some("b") } },
            production: { limits: { max_function_apps: 1 } },
        },
    }
}

fn main() {}
