//! A container that is there already, with another time to live.

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
        user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(60) },
    > with {
        environment: "dev",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
    }
}

fn main() {}
