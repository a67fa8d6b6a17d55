//! Names that no queue, subscription or container has.

use atakora::deferred::ServiceBusNamespace;
use atakora::prelude::*;

backend! {
    pub Shop <
        files: BlobStorage { containers: &[BlobContainer { name: "uploads" }] },
        dashes: FunctionsApp { functions: &[Function::queue("dashes", "orders--new")] },
        long: FunctionsApp {
            // 57 characters: a queue of this name could be, but not its poison queue
            functions: &[Function::queue("long", "orders-that-came-in-from-the-shops-of-all-regions-in-july")],
        },
        bills: FunctionsApp {
            functions: &[Function::service_bus_queue("bill", given(bus: ServiceBusNamespace), "bills.")],
        },
        news: FunctionsApp {
            functions: &[Function::service_bus_subscription("tell", given(bus: ServiceBusNamespace), "events", "all/new")],
        },
        thumbs: FunctionsApp { functions: &[Function::blob("resize", files.blobs, "Uploads")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
