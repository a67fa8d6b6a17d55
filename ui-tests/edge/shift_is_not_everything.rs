//! A shift of traffic that does not add up to 100 percent.

use atakora::prelude::*;

backend! {
    pub Routing <
        front: FrontDoor {
            routes: &[Route::new(
                "api",
                &["/api/*"],
                &[Origin::app(given(blue: FunctionApp)), Origin::app(given(green: FunctionApp))],
            )
            .shift(Shift::new(90, 20))],
        },
    > with {
        name: "front",
        environment: "production",
    }
}

fn main() {}
