//! A slot without its type.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("MAIL", given(mail)), ("B", given("mail"))] },
    > with {
        environment: "dev",
    }
}

fn main() {}
