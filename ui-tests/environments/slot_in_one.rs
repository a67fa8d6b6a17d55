//! A slot that one environment has is a field of all.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User>,
        jobs: FunctionsApp { env: &[("LEVEL", "info")] },
    > with {
        name: "shop",
        environments: {
            dev: {},
            production: { jobs: { env: &[("LEVEL", "warn"), ("MAIL_API", given(mail_api: Endpoint))] } },
        },
    }
}

fn main() {
    let _ = Shop::new();
    let _ = Shop::new(ShopGiven {});
}
