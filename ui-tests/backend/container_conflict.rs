//! One container with two different settings.

use atakora::prelude::*;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    region: String,
}

backend! {
    pub Shop <
        user_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(60) },
        session_api: CrudApi<User> { time_to_live: TimeToLive::Seconds(90), route: Some("sessions") },
    > with {
        environment: "dev",
    }
}

fn main() {}
