//! Naming conventions that cannot make names: each backend has one that is wrong in its own way.

use atakora::azure::Convention;
use atakora::prelude::*;

backend! {
    pub UnknownPart < jobs: FunctionsApp > with {
        environment: "dev",
        naming: "{typ}-{name}-{code}-{environment}-{region}",
    }
}

backend! {
    pub Character < jobs: FunctionsApp > with {
        environment: "dev",
        naming: "{type}_{name}-{code}-{environment}-{region}",
    }
}

backend! {
    pub First < jobs: FunctionsApp > with {
        environment: "dev",
        naming: "7-{type}-{name}-{code}-{environment}-{region}",
    }
}

backend! {
    pub WithoutCode < jobs: FunctionsApp > with {
        environment: "dev",
        naming: "{type}-{name}-{environment}-{region}",
    }
}

backend! {
    pub WithoutLabel < jobs: FunctionsApp > with {
        environment: "dev",
        label: 4,
        naming: "{type}-{name}-{code}-{environment}-{region}",
    }
}

backend! {
    pub WrongType < jobs: FunctionsApp > with {
        environment: "dev",
        naming: Convention::new("{type}-{name}-{code}-{environment}-{region}")
            .with_types(&[("azurerm_storage_acount", "st{name}{code}{environment}{region}")]),
    }
}

fn main() {}
