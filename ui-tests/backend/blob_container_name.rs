//! A blob container with a name that Azure refuses.

use atakora::prelude::*;

backend! {
    pub Shop <
        files: BlobStorage { containers: &[BlobContainer { name: "Up_loads" }] },
    > with {
        environment: "dev",
    }
}

fn main() {}
