//! Traffic Manager.

use crate::explain::note::{Note, note};

pub(in crate::explain) const TRAFFIC_MANAGER: &[Note] = &[
    note("ATK-TRAFFIC-001", "A profile has one list of endpoints and one way to choose among them.").components(
        "world: TrafficManager { endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")] },
docs: TrafficManager { endpoints: &[TrafficEndpoint::external(\"docs\", \"docs.example.com\").near(\"eastus\")] },",
        "world: TrafficManager { endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")] },
docs: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"docs\", \"docs.example.com\").near(\"eastus\")],
    profile: Some(\"docs\"),
},",
    ),
    note("ATK-TRAFFIC-002", "The code stands in the name of the profile.").components(
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    profile: Some(\"world\"),
},",
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    profile: Some(\"wrld\"),
},",
    ),
    note("ATK-TRAFFIC-003", "There are slow probes and fast ones, which cost more.").components(
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    interval_seconds: 20,
},",
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    interval_seconds: 30,
},",
    ),
    note("ATK-TRAFFIC-004", "A fast probe has given up before the next one leaves: it waits 9 seconds at most, a slow one 10.").components(
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    interval_seconds: 10,
    timeout_seconds: 10,
},",
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    interval_seconds: 10,
    timeout_seconds: 9,
},",
    ),
    note("ATK-TRAFFIC-005", "After at most nine failures an endpoint is down.").components(
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    tolerated_failures: 10,
},",
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    tolerated_failures: 9,
},",
    ),
    note("ATK-TRAFFIC-006", "DNS counts seconds in 31 bits.").components(
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    ttl: 2_147_483_648,
},",
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    ttl: 60,
},",
    ),
    note("ATK-TRAFFIC-007", "A probe asks for a path from the root on.").components(
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    path: Some(\"health\"),
},",
        "world: TrafficManager {
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")],
    path: Some(\"/health\"),
},",
    ),
    note("ATK-TRAFFIC-008", "Such a profile answers every question for its name with nothing.").components(
        "world: TrafficManager,",
        "world: TrafficManager { endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"westeurope\")] },",
    ),
    note("ATK-TRAFFIC-009", "Weights are shares, and Azure counts them to 1,000.").components(
        "world: TrafficManager {
    routing: RoutingMethod::Weighted,
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").weight(1001)],
},",
        "world: TrafficManager {
    routing: RoutingMethod::Weighted,
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").weight(1000)],
},",
    ),
    note("ATK-TRAFFIC-010", "Whoever is not told a rank has that of its place in the list; no two can have the same.").components(
        "world: TrafficManager {
    routing: RoutingMethod::Priority,
    endpoints: &[
        TrafficEndpoint::external(\"old\", \"old.example.com\").priority(2),
        TrafficEndpoint::external(\"new\", \"new.example.com\"),
    ],
},",
        "world: TrafficManager {
    routing: RoutingMethod::Priority,
    endpoints: &[
        TrafficEndpoint::external(\"old\", \"old.example.com\").priority(1),
        TrafficEndpoint::external(\"new\", \"new.example.com\"),
    ],
},",
    ),
    note("ATK-TRAFFIC-011", "With geographic routing a question goes to the endpoint of the place that it comes from.").components(
        "world: TrafficManager {
    routing: RoutingMethod::Geographic,
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\")],
},",
        "world: TrafficManager {
    routing: RoutingMethod::Geographic,
    endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").geo(&[\"WORLD\"])],
},",
    ),
    note("ATK-TRAFFIC-012", "A place has one endpoint that is responsible for it.").components(
        "world: TrafficManager {
    routing: RoutingMethod::Geographic,
    endpoints: &[
        TrafficEndpoint::external(\"old\", \"old.example.com\").geo(&[\"GEO-EU\"]),
        TrafficEndpoint::external(\"new\", \"new.example.com\").geo(&[\"WORLD\", \"GEO-EU\"]),
    ],
},",
        "world: TrafficManager {
    routing: RoutingMethod::Geographic,
    endpoints: &[
        TrafficEndpoint::external(\"old\", \"old.example.com\").geo(&[\"GEO-EU\"]),
        TrafficEndpoint::external(\"new\", \"new.example.com\").geo(&[\"WORLD\"]),
    ],
},",
    ),
    note("ATK-TRAFFIC-013", "Traffic Manager answers with a name, not with the address of a page.").components(
        "world: TrafficManager { endpoints: &[TrafficEndpoint::external(\"old\", \"https://old.example.com\").near(\"eastus\")] },",
        "world: TrafficManager { endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"eastus\")] },",
    ),
    note("ATK-TRAFFIC-014", "Azure knows where its own apps are, and how near something else is only if you say where that is.").components(
        "world: TrafficManager { endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\")] },",
        "world: TrafficManager { endpoints: &[TrafficEndpoint::external(\"old\", \"old.example.com\").near(\"eastus\")] },",
    ),
];
