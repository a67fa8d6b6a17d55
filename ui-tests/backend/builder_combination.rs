//! The example `builder` with `FEATURES=orders,analytics MAX_FUNCTION_APPS=1 VNET=`, told to the compiler: two runtimes
//! are two apps.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/userId")]
#[serde(rename_all = "camelCase")]
struct Order {
    id: String,
    user_id: String,
}

backend! {
    pub MyApp <
        order_api: CrudApi<Order>,
        order_processor: FunctionsApp {
            runtime: Runtime::Node(22),
            functions: &[Function::queue("process-order", "orders")],
        },
        analytics_processor: FunctionsApp {
            runtime: Runtime::Node(22),
            functions: &[Function::timer("aggregate-metrics", "0 0 * * * *")],
        },
    > with {
        name: "myapp",
        environment: "production",
        limits: { max_function_apps: 1 },
    }
}

fn main() {}
