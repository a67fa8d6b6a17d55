//! How much of everything a back end may ask for, checked when it is compiled.
//!
//! When to use it: a subscription has quotas, a team has a budget, and a component that somebody adds must not quietly
//! bring a second database account. Beyond a limit the program does not compile, and the text says who asked for what:
//! `ui-tests/backend/limit_*.rs` are this back end's siblings that exceed one limit each.
//!
//! The original of this pattern, in TypeScript, prints a table that was written by hand. Here the summary prints how
//! much is used of how much, counted from the merged requirements.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
    name: String,
}

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct Product {
    id: String,
    name: String,
}

#[derive(Entity)]
#[entity(partition_key = "/userId")]
#[serde(rename_all = "camelCase")]
struct Order {
    id: String,
    user_id: String,
}

backend! {
    /// Three APIs within five limits.
    pub Limited <
        user_api: CrudApi<User>,
        product_api: CrudApi<Product>,
        order_api: CrudApi<Order>,
    > with {
        name: "limited",
        environment: "production",
        limits: {
            max_cosmos_accounts: 1,
            max_function_apps: 1,
            max_storage_accounts: 2,
            max_functions_per_app: 50,
            // containers for blobs. The original counts three here and means Cosmos DB containers, which live in no
            // storage account: `max_cosmos_containers` counts those
            max_containers_per_storage: 10,
        },
        tags: { resource_limits: "enforced", quota_management: "enabled" },
    }
}

fn main() -> atakora::Result {
    let mut app = App::from_args("limited")?;
    let stack = app.stack("limited").resource_group("rg-limited-prod", Region::EastUs);
    // nothing to catch and nothing to validate here: what compiles is within the limits
    Limited::new().add_to(&stack)?;
    app.run()
}
