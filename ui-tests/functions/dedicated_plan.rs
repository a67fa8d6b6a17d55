//! A version that App Service does not have, a timer in an app that sleeps, and one app on two plans.

use atakora::prelude::*;

const NIGHTLY: &[Function] = &[Function::timer("nightly", "0 0 3 * * *")];

backend! {
    pub Shop <
        odd: FunctionsApp { runtime: Runtime::Node(21), plan: Plan::Dedicated(DedicatedSku::B1), app: Some("odd") },
        asleep: FunctionsApp {
            runtime: Runtime::Node(22),
            plan: Plan::Dedicated(DedicatedSku::F1),
            app: Some("free"),
            functions: NIGHTLY,
        },
        small: FunctionsApp { runtime: Runtime::Python(3, 12), plan: Plan::Dedicated(DedicatedSku::S1) },
        large: FunctionsApp { runtime: Runtime::Python(3, 12), plan: Plan::Dedicated(DedicatedSku::P1v3) },
    > with {
        environment: "dev",
    }
}

fn main() {}
