//! Names of environments: too long for a code, one code for two, no room in names of resources.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop < user_api: CrudApi<User> > with {
        name: "shop",
        environments: { dev: {}, preview: {}, prod: {}, production: {} },
    }
}

backend! {
    pub Labelled < user_api: CrudApi<User> > with {
        name: "labelled",
        label: 2,
        environments: { dev: {}, dev2: {} },
    }
}

backend! {
    pub Long < user_api: CrudApi<User> > with {
        name: "the-shop-of-no",
        environments: { qa: {}, test: {} },
    }
}

fn main() {}
