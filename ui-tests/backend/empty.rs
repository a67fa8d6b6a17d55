//! A backend without components.

use atakora::prelude::*;

backend! {
    pub Shop <
    > with {
        environment: "dev",
    }
}

fn main() {}
