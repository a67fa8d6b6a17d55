//! Cosmos DB.

use crate::explain::note::{Note, note};

pub(in crate::explain) const COSMOS: &[Note] = &[
    note("ATK-COSMOS-001", "Azure sells request units in steps of 100, from 400 on.").components(
        "user_api: CrudApi<User> { throughput: Throughput::Manual(450) },",
        "user_api: CrudApi<User> { throughput: Throughput::Manual(500) },",
    ),
    note("ATK-COSMOS-002", "The most that autoscale may use comes in steps of 1,000; a tenth of it is always there.")
        .components(
            "user_api: CrudApi<User> { throughput: Throughput::Autoscale(1_500) },",
            "user_api: CrudApi<User> { throughput: Throughput::Autoscale(2_000) },",
        ),
];
