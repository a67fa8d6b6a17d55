//! More function apps than the limit.

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
        reports: FunctionsApp { runtime: Runtime::Python(3, 12) },
    > with {
        environment: "dev",
        limits: { max_function_apps: 2 },
    }
}

fn main() {}
