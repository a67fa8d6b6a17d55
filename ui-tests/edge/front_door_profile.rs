//! What the Front Door of a backend cannot be set to, and endpoints that it cannot have.

use atakora::prelude::*;

backend! {
    pub Slow < front: FrontDoorProfile { endpoints: &["live"] } > with {
        name: "front",
        environment: "production",
        front_door: { waf: Some(Waf::prevention(0)), response_timeout_seconds: 241 },
    }
}

backend! {
    pub Many <
        front: FrontDoorProfile { endpoints: &["e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"] },
        more: FrontDoorProfile { endpoints: &["e9", "e10"] },
    > with {
        name: "front",
        environment: "production",
    }
}

backend! {
    pub Short < f: FrontDoor > with {
        name: "front",
        environment: "production",
    }
}

backend! {
    pub Borrowed < front: FrontDoorProfile { endpoints: &["live"] } > with {
        name: "front",
        environment: "production",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}

fn main() {}
