//! Naming conventions whose names do not fit: the longest and the shortest are measured.

use atakora::azure::Convention;
use atakora::prelude::*;

backend! {
    pub TooLong < jobs: FunctionsApp > with {
        name: "jobs",
        environment: "dev",
        naming: Convention::new("{type}-{name}-{code}-{environment}-{region}")
            .with_types(&[("azurerm_storage_account", "contosoretail{type}{code}{environment}{region}")]),
    }
}

backend! {
    pub TooShort < jobs: FunctionsApp > with {
        name: "a",
        environment: "dev",
        naming: Convention::new("{type}-{name}-{code}-{environment}-{region}")
            .with_types(&[("azurerm_log_analytics_workspace", "{name}")]),
    }
}

fn main() {}
