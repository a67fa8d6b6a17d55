//! The container that two backends work on is cut up in two ways.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

/// The same items, to another team.
#[derive(Entity)]
#[entity(name = "User", partition_key = ["/tenantId", "/id"])]
#[serde(rename_all = "camelCase")]
struct Person {
    id: String,
    tenant_id: String,
}

backend! {
    pub Data < users: CosmosContainer<User> > with { environment: "dev" }
}

backend! {
    pub Shop <
        user_api: CrudApi<Person>,
    > with {
        environment: "dev",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}

fn main() {}
