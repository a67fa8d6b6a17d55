//! A backend with slots is made without them.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("MAIL", given(mail: Endpoint))] },
    > with {
        environment: "dev",
    }
}

fn main() {
    Shop::new();
}
