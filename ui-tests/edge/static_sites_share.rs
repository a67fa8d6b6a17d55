//! Two static sites with one storage account and one custom domain.

use atakora::prelude::*;

backend! {
    pub Frontend <
        website: StaticSiteWithCdn { custom_domain: Some("www.example.com") },
        docs: StaticSiteWithCdn { custom_domain: Some("www.example.com") },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
