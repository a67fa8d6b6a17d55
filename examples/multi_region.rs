//! The same back end in three regions, one front end for the world, and one Front Door that sends each request to the
//! nearest region that answers.
//!
//! When to use it: users all over the world, and data that belongs to a region. In each region, `UserApi` and `ProductApi`
//! share one Cosmos DB account, one function app and one storage account.
//!
//! The three regions are independent data silos: their accounts know nothing of each other, and `/api` leads to whichever
//! region is nearest at the moment. So either a user has a home region, and the page asks that one at its own endpoint; or
//! you accept that somebody who travels finds other data.
//! One setting makes it one account with copies in all three regions instead, which every region reads and writes:
//! ```text
//! cosmos: {
//!     regions: &[GeoLocation::new(Region::WestEurope, 1), GeoLocation::new(Region::SoutheastAsia, 2)],
//!     multi_region_writes: true,
//! },
//! ```
//! in a backend of its own, which the regional ones then use: `blue_green` shows how.
//!
//! Stacks are applied in the order that the summary shows: the Front Door first, because apps admit nobody but it; then the
//! regions; last what leads to them.

use atakora::azure::host_name;
use atakora::prelude::*;
use atakora::terraform::Text;
use serde_json::json;

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct User {
    id: String,
    email: String,
    name: String,
    region: String,
}

#[derive(Entity)]
#[entity(partition_key = "/region")]
struct Product {
    id: String,
    name: String,
    price: f64,
    region: String,
}

backend! {
    /// Where the world comes in.
    pub Edge <
        front_door: FrontDoorProfile { endpoints: &["website", "eastus", "westeurope", "southeastasia"] },
    > with {
        name: "global-app",
        environment: "production",
        front_door: { waf: Some(Waf::prevention(1000)) },
        tags: { project: "global-app", multi_region: "true" },
    }
}

backend! {
    /// What every region runs.
    pub Regional <
        user_api: CrudApi<User> {
            route: Some("users"),
            // keys of functions differ from app to app, so a caller of the Front Door cannot have the right one: callers
            // have a token of Microsoft Entra instead
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
        product_api: CrudApi<Product> {
            route: Some("products"),
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
    > with {
        name: "global-app",
        environment: "production",
        functions: { front_door: Some(given(profile: FrontDoorId)) },
        monitoring: { retention_days: 90, workspace_name: Some("global-workspace-{region}") },
        limits: {
            max_cosmos_accounts: 1,
            max_function_apps: 1,
            max_storage_accounts: 1,
            max_functions_per_app: 10,
            max_containers_per_storage: 1,
        },
        tags: { project: "global-app", multi_region: "true" },
    }
}

backend! {
    /// What the world sees: a page for all, and below `/api` the region that is nearest to the caller.
    pub GlobalFrontend <
        website: StaticSiteWithCdn {
            index_document: "index.html",
            enable_spa_mode: true,
            // the zone is there already; `create_zone: true` would make it
            custom_domain: Some("app.example.com"),
            dns_zone_name: Some("example.com"),
            enable_compression: true,
            cache_max_age: 3600,
            cors: &["*"],
        },
        api: FrontDoor {
            endpoint: Some("website"),
            routes: &[Route::new("api", &["/api/*"], &[
                Origin::app(given(east_us: FunctionApp)),
                Origin::app(given(west_europe: FunctionApp)),
                Origin::app(given(southeast_asia: FunctionApp)),
            ])],
        },
        // an endpoint for each region, for users whose home it is
        eastus: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(given(east_us: FunctionApp))])] },
        westeurope: FrontDoor {
            routes: &[Route::new("api", &["/api/*"], &[Origin::app(given(west_europe: FunctionApp))])],
        },
        southeastasia: FrontDoor {
            routes: &[Route::new("api", &["/api/*"], &[Origin::app(given(southeast_asia: FunctionApp))])],
        },
    > with {
        name: "global-app",
        environment: "production",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
        tags: { tier: "frontend", multi_region: "true" },
    }
}

fn main() -> atakora::Result {
    let mut app = App::from_args("global-app")?;

    // the original runs its front end in eastus; a Front Door is in no region, and its group is next to that
    let stack = app.stack("global-edge").resource_group("rg-global-edge", Region::EastUs);
    let profile = Edge::new().add_to(&stack)?.front_door.profile();

    let mut regional = |region| {
        let stack = app.stack(format!("global-{region}")).resource_group(format!("rg-global-{region}"), region);
        let client_id = stack.variable::<Text>("client_id").description("The application in Microsoft Entra");
        let backend = Regional::new(RegionalGiven {
            client_id: client_id.declare(),
            tenant_id: data!(stack, azurerm_client_config "current" {}).tenant_id(),
            profile: profile.clone(),
        });
        let backend = backend.tag("region", region).add_to(&stack)?;
        stack.output("user_api", backend.user_api.endpoint());
        stack.output("product_api", backend.product_api.endpoint());
        Ok::<_, atakora::Error>(backend.user_api.app())
    };
    let east_us = regional(Region::EastUs)?;
    let west_europe = regional(Region::WestEurope)?;
    let southeast_asia = regional(Region::SoutheastAsia)?;

    let stack = app.stack("global-frontend").resource_group("rg-global-frontend", Region::EastUs);
    stack.file("routing.json", routing(&[&east_us, &west_europe, &southeast_asia]));
    let frontend = GlobalFrontend::new(GlobalFrontendGiven { east_us, west_europe, southeast_asia, profile });
    let frontend = frontend.add_to(&stack)?;
    stack.output("website", frontend.website.endpoint());
    // a part of these names is made by Azure, so no file can hold them
    stack.output("website_host", frontend.website.host_name());
    stack.output("eastus", frontend.eastus.endpoint());
    stack.output("westeurope", frontend.westeurope.endpoint());
    stack.output("southeastasia", frontend.southeastasia.endpoint());
    app.run()
}

/// Which app is behind which region, for whoever watches them. These names follow from those of the resources, so they are
/// known before anything is deployed. The apps themselves answer nobody but the Front Door; where a region is asked is the
/// output of its name.
fn routing(apps: &[&FunctionApp]) -> String {
    let regions = apps.iter().map(|app| {
        let host = host_name::function_app(app.physical_name());
        json!({
            "region": app.region().name(),
            "output": app.region().name(),
            "origins": {
                "userApi": format!("https://{host}/api/users"),
                "productApi": format!("https://{host}/api/products"),
            },
        })
    });
    let routing = json!({ "regions": regions.collect::<Vec<_>>(), "routingStrategy": "nearest" });
    format!("{routing:#}\n")
}
