//! Types that are no components.

use atakora::prelude::*;

struct Plain;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        plain: Plain,
        plains: Vec<User>,
    > with {
        environment: "dev",
    }
}

fn main() {}
