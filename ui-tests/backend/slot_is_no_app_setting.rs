//! A slot of a type that cannot be an app setting.

use atakora::prelude::*;

pub struct Mail;

backend! {
    pub Shop <
        jobs: FunctionsApp { env: &[("MAIL", given(mail: Mail))] },
    > with {
        environment: "dev",
    }
}

fn main() {}
