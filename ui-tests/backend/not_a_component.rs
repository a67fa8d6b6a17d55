//! A type that is no component.

use atakora::prelude::*;

struct Plain {
    id: String,
}

backend! {
    pub Shop <
        plain: Plain,
    > with {
        environment: "dev",
    }
}

fn main() {}
