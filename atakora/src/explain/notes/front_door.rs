//! Front Door.

use crate::explain::note::{Note, note};

const TWO: &str = "&[Origin::app(given(blue: FunctionApp)), Origin::app(given(green: FunctionApp))]";

pub(in crate::explain) const FRONT_DOOR: &[Note] = &[
    note("ATK-FRONTDOOR-001", "The route's name is also the one of its origin group.").components(
        "front: FrontDoor {
    routes: &[Route::new(\"API\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp))])],
},",
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp))])],
},",
    ),
    note("ATK-FRONTDOOR-002", "Routes of an endpoint are told apart by their names.").components(
        "front: FrontDoor {
    routes: &[
        Route::new(\"api\", &[\"/a\"], &[Origin::app(given(app: FunctionApp))]),
        Route::new(\"api\", &[\"/b\"], &[Origin::app(given(app: FunctionApp))]),
    ],
},",
        "front: FrontDoor {
    routes: &[
        Route::new(\"one\", &[\"/a\"], &[Origin::app(given(app: FunctionApp))]),
        Route::new(\"two\", &[\"/b\"], &[Origin::app(given(app: FunctionApp))]),
    ],
},",
    ),
    note("ATK-FRONTDOOR-003", "Front Door compares whole segments of a path.").components(
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api*\"], &[Origin::app(given(app: FunctionApp))])],
},",
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp))])],
},",
    ),
    note("ATK-FRONTDOOR-004", "A route leads to its origins, and none of these would answer.").components(
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp)).standby()])],
},",
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp))])],
},",
    ),
    note("ATK-FRONTDOOR-005", "Weights are shares of at least one; an origin without a share is one that is switched off.").components(
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp)).weight(0)])],
},",
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp)).weight(1)])],
},",
    ),
    note("ATK-FRONTDOOR-006", "Front Door has five ranks of origins: the next is asked when all of one are down.").components(
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp)).priority(6)])],
},",
        "front: FrontDoor {
    routes: &[Route::new(\"api\", &[\"/api/*\"], &[Origin::app(given(app: FunctionApp)).priority(5)])],
},",
    ),
    note("ATK-FRONTDOOR-007", "A shift says where each of 100 requests goes.").components(
        const_format::concatcp!("front: FrontDoor {
    routes: &[Route::new(
        \"api\",
        &[\"/api/*\"],
        ", TWO, ",
    )
    .shift(Shift::new(90, 20))],
},"),
        const_format::concatcp!("front: FrontDoor {
    routes: &[Route::new(
        \"api\",
        &[\"/api/*\"],
        ", TWO, ",
    )
    .shift(Shift::new(90, 10))],
},"),
    ),
    note("ATK-FRONTDOOR-008", "Percentages of a first and a second origin say nothing of one origin, or of three.").components(
        "front: FrontDoor {
    routes: &[Route::new(
        \"api\",
        &[\"/api/*\"],
        &[Origin::app(given(blue: FunctionApp))],
    )
    .shift(Shift::new(90, 10))],
},",
        const_format::concatcp!("front: FrontDoor {
    routes: &[Route::new(
        \"api\",
        &[\"/api/*\"],
        ", TWO, ",
    )
    .shift(Shift::new(90, 10))],
},"),
    ),
    note("ATK-FRONTDOOR-009", "Azure gives certificates for host names in lower case with up to 64 characters.").components(
        "website: StaticSiteWithCdn { custom_domain: Some(\"App.example.com\") },",
        "website: StaticSiteWithCdn { custom_domain: Some(\"app.example.com\") },",
    ),
    note("ATK-FRONTDOOR-010", "The records would be written into a zone that nobody asks for this name, and the domain would never be validated.")
        .components(
            "website: StaticSiteWithCdn {
    custom_domain: Some(\"app.example.org\"),
    dns_zone_name: Some(\"example.com\"),
},",
            "website: StaticSiteWithCdn {
    custom_domain: Some(\"app.example.com\"),
    dns_zone_name: Some(\"example.com\"),
},",
        ),
    note("ATK-FRONTDOOR-011", "At the top of a zone stand its name servers, beside which DNS has no CNAME.").components(
        "website: StaticSiteWithCdn {
    custom_domain: Some(\"example.com\"),
    dns_zone_name: Some(\"example.com\"),
},",
        "website: StaticSiteWithCdn {
    custom_domain: Some(\"www.example.com\"),
    dns_zone_name: Some(\"example.com\"),
},",
    ),
    note("ATK-FRONTDOOR-012", "An endpoint's name begins its host name.").components(
        "docs: StaticSiteWithCdn { endpoint: Some(\"Docs\") },",
        "docs: StaticSiteWithCdn { endpoint: Some(\"docs\") },",
    ),
    note("ATK-FRONTDOOR-013", "A profile of the tier Standard has 10 endpoints, one of Premium 25.").settings(
        "front: FrontDoorProfile {
    endpoints: &[\"e0\", \"e1\", \"e2\", \"e3\", \"e4\", \"e5\", \"e6\", \"e7\", \"e8\", \"e9\", \"e10\"],
},",
        "front_door: { sku: FrontDoorSku::Standard },",
        "front_door: { sku: FrontDoorSku::Premium },",
    ),
    note("ATK-FRONTDOOR-014", "Two routes of an endpoint that answer the same path contradict each other.").components(
        "front: FrontDoor {
    routes: &[
        Route::new(\"one\", &[\"/*\"], &[Origin::app(given(one: FunctionApp))]),
        Route::new(\"two\", &[\"/*\"], &[Origin::app(given(two: FunctionApp))]),
    ],
},",
        "front: FrontDoor {
    routes: &[
        Route::new(\"one\", &[\"/*\"], &[Origin::app(given(one: FunctionApp))]),
        Route::new(\"two\", &[\"/two/*\"], &[Origin::app(given(two: FunctionApp))]),
    ],
},",
    ),
    note("ATK-FRONTDOOR-015", "A domain leads to one endpoint.").components(
        "website: StaticSiteWithCdn { custom_domain: Some(\"www.example.com\") },
docs: StaticSiteWithCdn {
    account: Some(\"docs\"),
    endpoint: Some(\"docs\"),
    custom_domain: Some(\"www.example.com\"),
},",
        "website: StaticSiteWithCdn { custom_domain: Some(\"www.example.com\") },
docs: StaticSiteWithCdn {
    account: Some(\"docs\"),
    endpoint: Some(\"docs\"),
    custom_domain: Some(\"docs.example.com\"),
},",
    ),
    note("ATK-FRONTDOOR-016", "The limit of a firewall is at least one request in a minute.").settings(
        "front: FrontDoorProfile { endpoints: &[\"live\"] },",
        "front_door: { waf: Some(Waf::prevention(0)) },",
        "front_door: { waf: Some(Waf::prevention(1)) },",
    ),
    note("ATK-FRONTDOOR-017", "Front Door waits between 16 and 240 seconds for an origin.").settings(
        "front: FrontDoorProfile { endpoints: &[\"live\"] },",
        "front_door: { response_timeout_seconds: 241 },",
        "front_door: { response_timeout_seconds: 240 },",
    ),
    note("ATK-FRONTDOOR-018", "Front Door keeps a file for less than a year and a day.").components(
        "website: StaticSiteWithCdn { cache_max_age: 31_622_400 },",
        "website: StaticSiteWithCdn { cache_max_age: 31_622_399 },",
    ),
    note("ATK-FRONTDOOR-019", "The index document is looked for in every folder, so it is a name without a folder.").components(
        "website: StaticSiteWithCdn { index_document: \"public/index.html\" },",
        "website: StaticSiteWithCdn { index_document: \"index.html\" },",
    ),
    note("ATK-FRONTDOOR-020", "A browser sends scheme and host: an origin without a scheme equals none that is ever sent.").components(
        "website: StaticSiteWithCdn { cors: &[\"example.org\"] },",
        "website: StaticSiteWithCdn { cors: &[\"https://example.org\"] },",
    ),
    note("ATK-FRONTDOOR-021", "Endpoints that are made outside the profile's stack would stand without its firewall.").settings(
        "front: FrontDoorProfile { endpoints: &[\"live\"] },",
        "front_door: { profile: Some(given(profile: FrontDoorId)) },",
        "front_door: { sku: FrontDoorSku::Standard },",
    ),
    note("ATK-FRONTDOOR-022", "Endpoints of a profile are made with it, so that its firewall is in front of them; this one nobody makes.").statements(
        const_format::concatcp!(PROFILE_OF_ANOTHER, "endpoint: Some(\"blue\"),", ADDED),
        const_format::concatcp!(PROFILE_OF_ANOTHER, "endpoint: Some(\"live\"),", ADDED),
    ),
    note("ATK-FRONTDOOR-023", "Front Door reaches an app without a public address through a private link, which needs the tier Premium and an app that takes one.")
        .statements(
            "backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(jobs.app)])] },
    > with {
        environment: \"dev\",
        networking: { mode: NetworkMode::Isolated },
    }
}
Shop::new().add_to(&stack)?;",
            "backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(jobs.app)])] },
    > with {
        environment: \"dev\",
        networking: { mode: NetworkMode::Isolated },
        front_door: { sku: FrontDoorSku::Premium },
    }
}
Shop::new().add_to(&stack)?;",
        ),
    note("ATK-FRONTDOOR-024", "A split is given to a run as text, by a variable or an argument.").statements(
        "let shift: Shift = \"90-10\".parse()?;
stack.output(\"shift\", shift.to_string());",
        "let shift: Shift = \"90/10\".parse()?;
stack.output(\"shift\", shift.to_string());",
    ),
];

const PROFILE_OF_ANOTHER: &str = "backend! {
    pub Edge < front: FrontDoorProfile { endpoints: &[\"live\"] } > with { environment: \"dev\" }
}
backend! {
    pub Shop <
        jobs: FunctionsApp,
        front: FrontDoor {
            ";
const ADDED: &str = "
            routes: &[Route::new(\"api\", &[\"/*\"], &[Origin::app(jobs.app)])],
        },
    > with {
        environment: \"dev\",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}
let edge = Edge::new().add_to(&stack)?;
let shop = app.stack(\"shop\").resource_group(\"rg-shop\", Region::WestEurope);
Shop::new(ShopGiven { profile: edge.front.profile() }).add_to(&shop)?;";
