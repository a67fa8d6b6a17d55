//! A requirement with a bound that the component's parameter does not meet: it must not get lost in silence.

use atakora::prelude::*;
use atakora_ui_tests::{AuditLog, Cache};

struct Orders;

backend! {
    pub Shop <
        orders: AuditLog<Orders>,
    > with {
        environment: "dev",
        providers: [Cache],
    }
}

fn main() {}
