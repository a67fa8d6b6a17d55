//! An account of a kind that the other backend does not make.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Data < users: CosmosContainer<User> > with { environment: "dev" }
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { capacity: CapacityMode::Serverless },
    > with {
        environment: "dev",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}

fn main() {}
