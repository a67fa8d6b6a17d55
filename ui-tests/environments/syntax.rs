//! What are no environments at all.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Both < user_api: CrudApi<User> > with {
        environment: "production",
        environments: { dev: {} },
    }
}

backend! {
    pub Empty < user_api: CrudApi<User> > with { environments: {} }
}

backend! {
    pub Twice < user_api: CrudApi<User> > with {
        environments: { dev: {}, staging: { protect: true, protect: false }, dev: { protect: true } },
    }
}

backend! {
    pub Broken < user_api: CrudApi<User> > with {
        environments: { dev, staging: "s", production: { protect: "no", tags { a: "b" }, limits: { most: many } } },
    }
}

fn main() {}
