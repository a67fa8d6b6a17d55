//! `TrafficManager`: a name in DNS that leads to one of several apps.

use crate::check::Finding;
use crate::deferred::Endpoint;
use crate::merge::List;
use crate::providers::networking::{Networking, Router, Routes};
use crate::providers::traffic_manager::{self, Profile, RoutingMethod, TrafficEndpoint, TrafficManagerProfiles};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`TrafficManager`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct TrafficManagerSettings {
    /// Which endpoint an answer names. Default: the one with the shortest way to the caller.
    #[setting(default = RoutingMethod::Performance)]
    pub routing: RoutingMethod,
    /// Where the name can lead. Default: nowhere, which is refused.
    #[setting(default = &[], check = checks::endpoints)]
    pub endpoints: &'static [TrafficEndpoint],
    /// How many seconds an answer holds; so long a client goes where it went, whatever happened there. Default: 60.
    #[setting(default = 60, check = checks::ttl)]
    pub ttl: u32,
    /// What probes ask for, over HTTPS. Default: the health function of the apps, which their packages then have; `/` where
    /// all endpoints are external.
    #[setting(default = None, check = checks::path)]
    pub path: Option<&'static str>,
    /// How many seconds lie between two probes: 10 or 30. Default: 30.
    #[setting(default = 30, check = checks::interval)]
    pub interval_seconds: u32,
    /// How many seconds a probe waits for an answer: 5 to 10, and 5 to 9 where one comes every 10 seconds. Default: 9.
    #[setting(default = 9, check = checks::timeout)]
    pub timeout_seconds: u32,
    /// How many probes in a row can fail before an endpoint counts as down: 0 to 9. Default: 3.
    #[setting(default = 3, check = checks::failures)]
    pub tolerated_failures: u32,
    /// A code of at most four letters or digits, where a backend has several. Default: none.
    #[setting(default = None, check = checks::profile)]
    pub profile: Option<&'static str>,
}

/// A name in DNS that leads to one of several function apps.
///
/// It answers which address to ask, and sees no request: no certificate, no firewall, no path. An app that it leads to is
/// on Elastic Premium, has a public address, is behind no Front Door, and is the only one of its region. Clients come under a domain of the user's
/// own, which leads to the name and is bound to each app with a certificate.
#[component(settings = TrafficManagerSettings)]
#[requires(Networking {
    routers: List::One(Router { component, routes: Routes::TrafficManager(settings.endpoints) }),
    ..Networking::EMPTY
})]
#[requires(TrafficManagerProfiles {
    profile: settings.profile,
    profiles: List::One(Profile {
        routing: settings.routing,
        endpoints: settings.endpoints,
        ttl: settings.ttl,
        path: settings.path,
        interval_seconds: settings.interval_seconds,
        timeout_seconds: settings.timeout_seconds,
        tolerated_failures: settings.tolerated_failures,
    }),
})]
#[output(
    /// The name, like `traf-shop-prod-weu.trafficmanager.net`.
    fqdn: Ref<Text> = parts.of::<TrafficManagerProfiles>()?.fqdn()
)]
#[output(
    /// The address. It has a certificate only under a domain of the user's own that leads to it.
    endpoint: Endpoint = parts.of::<TrafficManagerProfiles>()?.endpoint()
)]
pub struct TrafficManager;

mod checks {
    use super::{Finding, TrafficManagerSettings, traffic_manager};

    pub(super) const fn endpoints(settings: &TrafficManagerSettings) -> Option<Finding> {
        traffic_manager::check_endpoints(settings.routing, settings.endpoints)
    }

    pub(super) const fn ttl(settings: &TrafficManagerSettings) -> Option<Finding> {
        traffic_manager::check_ttl(settings.ttl)
    }

    pub(super) const fn path(settings: &TrafficManagerSettings) -> Option<Finding> {
        traffic_manager::check_path(settings.path)
    }

    pub(super) const fn interval(settings: &TrafficManagerSettings) -> Option<Finding> {
        traffic_manager::check_interval(settings.interval_seconds)
    }

    pub(super) const fn timeout(settings: &TrafficManagerSettings) -> Option<Finding> {
        traffic_manager::check_timeout(settings.interval_seconds, settings.timeout_seconds)
    }

    pub(super) const fn failures(settings: &TrafficManagerSettings) -> Option<Finding> {
        traffic_manager::check_failures(settings.tolerated_failures)
    }

    pub(super) const fn profile(settings: &TrafficManagerSettings) -> Option<Finding> {
        traffic_manager::check_code(settings.profile)
    }
}
