//! Azure Traffic Manager: a name in DNS that leads to one of several endpoints. It sees no request; it only answers which
//! address to ask.

mod emit;
mod endpoint;
mod rules;

pub use emit::TrafficManagerHandle;
pub use endpoint::{Target, TrafficEndpoint};
pub use rules::{
    RULES, check_code, check_endpoints, check_failures, check_interval, check_path, check_timeout, check_ttl,
};

use crate::azure::resource_name::TRAFFIC_MANAGER_PROFILE;
use crate::merge::List;
use crate::{Item, Sku, provider};

/// Which endpoint an answer names. The methods `MultiValue` and `Subnet` are not here: an app is no endpoint of the one, and
/// the other needs the callers' addresses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum RoutingMethod {
    /// The one with the shortest way to the caller.
    Performance,
    /// The first that answers, by priority.
    Priority,
    /// Each according to its weight.
    Weighted,
    /// The one that is responsible for the caller's country.
    Geographic,
}

/// A profile and its endpoints.
#[derive(Clone, Copy, Debug, Item)]
pub struct Profile {
    /// Which endpoint an answer names.
    pub routing: RoutingMethod,
    /// Where it can lead.
    pub endpoints: &'static [TrafficEndpoint],
    /// How many seconds an answer holds.
    pub ttl: u32,
    /// What probes ask for; none: the health function of the apps, else `/`.
    pub path: Option<&'static str>,
    /// How many seconds lie between two probes: 10 or 30.
    pub interval_seconds: u32,
    /// How many seconds a probe waits.
    pub timeout_seconds: u32,
    /// How many probes in a row can fail before an endpoint counts as down.
    pub tolerated_failures: u32,
}

impl Profile {
    /// Where [`Profile::failover_seconds`] comes from.
    pub const FAILOVER_SOURCE: &'static str = "Azure documentation, Disaster recovery using Azure DNS and Traffic Manager; Traffic Manager endpoint monitoring";

    /// How many seconds after an endpoint has stopped to answer a client asks another one, at the latest: one probe more
    /// than may fail, the time that the last one waits, and that for which the client keeps the old answer.
    pub const fn failover_seconds(&self) -> u32 {
        (self.tolerated_failures + 1) * self.interval_seconds + self.timeout_seconds + self.ttl
    }
}

/// What a component asks of Traffic Manager.
#[provider(
    id = "traffic_manager",
    label = "Traffic Manager",
    stage = edge,
    code = rules::code,
    names(TRAFFIC_MANAGER_PROFILE)
)]
#[rule(check = rules::one_component, blame = profiles)]
#[rule(check = rules::leads_somewhere, blame = profiles)]
pub struct TrafficManagerProfiles {
    /// The code of the profile in names.
    #[group]
    pub profile: Option<&'static str>,
    /// The profile; it is of one component.
    #[merge(collect)]
    pub profiles: List<Profile>,
}
