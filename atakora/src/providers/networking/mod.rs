//! Networking: who can reach what a backend has, and what the backend reaches.
//!
//! It is the first provider of every backend. It knows, in constants, all apps that there will be and what routes to
//! them, so that rules about both have a place; and every later provider asks its handle whether public access is off
//! and for private endpoints: [`Networking::of`].
//!
//! | | `Public` | `Hybrid` | `Isolated` |
//! |---|---|---|---|
//! | storage, Cosmos DB, what else holds data | public address | private endpoints only | private endpoints only |
//! | telemetry and logs are sent | publicly | privately | privately |
//! | logs are read | publicly | publicly | privately |
//! | apps answer, and are deployed to | publicly | publicly | inside the network only |
//! | apps reach out | anywhere | into the network, to Microsoft Entra and to `service_tags` | the same |
//!
//! Roles and keys of functions decide who gets in, in every mode.

mod addresses;
mod emit;
mod endpoints;
mod network;
pub mod routing;
mod rules;
mod security;
mod service_tag;
mod settings;

pub use emit::NetworkingHandle;
pub use endpoints::Target;
pub use network::Network;
pub use routing::{Router, Routes};
pub use rules::RULES;
pub use service_tag::ServiceTag;
pub use settings::{NetworkMode, NetworkingSettings};

use crate::azure::resource_name::{NETWORK_SECURITY_GROUP, VIRTUAL_NETWORK};
use crate::merge::List;
use crate::providers::functions::{Plan, Runtime};
use crate::{Item, provider};

/// What is known in a constant of the app that a component runs in.
#[derive(Clone, Copy, Debug, Item)]
pub struct App {
    /// The component.
    pub component: &'static str,
    /// The language worker; [`Runtime::Crud`] is the one that the backend's settings of Functions say.
    pub runtime: Runtime,
    /// The kind of plan.
    pub plan: Plan,
    /// The code that gives the component an app of its own.
    pub app: Option<&'static str>,
    /// Whether an HTTP function of the component wants a key.
    pub keys: bool,
    /// Whether Event Grid calls a function of the component, which it does from outside.
    pub event_grid: bool,
}

/// What a component asks of networking. Components of one backend share one network, so there is nothing to group by.
#[provider(
    id = "networking",
    label = "Networking",
    stage = foundation,
    settings = NetworkingSettings,
    names(VIRTUAL_NETWORK, NETWORK_SECURITY_GROUP)
)]
#[rule(check = rules::plan_joins, blame = apps)]
#[rule(check = rules::one_plan, blame = apps)]
#[rule(check = rules::room, blame = apps)]
#[rule(check = rules::public_site, blame = public_site)]
#[rule(check = rules::event_grid, blame = apps)]
#[rule(check = routing::keys, blame = routers)]
#[rule(check = routing::endpoints, blame = routers)]
#[rule(check = routing::private_origins, blame = routers)]
pub struct Networking {
    /// The app that the component runs in.
    #[merge(collect)]
    pub apps: List<App>,
    /// What routes to apps of the same backend.
    #[merge(collect)]
    pub routers: List<Router>,
    /// Whether the component needs to be reached from outside, whatever the mode.
    #[merge(any)]
    pub public_site: bool,
}
