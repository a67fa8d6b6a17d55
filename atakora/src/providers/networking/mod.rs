//! Networking: who can reach what a backend has, and what the backend reaches.
//!
//! It is the first provider of every backend. It knows, in constants, all apps that there will be and what routes to
//! them, so that rules about both have a place; and every later provider asks its handle whether public access is off
//! and for private endpoints: [`Scope::provided`](crate::backend::Scope::provided).

mod emit;
mod routing;
mod settings;

pub use emit::NetworkingHandle;
pub use routing::Router;
pub use settings::{NetworkMode, NetworkingSettings};

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
}

/// What a component asks of networking. Components of one backend share one network, so there is nothing to group by.
#[provider(id = "networking", label = "Networking", stage = foundation, settings = NetworkingSettings)]
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
