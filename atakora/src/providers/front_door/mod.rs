//! Azure Front Door: one profile for everything of a backend that the world reaches through it.
//!
//! A component is an endpoint of the profile, with routes to apps; a static site is one with a route to its files. Azure
//! answers at the place that is nearest to the caller, and asks the origin that is nearest to that.

mod dns;
mod domain;
mod emit;
mod firewall;
mod id;
mod origins;
mod route;
mod rules;
mod settings;
mod shift;
mod site;

pub use domain::Domain;
pub use emit::FrontDoorHandle;
pub use id::FrontDoorId;
pub use route::{Origin, Route};
pub(crate) use rules::{NO_LINK_TO_FLEX, PRIVATE_ORIGIN};
pub use rules::{
    RULES, check_cache_max_age, check_cors, check_domain, check_domains, check_endpoint_name, check_endpoints,
    check_index_document, check_routes, parent,
};
pub use settings::{FrontDoorSettings, FrontDoorSku, Waf, WafMode};
pub use shift::{Shift, Split};
pub use site::Site;

use crate::azure::resource_name::{CDN_FRONTDOOR_FIREWALL_POLICY, CDN_FRONTDOOR_PROFILE};
use crate::merge::List;
use crate::{Item, provider};

/// An endpoint and what is routed from it.
#[derive(Clone, Copy, Debug, Item)]
pub struct Listener {
    /// The component.
    pub component: &'static str,
    /// The endpoint: its name begins its host name.
    pub endpoint: &'static str,
    /// Where its requests go.
    pub routes: &'static [Route],
    /// The user's own names for it.
    pub domains: &'static [Domain],
}

/// Endpoints that are made for routes of another stack.
#[derive(Clone, Copy, Debug, Item)]
pub struct Endpoints {
    /// Their names.
    pub names: &'static [&'static str],
}

/// What a component asks of Front Door. All share one profile.
#[provider(
    id = "front_door",
    label = "Front Door",
    stage = edge,
    settings = FrontDoorSettings,
    names(CDN_FRONTDOOR_PROFILE, CDN_FRONTDOOR_FIREWALL_POLICY)
)]
#[rule(check = rules::endpoints, blame = listeners)]
#[rule(check = rules::given_profile, blame = endpoints)]
#[rule(check = rules::pattern_twice, blame = listeners)]
#[rule(check = rules::domain_twice, blame = listeners)]
pub struct CdnFrontDoor {
    /// Endpoints with routes to apps.
    #[merge(collect)]
    pub listeners: List<Listener>,
    /// Endpoints with a route to a static site.
    #[merge(collect)]
    pub sites: List<Site>,
    /// Endpoints without routes.
    #[merge(collect)]
    pub endpoints: List<Endpoints>,
}
