// Written by the test from the pages of rules.

mod left_out {
    #[allow(unused_imports)]
    pub use atakora::components::{CosmosContainerSettings, FunctionsAppSettings};
    #[allow(unused_imports)]
    pub use atakora::deferred::ServiceBusNamespace;
    #[allow(unused_imports)]
    pub use atakora::prelude::*;
    #[allow(unused_imports)]
    pub use atakora::terraform::declare::Block;
    #[allow(unused_imports)]
    pub use atakora::terraform::value::Value;
    #[allow(unused_imports)]
    pub use atakora::terraform::Text;

    #[allow(dead_code)]
    #[derive(Entity)]
    #[entity(partition_key = "/region")]
    pub struct User {
        id: String,
        region: String,
    }
}

#[allow(unused)]
mod atk_doc_001 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let app = App::new("shop").in_environment("dev");
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
app.stack("main").resource_group("rg-main", Region::WestEurope);
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_002 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
app.stack("api").resource_group("rg-api", Region::WestEurope);
app.stack("api").resource_group("rg-web", Region::WestEurope);
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
app.stack("api").resource_group("rg-api", Region::WestEurope);
app.stack("web").resource_group("rg-web", Region::WestEurope);
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_003 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
app.stack("api/v2").resource_group("rg-api", Region::WestEurope);
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
app.stack("api-v2").resource_group("rg-api", Region::WestEurope);
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_004 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
for team in ["sales", "support"] {
    resource!(stack, azurerm_user_assigned_identity "team" {
        name: template!["id-", team],
        location: stack.location(),
        resource_group_name: stack.resource_group().name(),
    });
}
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
for team in ["sales", "support"] {
    resource!(stack, azurerm_user_assigned_identity (team) {
        name: template!["id-", team],
        location: stack.location(),
        resource_group_name: stack.resource_group().name(),
    });
}
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_005 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("the group", stack.resource_group().name());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("the_group", stack.resource_group().name());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_006 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("group", stack.resource_group().name());
stack.output("group", stack.resource_group().id());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("group", stack.resource_group().name());
stack.output("group_id", stack.resource_group().id());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_007 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.variable::<Text>("group").default(stack.resource_group().name()).declare();
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.variable::<Text>("group").default("rg-main").declare();
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_008 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.file("../readme.txt", "Ask the shop team.");
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.file("readme.txt", "Ask the shop team.");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_009 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.file("readme.txt", "Ask the shop team.");
stack.file("readme.txt", "Ask the sales team.");
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.file("readme.txt", "Ask the shop team, or the sales team.");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_010 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "production" }
}
// the app runs for `dev`
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
// the app runs for `dev`
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_011 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop");
app.declare_environments(&["dev", "production"])?;
app.stack("main").resource_group("rg-main", Region::WestEurope);
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
app.declare_environments(&["dev", "production"])?;
app.stack("main").resource_group("rg-main", Region::WestEurope);
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_012 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let settings = vec![("path".to_owned(), Value::Text("state".into()))];
app.remote_state(RemoteState::Raw { backend: "consul".into(), settings });
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let settings = vec![("path".to_owned(), Value::Text("{app}/{environment}/{stack}".into()))];
app.remote_state(RemoteState::Raw { backend: "consul".into(), settings });
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_020 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let promised = stack.pending();
stack.output("group", promised.value());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let promised = stack.pending();
stack.output("group", promised.value());
stack.fill(promised, stack.resource_group().name());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_021 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
resource!(stack, azurerm_user_assigned_identity "app" {
    name: "id-app",
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
stack.known("azurerm_user_assigned_identity.app", "name", stack.resource_group().name());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
resource!(stack, azurerm_user_assigned_identity "app" {
    name: "id-app",
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
stack.known("azurerm_user_assigned_identity.app", "name", "id-app");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_030 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("group", Ref::<Text>::raw(stack.id(), "azurerm_resource_group.mian.id"));
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("group", Ref::<Text>::raw(stack.id(), "azurerm_resource_group.main.id"));
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_031 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
resource!(stack, azurerm_user_assigned_identity "app" {
    name: Ref::<Text>::raw(stack.id(), "azurerm_user_assigned_identity.app.id"),
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
resource!(stack, azurerm_user_assigned_identity "app" {
    name: "id-app",
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_032 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut other = App::new("other").in_environment("dev");
other.stack("network").resource_group("rg-network", Region::WestEurope);
let foreign = other.stack("foreign").resource_group("rg-foreign", Region::WestEurope);
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("group", foreign.resource_group().id());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let neighbour = app.stack("neighbour").resource_group("rg-neighbour", Region::WestEurope);
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.output("group", neighbour.resource_group().id());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_033 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
resource!(stack, azurerm_user_assigned_identity "app" {
    name: "id-app",
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
stack.moved("azurerm_user_assigned_identity.old", "azurerm_user_assigned_identity.ap");
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
resource!(stack, azurerm_user_assigned_identity "app" {
    name: "id-app",
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
stack.moved("azurerm_user_assigned_identity.old", "azurerm_user_assigned_identity.app");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_040 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let api = app.stack("api").resource_group("rg-api", Region::WestEurope);
let web = app.stack("web").resource_group("rg-web", Region::WestEurope);
api.output("web", web.resource_group().id());
web.output("api", api.resource_group().id());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let api = app.stack("api").resource_group("rg-api", Region::WestEurope);
let web = app.stack("web").resource_group("rg-web", Region::WestEurope);
web.output("api", api.resource_group().id());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_041 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Entrance < front: FrontDoorProfile { endpoints: &["edge"] } > with { environment: "dev" }
}
backend! {
    pub Api < jobs: FunctionsApp > with {
        environment: "dev",
        functions: { front_door: Some(given(profile: FrontDoorId)) },
    }
}
backend! {
    pub Edge <
        edge: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(given(app: FunctionApp))])] },
    > with {
        environment: "dev",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}
let front = app.stack("front").resource_group("rg-front", Region::WestEurope);
let profile = Entrance::new().add_to(&front)?.front.profile();
let jobs = Api::new(ApiGiven { profile: profile.clone() }).add_to(&stack)?.jobs.app();
Edge::new(EdgeGiven { app: jobs, profile }).add_to(&front)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Entrance < front: FrontDoorProfile { endpoints: &["edge"] } > with { environment: "dev" }
}
backend! {
    pub Api < jobs: FunctionsApp > with {
        environment: "dev",
        functions: { front_door: Some(given(profile: FrontDoorId)) },
    }
}
backend! {
    pub Edge <
        edge: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(given(app: FunctionApp))])] },
    > with {
        environment: "dev",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}
let front = app.stack("front").resource_group("rg-front", Region::WestEurope);
let profile = Entrance::new().add_to(&front)?.front.profile();
let jobs = Api::new(ApiGiven { profile: profile.clone() }).add_to(&stack)?.jobs.app();
let routes = app.stack("routes").resource_group("rg-routes", Region::WestEurope);
Edge::new(EdgeGiven { app: jobs, profile }).add_to(&routes)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_042 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let promised = stack.pending();
let mut body = Block::new();
body.put("name", promised.value());
let first = stack.raw_resource("azurerm_user_assigned_identity", "first", body);
let second = resource!(stack, azurerm_user_assigned_identity "second" {
    name: template![first.attribute::<Text>("name"), "-2"],
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
stack.fill(promised, second.name());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let promised = stack.pending();
let mut body = Block::new();
body.put("name", promised.value());
let first = stack.raw_resource("azurerm_user_assigned_identity", "first", body);
let second = resource!(stack, azurerm_user_assigned_identity "second" {
    name: template![first.attribute::<Text>("name"), "-2"],
    location: stack.location(),
    resource_group_name: stack.resource_group().name(),
});
stack.fill(promised, "id-first");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_050 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.provider_alias("azurerm", "hub", Block::new());
let mut network = Block::new();
network.put("provider", Value::Text("azurerm.hubb".into()));
stack.raw_data("azurerm_client_config", "hub", network);
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.provider_alias("azurerm", "hub", Block::new());
let mut network = Block::new();
network.put("provider", Value::Text("azurerm.hub".into()));
stack.raw_data("azurerm_client_config", "hub", network);
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_051 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.raw_resource("random_id", "suffix", Block::new());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.required_provider("random", "hashicorp/random", "~> 3.0");
stack.raw_resource("random_id", "suffix", Block::new());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_052 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.required_provider("random", "hashicorp/random", "~> 3.0");
stack.required_provider("random", "hashicorp/random", "~> 3.6");
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.required_provider("random", "hashicorp/random", "~> 3.6");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_053 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.required_provider("random", "hashicorp/random", "~> 3.0");
stack.provider("random", Block::new());
stack.provider("random", Block::new());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.required_provider("random", "hashicorp/random", "~> 3.0");
stack.provider("random", Block::new());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_070 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
for number in 0..51 {
    stack.tag(format!("tag-{number}"), "");
}
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
for number in 0..50 {
    stack.tag(format!("tag-{number}"), "");
}
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_071 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.tag("cost/center", "42");
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.tag("cost-center", "42");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_072 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.tag("notes", "x".repeat(257));
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.tag("notes", "x".repeat(256));
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_073 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.tag("team", "${var.team}");
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
stack.tag("team", "sales");
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_doc_080 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
app.stack("api").resource_group("rg-shop", Region::WestEurope);
app.stack("web").resource_group("rg-shop", Region::WestEurope);
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
app.stack("api").resource_group("rg-api", Region::WestEurope);
app.stack("web").resource_group("rg-web", Region::WestEurope);
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_cosmos_004 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let mut shop = Backend::builder("shop", "dev");
for number in 0..500 {
    let settings = CosmosContainerSettings { container: Some(format!("c{number}").leak()), ..CosmosContainerSettings::DEFAULT };
    shop = shop.add_component::<CosmosContainer<User>>(format!("c{number}"), settings);
}
shop.build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let mut shop = Backend::builder("shop", "dev");
for number in 0..499 {
    let settings = CosmosContainerSettings { container: Some(format!("c{number}").leak()), ..CosmosContainerSettings::DEFAULT };
    shop = shop.add_component::<CosmosContainer<User>>(format!("c{number}"), settings);
}
shop.build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_cosmos_019 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: "dev",
        cosmos: { regions: &[GeoLocation::new(Region::EastUs, 0), GeoLocation::new(Region::WestEurope, 1)] },
    }
}
// the stack is in West Europe
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: "dev",
        cosmos: { regions: &[GeoLocation::new(Region::WestEurope, 0), GeoLocation::new(Region::EastUs, 1)] },
    }
}
// the stack is in West Europe
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_cosmos_029 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Data < users: CosmosContainer<User>, jobs: FunctionsApp > with {
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid },
    }
}
backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: "dev",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
        // no network
    }
}
let data = Data::new().add_to(&stack)?;
let second = app.stack("second").resource_group("rg-second", Region::WestEurope);
Shop::new(ShopGiven { account: data.users.account() }).add_to(&second)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Data < users: CosmosContainer<User>, jobs: FunctionsApp > with {
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid },
    }
}
backend! {
    pub Shop < user_api: CrudApi<User> > with {
        environment: "dev",
        cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) },
        networking: { mode: NetworkMode::Hybrid },
    }
}
let data = Data::new().add_to(&stack)?;
let second = app.stack("second").resource_group("rg-second", Region::WestEurope);
Shop::new(ShopGiven { account: data.users.account() }).add_to(&second)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_func_030 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http("alive", &[Method::Get], "health")] },
        front: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http("alive", &[Method::Get], "health").anonymous()] },
        front: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_func_031 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::timer("Health", "0 0 3 * * *")] },
        front: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::timer("tidy", "0 0 3 * * *")] },
        front: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_func_032 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http("users", &[Method::Get], "users")] },
        mail: FunctionsApp { functions: &[Function::http("Users", &[Method::Get], "people")] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http("users", &[Method::Get], "users")] },
        mail: FunctionsApp { functions: &[Function::http("people", &[Method::Get], "people")] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_func_033 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http("one", &[Method::Get], "users/{id}")] },
        mail: FunctionsApp { functions: &[Function::http("two", &[Method::Get], "users/{name}")] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { functions: &[Function::http("one", &[Method::Get], "users/{id}")] },
        mail: FunctionsApp { functions: &[Function::http("two", &[Method::Get], "people/{name}")] },
    > with { environment: "dev" }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_storage_004 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
backend! {
    pub Shop < files: BlobStorage { containers: &[BlobContainer { name: "uploads" }] } > with {
        environment: "dev",
        storage: { redundancy: Redundancy::Geo },
    }
}
let stack = app.stack("shop").resource_group("rg-shop", Region::PolandCentral);
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
backend! {
    pub Shop < files: BlobStorage { containers: &[BlobContainer { name: "uploads" }] } > with {
        environment: "dev",
        storage: { redundancy: Redundancy::Zone },
    }
}
let stack = app.stack("shop").resource_group("rg-shop", Region::PolandCentral);
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_net_010 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::component;
use atakora::providers::Monitoring;

#[component]
#[requires(Monitoring = Monitoring::EMPTY)]
struct Journal;

backend! {
    pub Shop < journal: Journal > with {
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid },
    }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::component;
use atakora::providers::networking::Networking;

#[component]
#[requires(Networking = Networking::EMPTY)]
struct Journal;

backend! {
    pub Shop < journal: Journal > with {
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid },
    }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_net_012 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::terraform::Text;

backend! {
    pub Shop < jobs: FunctionsApp { plan: Plan::ElasticPremium } > with {
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid, network: Some(given(network: Network)) },
    }
}
let [vnet, endpoints, apps] = ["vnet", "endpoints", "apps"].map(|id| stack.variable::<Text>(id).declare());
Shop::new(ShopGiven { network: Network::new(vnet, endpoints).flex_subnet(apps) }).add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::terraform::Text;

backend! {
    pub Shop < jobs: FunctionsApp { plan: Plan::ElasticPremium } > with {
        environment: "dev",
        networking: { mode: NetworkMode::Hybrid, network: Some(given(network: Network)) },
    }
}
let [vnet, endpoints, apps] = ["vnet", "endpoints", "apps"].map(|id| stack.variable::<Text>(id).declare());
Shop::new(ShopGiven { network: Network::new(vnet, endpoints).plan_subnet(apps) }).add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_frontdoor_022 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Edge < front: FrontDoorProfile { endpoints: &["live"] } > with { environment: "dev" }
}
backend! {
    pub Shop <
        jobs: FunctionsApp,
        front: FrontDoor {
            endpoint: Some("blue"),
            routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])],
        },
    > with {
        environment: "dev",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}
let edge = Edge::new().add_to(&stack)?;
let shop = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
Shop::new(ShopGiven { profile: edge.front.profile() }).add_to(&shop)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Edge < front: FrontDoorProfile { endpoints: &["live"] } > with { environment: "dev" }
}
backend! {
    pub Shop <
        jobs: FunctionsApp,
        front: FrontDoor {
            endpoint: Some("live"),
            routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])],
        },
    > with {
        environment: "dev",
        front_door: { profile: Some(given(profile: FrontDoorId)) },
    }
}
let edge = Edge::new().add_to(&stack)?;
let shop = app.stack("shop").resource_group("rg-shop", Region::WestEurope);
Shop::new(ShopGiven { profile: edge.front.profile() }).add_to(&shop)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_frontdoor_023 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])] },
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Isolated },
    }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop <
        jobs: FunctionsApp { plan: Plan::ElasticPremium },
        front: FrontDoor { routes: &[Route::new("api", &["/*"], &[Origin::app(jobs.app)])] },
    > with {
        environment: "dev",
        networking: { mode: NetworkMode::Isolated },
        front_door: { sku: FrontDoorSku::Premium },
    }
}
Shop::new().add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_frontdoor_024 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let shift: Shift = "90-10".parse()?;
stack.output("shift", shift.to_string());
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let shift: Shift = "90/10".parse()?;
stack.output("shift", shift.to_string());
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_name_017 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: "dev" }
}
Shop::new().label(Label::new("Blue")?).add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: "dev" }
}
Shop::new().label(Label::new("blue")?).add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_name_018 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: "dev" }
}
Shop::new().label(Label::new("sb")?).add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: "dev" }
}
Shop::new().label(Label::new("blue")?).add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_name_019 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
Shop::new().label(Label::new("blue")?).add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: "dev" }
}
Shop::new().label(Label::new("blue")?).add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_name_020 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { label: 3, environment: "dev" }
}
Shop::new().label(Label::new("blue")?).add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { label: 4, environment: "dev" }
}
Shop::new().label(Label::new("blue")?).add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_name_021 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let region = "westeurop".parse()?;
let stack = app.stack("main").resource_group("rg-main", region);
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let region = "westeurope".parse()?;
let stack = app.stack("main").resource_group("rg-main", region);
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_tag_001 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
let mut shop = Shop::new();
for number in 0..51 {
    shop = shop.tag(format!("tag-{number}"), "");
}
shop.add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
let mut shop = Shop::new();
for number in 0..50 {
    shop = shop.tag(format!("tag-{number}"), "");
}
shop.add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_tag_002 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
Shop::new().tag("cost/center", "42").add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
Shop::new().tag("cost-center", "42").add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_tag_003 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
Shop::new().tag("notes", "x".repeat(257)).add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
Shop::new().tag("notes", "x".repeat(256)).add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_tag_004 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
Shop::new().tag("team", "sales").tag("Team", "shop").add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
backend! {
    pub Shop < jobs: FunctionsApp > with { environment: "dev" }
}
Shop::new().tag("team", "sales").tag("owner", "shop").add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_merge_010 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let jobs = FunctionsAppSettings::DEFAULT;
let shop = Backend::builder("shop", "dev")
    .add_component::<FunctionsApp>("jobs", jobs)
    .add_component::<FunctionsApp>("jobs", jobs);
shop.build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
let jobs = FunctionsAppSettings::DEFAULT;
let shop = Backend::builder("shop", "dev")
    .add_component::<FunctionsApp>("jobs", jobs)
    .add_component::<FunctionsApp>("mail", jobs);
shop.build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_merge_011 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::deferred::Slot;
use atakora::providers::networking::{Networking, NetworkingSettings};

let networking = NetworkingSettings {
    mode: NetworkMode::Hybrid,
    network: Some(Slot::<Network>::new("network")),
    ..NetworkingSettings::DEFAULT
};
let shop = Backend::builder("shop", "dev")
    .with_provider::<Networking>(networking)
    .add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT);
shop.build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::deferred::Slot;
use atakora::providers::networking::{Networking, NetworkingSettings};

let networking = NetworkingSettings {
    mode: NetworkMode::Hybrid,
    network: Some(Slot::<Network>::new("network")),
    ..NetworkingSettings::DEFAULT
};
let shop = Backend::builder("shop", "dev")
    .with_provider::<Networking>(networking)
    .add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT);
let [vnet, endpoints, apps] = ["vnet", "endpoints", "apps"].map(|id| stack.variable::<Text>(id).declare());
let network = Network::new(vnet, endpoints).flex_subnet(apps.clone());
shop.given("network", network).build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_merge_012 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::deferred::Slot;
use atakora::providers::networking::{Networking, NetworkingSettings};

let networking = NetworkingSettings {
    mode: NetworkMode::Hybrid,
    network: Some(Slot::<Network>::new("network")),
    ..NetworkingSettings::DEFAULT
};
let shop = Backend::builder("shop", "dev")
    .with_provider::<Networking>(networking)
    .add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT);
let [vnet, endpoints, apps] = ["vnet", "endpoints", "apps"].map(|id| stack.variable::<Text>(id).declare());
let network = Network::new(vnet, endpoints).flex_subnet(apps.clone());
shop.given("network", apps).build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::deferred::Slot;
use atakora::providers::networking::{Networking, NetworkingSettings};

let networking = NetworkingSettings {
    mode: NetworkMode::Hybrid,
    network: Some(Slot::<Network>::new("network")),
    ..NetworkingSettings::DEFAULT
};
let shop = Backend::builder("shop", "dev")
    .with_provider::<Networking>(networking)
    .add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT);
let [vnet, endpoints, apps] = ["vnet", "endpoints", "apps"].map(|id| stack.variable::<Text>(id).declare());
let network = Network::new(vnet, endpoints).flex_subnet(apps.clone());
shop.given("network", network).build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_merge_013 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::deferred::Slot;
use atakora::providers::networking::{Networking, NetworkingSettings};

let networking = NetworkingSettings {
    mode: NetworkMode::Hybrid,
    network: Some(Deferred::component("jobs", "network")),
    ..NetworkingSettings::DEFAULT
};
let shop = Backend::builder("shop", "dev")
    .with_provider::<Networking>(networking)
    .add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT);
shop.build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::deferred::Slot;
use atakora::providers::networking::{Networking, NetworkingSettings};

let networking = NetworkingSettings {
    mode: NetworkMode::Hybrid,
    network: Some(Slot::<Network>::new("network")),
    ..NetworkingSettings::DEFAULT
};
let shop = Backend::builder("shop", "dev")
    .with_provider::<Networking>(networking)
    .add_component::<FunctionsApp>("jobs", FunctionsAppSettings::DEFAULT);
let [vnet, endpoints, apps] = ["vnet", "endpoints", "apps"].map(|id| stack.variable::<Text>(id).declare());
let network = Network::new(vnet, endpoints).flex_subnet(apps.clone());
shop.given("network", network).build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }
}

#[allow(unused)]
mod atk_merge_014 {
    use super::left_out::*;

    pub fn wrong(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::components::CrudApiSettings;
use atakora::deferred::{EnvVar, IntoEnv};

const USERS: Deferred<Endpoint> = Deferred::component("users", "endpoint");
const ENV: &[EnvVar] = &[EnvVar { name: "USERS", value: IntoEnv(USERS).value() }];
let jobs = FunctionsAppSettings { env: ENV, ..FunctionsAppSettings::DEFAULT };
let shop = Backend::builder("shop", "dev").add_component::<FunctionsApp>("jobs", jobs);
shop.build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }

    pub fn right(out: &std::path::Path) -> atakora::Result {
let mut app = App::new("shop").in_environment("dev");
let stack = app.stack("main").resource_group("rg-main", Region::WestEurope);
use atakora::components::CrudApiSettings;
use atakora::deferred::{EnvVar, IntoEnv};

const USERS: Deferred<Endpoint> = Deferred::component("users", "endpoint");
const ENV: &[EnvVar] = &[EnvVar { name: "USERS", value: IntoEnv(USERS).value() }];
let jobs = FunctionsAppSettings { env: ENV, ..FunctionsAppSettings::DEFAULT };
let shop = Backend::builder("shop", "dev").add_component::<FunctionsApp>("jobs", jobs);
shop.add_component::<CrudApi<User>>("users", CrudApiSettings::DEFAULT).build()?.add_to(&stack)?;
app.synth(out).map(drop)
    }
}

pub const CASES: &[(&str, super::Statements, super::Statements)] = &[
    ("ATK-DOC-001", atk_doc_001::wrong, atk_doc_001::right),
    ("ATK-DOC-002", atk_doc_002::wrong, atk_doc_002::right),
    ("ATK-DOC-003", atk_doc_003::wrong, atk_doc_003::right),
    ("ATK-DOC-004", atk_doc_004::wrong, atk_doc_004::right),
    ("ATK-DOC-005", atk_doc_005::wrong, atk_doc_005::right),
    ("ATK-DOC-006", atk_doc_006::wrong, atk_doc_006::right),
    ("ATK-DOC-007", atk_doc_007::wrong, atk_doc_007::right),
    ("ATK-DOC-008", atk_doc_008::wrong, atk_doc_008::right),
    ("ATK-DOC-009", atk_doc_009::wrong, atk_doc_009::right),
    ("ATK-DOC-010", atk_doc_010::wrong, atk_doc_010::right),
    ("ATK-DOC-011", atk_doc_011::wrong, atk_doc_011::right),
    ("ATK-DOC-012", atk_doc_012::wrong, atk_doc_012::right),
    ("ATK-DOC-020", atk_doc_020::wrong, atk_doc_020::right),
    ("ATK-DOC-021", atk_doc_021::wrong, atk_doc_021::right),
    ("ATK-DOC-030", atk_doc_030::wrong, atk_doc_030::right),
    ("ATK-DOC-031", atk_doc_031::wrong, atk_doc_031::right),
    ("ATK-DOC-032", atk_doc_032::wrong, atk_doc_032::right),
    ("ATK-DOC-033", atk_doc_033::wrong, atk_doc_033::right),
    ("ATK-DOC-040", atk_doc_040::wrong, atk_doc_040::right),
    ("ATK-DOC-041", atk_doc_041::wrong, atk_doc_041::right),
    ("ATK-DOC-042", atk_doc_042::wrong, atk_doc_042::right),
    ("ATK-DOC-050", atk_doc_050::wrong, atk_doc_050::right),
    ("ATK-DOC-051", atk_doc_051::wrong, atk_doc_051::right),
    ("ATK-DOC-052", atk_doc_052::wrong, atk_doc_052::right),
    ("ATK-DOC-053", atk_doc_053::wrong, atk_doc_053::right),
    ("ATK-DOC-070", atk_doc_070::wrong, atk_doc_070::right),
    ("ATK-DOC-071", atk_doc_071::wrong, atk_doc_071::right),
    ("ATK-DOC-072", atk_doc_072::wrong, atk_doc_072::right),
    ("ATK-DOC-073", atk_doc_073::wrong, atk_doc_073::right),
    ("ATK-DOC-080", atk_doc_080::wrong, atk_doc_080::right),
    ("ATK-COSMOS-004", atk_cosmos_004::wrong, atk_cosmos_004::right),
    ("ATK-COSMOS-019", atk_cosmos_019::wrong, atk_cosmos_019::right),
    ("ATK-COSMOS-029", atk_cosmos_029::wrong, atk_cosmos_029::right),
    ("ATK-FUNC-030", atk_func_030::wrong, atk_func_030::right),
    ("ATK-FUNC-031", atk_func_031::wrong, atk_func_031::right),
    ("ATK-FUNC-032", atk_func_032::wrong, atk_func_032::right),
    ("ATK-FUNC-033", atk_func_033::wrong, atk_func_033::right),
    ("ATK-STORAGE-004", atk_storage_004::wrong, atk_storage_004::right),
    ("ATK-NET-010", atk_net_010::wrong, atk_net_010::right),
    ("ATK-NET-012", atk_net_012::wrong, atk_net_012::right),
    ("ATK-FRONTDOOR-022", atk_frontdoor_022::wrong, atk_frontdoor_022::right),
    ("ATK-FRONTDOOR-023", atk_frontdoor_023::wrong, atk_frontdoor_023::right),
    ("ATK-FRONTDOOR-024", atk_frontdoor_024::wrong, atk_frontdoor_024::right),
    ("ATK-NAME-017", atk_name_017::wrong, atk_name_017::right),
    ("ATK-NAME-018", atk_name_018::wrong, atk_name_018::right),
    ("ATK-NAME-019", atk_name_019::wrong, atk_name_019::right),
    ("ATK-NAME-020", atk_name_020::wrong, atk_name_020::right),
    ("ATK-NAME-021", atk_name_021::wrong, atk_name_021::right),
    ("ATK-TAG-001", atk_tag_001::wrong, atk_tag_001::right),
    ("ATK-TAG-002", atk_tag_002::wrong, atk_tag_002::right),
    ("ATK-TAG-003", atk_tag_003::wrong, atk_tag_003::right),
    ("ATK-TAG-004", atk_tag_004::wrong, atk_tag_004::right),
    ("ATK-MERGE-010", atk_merge_010::wrong, atk_merge_010::right),
    ("ATK-MERGE-011", atk_merge_011::wrong, atk_merge_011::right),
    ("ATK-MERGE-012", atk_merge_012::wrong, atk_merge_012::right),
    ("ATK-MERGE-013", atk_merge_013::wrong, atk_merge_013::right),
    ("ATK-MERGE-014", atk_merge_014::wrong, atk_merge_014::right),
];
