//! A function cannot ask for tokens: its app does.

use atakora::prelude::*;
use atakora::providers::functions::Trigger;

backend! {
    pub Shop <
        hooks: FunctionsApp {
            functions: &[Function {
                name: "hook",
                trigger: Trigger::Http {
                    methods: &[Method::Post],
                    route: "hook",
                    auth: Auth::Entra { client_id: Deferred::text("shop"), tenant_id: Deferred::text("contoso") },
                },
            }],
        },
    > with {
        environment: "dev",
    }
}

fn main() {}
