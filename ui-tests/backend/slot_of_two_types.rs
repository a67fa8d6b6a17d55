//! One slot with two types.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("A", given(mail: Endpoint)), ("B", given(mail: String))] },
    > with {
        environment: "dev",
    }
}

fn main() {}
