//! Traffic Manager at an app that answers nobody but a Front Door.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium },
        mail: FunctionsApp { plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(mail.app)])] },
        world: TrafficManager { endpoints: &[TrafficEndpoint::app(jobs.app)] },
    > with {
        name: "shop",
        environment: "production",
    }
}

fn main() {}
