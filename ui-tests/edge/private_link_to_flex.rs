//! No private link of Front Door leads to an app on Flex Consumption.

use atakora::prelude::*;

backend! {
    pub Shop <
        jobs: FunctionsApp {},
        front: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(jobs.app)])] },
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Isolated },
        front_door: { sku: FrontDoorSku::Premium },
    }
}

fn main() {}
