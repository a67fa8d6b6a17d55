//! Event Grid reaches no app that has no public address.

use atakora::prelude::*;

backend! {
    pub Shop <
        files: BlobStorage { containers: &[BlobContainer { name: "uploads" }] },
        jobs: FunctionsApp { functions: &[Function::blob("resize", files.blobs, "uploads")] },
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Isolated },
    }
}

fn main() {}
