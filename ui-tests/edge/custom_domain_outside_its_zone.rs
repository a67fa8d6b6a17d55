//! A custom domain whose records would stand in a zone that it is not in.

use atakora::prelude::*;

backend! {
    pub Frontend <
        website: StaticSiteWithCdn {
            custom_domain: Some("app.example.org"),
            dns_zone_name: Some("example.com"),
        },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
