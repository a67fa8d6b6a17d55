//! Entra guards a whole app: its components agree on it, and on the application.

use atakora::prelude::*;
use atakora::terraform::Text;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
}

backend! {
    pub Shop <
        users: CrudApi<User> {
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
        hooks: FunctionsApp {
            runtime: Runtime::Custom,
            functions: &[Function::http("hook", &[Method::Post], "hook")],
        },
        // no request comes to it, so it has nothing to agree on
        jobs: FunctionsApp { runtime: Runtime::Custom, functions: &[Function::timer("tidy", "0 0 3 * * *")] },
    > with {
        environment: "dev",
    }
}

fn main() {}
