//! Two apps that would get one name.

use atakora::prelude::*;

backend! {
    pub Shop <
        old: FunctionsApp { runtime: Runtime::Python(3, 11) },
        jobs: FunctionsApp { runtime: Runtime::Python(3, 12) },
    > with {
        environment: "dev",
    }
}

fn main() {}
