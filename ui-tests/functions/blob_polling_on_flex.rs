//! On Flex nobody looks for new blobs; Event Grid has to call.

use atakora::prelude::*;

backend! {
    pub Shop <
        files: BlobStorage { containers: &[BlobContainer { name: "uploads" }] },
        jobs: FunctionsApp { functions: &[Function::blob("resize", files.blobs, "uploads").polling()] },
    > with {
        environment: "dev",
    }
}

fn main() {}
