//! The same back end in three regions, each with data of its own.
//!
//! When to use it: users all over the world who work with the data of their own region. The three Cosmos DB accounts
//! know nothing of each other, so a user has a home region.
//!
//! In each region, `UserApi` and `ProductApi` share one Cosmos DB account, one function app and one storage account.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    email: String,
    name: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    id: String,
    name: String,
    price: f64,
    region: String,
}

backend! {
    /// What every region runs.
    pub Regional <
        user_api: CrudApi<User> { route: Some("users") },
        product_api: CrudApi<Product> { route: Some("products") },
    > with {
        name: "global-app",
        environment: "production",
        monitoring: { retention_days: 90, workspace_name: Some("global-workspace-{region}") },
        limits: {
            max_cosmos_accounts: 1,
            max_function_apps: 1,
            max_storage_accounts: 1,
            max_functions_per_app: 10,
            max_containers_per_storage: 1,
        },
        tags: { project: "global-app", multi_region: "true" },
    }
}

fn main() -> atakora::Result {
    let mut app = App::from_args("global-app")?;
    for region in [Region::EastUs, Region::WestEurope, Region::SoutheastAsia] {
        let stack = app.stack(format!("global-{region}")).resource_group(format!("rg-global-{region}"), region);
        let backend = Regional::new().tag("region", region).add_to(&stack)?;
        stack.output("user_api", backend.user_api.endpoint());
        stack.output("product_api", backend.product_api.endpoint());
    }
    app.run()
}
