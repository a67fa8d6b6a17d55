//! More Cosmos DB accounts than the limit.

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
        product_api: CrudApi<Product> { account: Some("b") },
    > with {
        environment: "dev",
        limits: { max_cosmos_accounts: 1 },
    }
}

fn main() {}
