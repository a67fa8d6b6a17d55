//! A static site in a backend that nothing reaches from outside.

use atakora::prelude::*;
use atakora::providers::networking::NetworkMode;

backend! {
    pub Frontend <
        jobs: FunctionsApp,
        website: StaticSiteWithCdn { enable_spa_mode: true },
    > with {
        name: "front",
        environment: "production",
        networking: { mode: NetworkMode::Isolated },
    }
}

fn main() {}
