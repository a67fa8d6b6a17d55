//! A slot without a value.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("MAIL", given(mail: Endpoint)), ("KEY", given(key: String))] },
    > with {
        environment: "dev",
    }
}

fn main() {
    Shop::new(ShopGiven { key: String::new() });
}
