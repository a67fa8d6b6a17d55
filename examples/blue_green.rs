//! Two copies of a back end, blue and green, over the same data: a new version is tried on a part of the requests, and
//! taken back at once if it does not hold.
//!
//! When to use it: releases without downtime, with a way back that is one variable. Both colours always exist; the one
//! that gets no requests costs next to nothing on Flex Consumption.
//!
//! - The data is in a stack of its own, which both colours use: a switch loses nothing. Production keeps it: Terraform
//!   refuses to destroy the account, its databases and containers.
//! - `DEPLOY_COLOR` says which colour runs `VERSION` from now on. It changes no traffic.
//! - `SHIFT` says how many percent of the requests blue and green get. It is `100/0` where it is not set, must add up to
//!   100, and whoever has 0 is switched off.
//! - Each colour has an endpoint of its own that always leads to it, to test the new version before anybody else sees it.
//!
//! A release of version 2.0.0 while blue serves 1.0.0, each step followed by a deployment of the stacks that changed:
//!
//! ```text
//! DEPLOY_COLOR=green VERSION=2.0.0                 green has the new version, at its own endpoint only
//! DEPLOY_COLOR=green VERSION=2.0.0 SHIFT=90/10     one request in ten; watch it
//! DEPLOY_COLOR=green VERSION=2.0.0 SHIFT=0/100     all of them; blue is switched off, and still there
//! DEPLOY_COLOR=green VERSION=2.0.0 SHIFT=100/0     the way back, at any time: one variable
//! ```
//!
//! The original shifts with Traffic Manager and weight 0. Azure refuses that weight; it also leads to one app of a region
//! only, and both colours are in one. So a Front Door does it, which sees each request: a shift holds from the next one on,
//! not when the clients' resolvers have forgotten.

use std::env;

use atakora::prelude::*;
use atakora::terraform::Text;

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct User {
    id: String,
    name: String,
    email: String,
}

#[derive(Entity)]
#[entity(partition_key = "/id")]
struct Product {
    id: String,
    name: String,
    price: f64,
}

backend! {
    /// What stays, whatever is deployed.
    pub Data <
        users: CosmosContainer<User>,
        products: CosmosContainer<Product>,
    > with {
        name: "myapp",
        environment: "production",
        tags: { deployment: "shared" },
    }
}

backend! {
    /// Where requests come in. It stands before the colours, because they answer nobody else.
    pub Entrance <
        front_door: FrontDoorProfile { endpoints: &["live", "blue", "green"] },
    > with {
        name: "myapp",
        environment: "production",
        front_door: { waf: Some(Waf::prevention(1000)) },
        tags: { deployment: "shared" },
    }
}

backend! {
    /// What each colour runs.
    pub Colour <
        user_api: CrudApi<User> {
            // a caller cannot know which colour answers, and each has keys of its own: callers have a token instead
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
        product_api: CrudApi<Product> {
            auth: Auth::Entra { client_id: given(client_id: Ref<Text>), tenant_id: given(tenant_id: Ref<Text>) },
        },
    > with {
        name: "myapp",
        environment: "production",
        label: 5,
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
        functions: { front_door: Some(given(profile: FrontDoorId)) },
    }
}

backend! {
    /// Who gets which requests.
    pub Routing <
        live: FrontDoor {
            routes: &[Route::new(
                "api",
                &["/api/*"],
                &[Origin::app(given(blue_app: FunctionApp)), Origin::app(given(green_app: FunctionApp))],
            ).shift_given(given(shift: Shift))],
        },
        blue: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(given(blue_app: FunctionApp))])] },
        green: FrontDoor { routes: &[Route::new("api", &["/api/*"], &[Origin::app(given(green_app: FunctionApp))])] },
    > with {
        name: "myapp",
        environment: "production",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
        tags: { deployment: "shared" },
    }
}

fn main() -> atakora::Result {
    let mut app = App::from_args("blue-green")?;
    let deployed = env::var("DEPLOY_COLOR").unwrap_or_else(|_| "blue".into());
    let version = env::var("VERSION").unwrap_or_else(|_| "1.0.0".into());
    let shift = match env::var("SHIFT") {
        Ok(text) => text.parse()?,
        Err(_) => Shift::new(100, 0),
    };
    if !["blue", "green"].contains(&deployed.as_str()) {
        return Err(atakora::Error::new(format!("DEPLOY_COLOR is `blue` or `green`, not `{deployed}`")));
    }

    let stack = app.stack("app-data").resource_group("rg-app-data-prod", Region::EastUs);
    let account = Data::new().add_to(&stack)?.users.account();
    let stack = app.stack("app-entrance").resource_group("rg-app-entrance", Region::EastUs);
    let profile = Entrance::new().add_to(&stack)?.front_door.profile();

    let mut colour = |colour: &str| {
        let stack = app.stack(format!("app-{colour}")).resource_group(format!("rg-app-{colour}-prod"), Region::EastUs);
        let client_id = stack.variable::<Text>("client_id").description("The application in Microsoft Entra");
        let backend = Colour::new(ColourGiven {
            account: account.clone(),
            client_id: client_id.declare(),
            tenant_id: data!(stack, azurerm_client_config "current" {}).tenant_id(),
            profile: profile.clone(),
        });
        let backend = backend.label(Label::new(colour)?).tag("deployment", colour);
        // the other colour has the version that it had: its stack is not deployed
        let backend = if colour == deployed { backend.tag("version", &version) } else { backend };
        Ok::<_, atakora::Error>(backend.add_to(&stack)?.user_api.app())
    };
    let (blue_app, green_app) = (colour("blue")?, colour("green")?);

    let stack = app.stack("app-routing").resource_group("rg-app-routing", Region::EastUs);
    let routing = Routing::new(RoutingGiven { blue_app, green_app, shift, profile }).add_to(&stack)?;
    for (name, endpoint) in
        [("live", routing.live.endpoint()), ("blue", routing.blue.endpoint()), ("green", routing.green.endpoint())]
    {
        // Azure makes a part of these names, so they are known when the stack is deployed
        stack.output(name, endpoint);
    }
    stack.note(format!(
        "blue/green: {shift} percent; version {version} on {deployed}, which always answers at its own endpoint:\n  \
         curl $(terraform output -raw {deployed})/api/health"
    ));
    app.run()
}
