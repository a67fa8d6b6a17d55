//! More containers in one storage account than the limit.

use atakora::prelude::*;

backend! {
    pub Shop <
        files: BlobStorage { containers: &[BlobContainer { name: "uploads" }, BlobContainer { name: "reports" }] },
        images: BlobStorage { containers: &[BlobContainer { name: "images" }] },
    > with {
        environment: "dev",
        limits: { max_containers_per_storage: 2 },
    }
}

fn main() {}
