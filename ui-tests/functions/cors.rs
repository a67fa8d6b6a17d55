//! Origins that no browser sends, and any origin with credentials.

use atakora::prelude::*;

backend! {
    pub Shop <
        path: FunctionsApp { cors: &[CorsOrigin::of("https://shop.example.com/")] },
        host: FunctionsApp { cors: &[CorsOrigin::of("shop.example.com")] },
        any: FunctionsApp { app: Some("any"), cors: &[CorsOrigin::ANY], cors_credentials: true },
    > with {
        environment: "dev",
    }
}

fn main() {}
