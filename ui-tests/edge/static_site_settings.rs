//! Settings of static sites that Azure refuses, or that would do nothing.

use atakora::prelude::*;

backend! {
    pub Frontend <
        website: StaticSiteWithCdn {
            index_document: "public/index.html",
            cache_max_age: 31_622_400,
            cors: &["https://www.example.com", "example.org"],
            custom_domain: Some("App.example.com"),
            account: Some("website"),
        },
        docs: StaticSiteWithCdn {
            account: Some("docs"),
            custom_domain: Some("example.com"),
            dns_zone_name: Some("example.com"),
            endpoint: Some("Docs"),
        },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
