//! A type argument that is no entity.

use atakora::prelude::*;

struct Plain {
    id: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<Plain>,
    > with {
        environment: "dev",
    }
}

fn main() {}
