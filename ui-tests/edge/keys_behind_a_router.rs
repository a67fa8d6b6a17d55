//! Functions that want a key behind a Front Door with two apps, of which each has keys of its own.

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
        user_api_next: CrudApi<User> { app: Some("next") },
        front: FrontDoor {
            routes: &[Route::new("api", &["/api/*"], &[Origin::app(user_api.app), Origin::app(user_api_next.app)])],
        },
    > with {
        name: "shop",
        environment: "production",
    }
}

fn main() {}
