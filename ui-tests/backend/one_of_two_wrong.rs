//! Two components of one type with different settings, one of them wrong.

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
        user_api: CrudApi<User> { throughput: Throughput::Manual(400) },
        product_api: CrudApi<Product> { throughput: Throughput::Autoscale(1500) },
    > with {
        environment: "dev",
    }
}

fn main() {}
