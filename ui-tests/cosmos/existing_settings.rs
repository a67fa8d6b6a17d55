//! An account that is there already is not moved.

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
        user_api: CrudApi<User>,
    > with {
        environment: "dev",
        cosmos: { regions: &[GeoLocation::new(Region::WestUs2, 1)], existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}

fn main() {}
