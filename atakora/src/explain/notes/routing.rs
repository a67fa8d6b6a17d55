//! Routing to apps.

use crate::explain::note::{Note, note};

pub(in crate::explain) const ROUTING: &[Note] = &[
    note("ATK-ROUTE-001", "A caller does not know which app answers, and each app has keys that the others do not know.").components(
        "user_api: CrudApi<User>,
user_api_next: CrudApi<User> { app: Some(\"next\") },
front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(user_api.app), Origin::app(user_api_next.app)])],
},",
        "user_api: CrudApi<User>,
user_api_next: CrudApi<User> { app: Some(\"next\") },
front: FrontDoor {
    routes: &[
        Route::new(\"api\", &[\"/api/*\"], &[Origin::app(user_api.app)]),
        Route::new(\"next\", &[\"/next/*\"], &[Origin::app(user_api_next.app)]),
    ],
},",
    ),
    note("ATK-ROUTE-002", "Traffic Manager takes apps on plans from Standard on.").components(
        "user_api: CrudApi<User>,
world: TrafficManager { endpoints: &[TrafficEndpoint::app(user_api.app)] },",
        "user_api: CrudApi<User> { plan: Plan::ElasticPremium },
world: TrafficManager { endpoints: &[TrafficEndpoint::app(user_api.app)] },",
    ),
    note("ATK-ROUTE-003", "Traffic Manager answers names with public addresses and probes them from outside; an isolated app counts as down for ever.").settings(
        "jobs: FunctionsApp { plan: Plan::ElasticPremium },
world: TrafficManager { endpoints: &[TrafficEndpoint::app(jobs.app)] },",
        "networking: { mode: NetworkMode::Isolated },",
        "networking: { mode: NetworkMode::Hybrid },",
    ),
    note("ATK-ROUTE-004", "Traffic Manager chooses among regions, and takes one app of each.").components(
        "jobs: FunctionsApp { plan: Plan::ElasticPremium },
reports: FunctionsApp { plan: Plan::ElasticPremium, runtime: Runtime::Python(3, 12) },
world: TrafficManager {
    routing: RoutingMethod::Priority,
    endpoints: &[TrafficEndpoint::app(jobs.app), TrafficEndpoint::app(reports.app)],
},",
        "jobs: FunctionsApp { plan: Plan::ElasticPremium },
world: TrafficManager {
    routing: RoutingMethod::Priority,
    endpoints: &[TrafficEndpoint::app(jobs.app), TrafficEndpoint::app(given(elsewhere: FunctionApp))],
},",
    ),
    note("ATK-ROUTE-005", "An app behind a Front Door answers only what comes through it, and the probes of Traffic Manager do not.").components(
        "jobs: FunctionsApp { plan: Plan::ElasticPremium },
front: FrontDoor { routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(jobs.app)])] },
world: TrafficManager { endpoints: &[TrafficEndpoint::app(jobs.app)] },",
        "jobs: FunctionsApp { plan: Plan::ElasticPremium },
mail: FunctionsApp { app: Some(\"mail\") },
front: FrontDoor { routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(mail.app)])] },
world: TrafficManager { endpoints: &[TrafficEndpoint::app(jobs.app)] },",
    ),
];
