//! A type argument that is no entity, where it cannot be seen.

use atakora::prelude::*;

struct Plain;
type PlainApi = CrudApi<Plain>;

backend! {
    pub Shop <
        plain_api: PlainApi,
    > with {
        environment: "dev",
    }
}

fn main() {}
