//! Type arguments that are no entities.

use atakora::prelude::*;

struct Plain;

backend! {
    pub Shop <
        user_api: CrudApi<Plain>,
        whole_api: CrudApi<std::vec::Vec<Plain>> { route: Some("whole") },
        jobs: FunctionsApp { env: &[("USERS", user_api.endpoint)] },
    > with {
        environment: "dev",
    }
}

fn main() {}
