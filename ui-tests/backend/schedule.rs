//! Schedules that are no NCRONTAB expressions.

use atakora::prelude::*;

backend! {
    pub Shop <
        five: FunctionsApp { functions: &[Function::timer("hourly", "0 * * * *")] },
        late: FunctionsApp { functions: &[Function::timer("late", "0 0 25 * * *")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
