//! More functions in one app than the limit.

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
    > with {
        environment: "dev",
        limits: { max_functions_per_app: 9 },
    }
}

fn main() {}
