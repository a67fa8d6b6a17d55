//! `FrontDoor`: an endpoint that the whole world reaches, with routes to function apps.

use super::or;
use crate::check::Finding;
use crate::deferred::Endpoint;
use crate::merge::List;
use crate::providers::front_door::{self, CdnFrontDoor, Domain, FrontDoorId, Listener, Route};
use crate::providers::networking::{Networking, Router, Routes};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`FrontDoor`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct FrontDoorComponentSettings {
    /// The routes. Default: none.
    #[setting(default = &[], check = checks::routes)]
    pub routes: &'static [Route],
    /// The endpoint; components that name one share it. It begins the host name. Default: the component's name, with
    /// hyphens.
    #[setting(default = None, check = checks::endpoint)]
    pub endpoint: Option<&'static str>,
    /// Names of the user's own. All routes of the endpoint answer to them. Default: none.
    #[setting(default = &[], check = checks::domains)]
    pub domains: &'static [Domain],
}

/// An endpoint of the backend's Azure Front Door, with routes to function apps of this backend and, by slots, of others.
///
/// ```text
/// front: FrontDoor {
///     routes: &[Route::new("api", &["/api/*"], &[Origin::app(users.app), Origin::app(given(other: FunctionApp))])],
/// },
/// ```
///
/// Apps of this backend that it routes to answer nobody else. Apps of another backend learn of it there:
/// `functions: { front_door: Some(given(profile: FrontDoorId)) }`. If they are in another stack, the profile is made in a
/// stack before them, by a [`FrontDoorProfile`](super::FrontDoorProfile), and the routes in one after them, by this
/// component in a backend with `front_door: { profile: Some(given(profile: FrontDoorId)) }`.
///
/// The tier, the firewall and the profile are settings of the whole backend: `front_door: { sku: …, waf: … }`.
#[component(settings = FrontDoorComponentSettings)]
#[requires(Networking {
    routers: List::One(Router { component, routes: Routes::FrontDoor(settings.routes) }),
    ..Networking::EMPTY
})]
#[requires(CdnFrontDoor {
    listeners: List::One(Listener {
        component,
        endpoint: or(settings.endpoint, component),
        routes: settings.routes,
        domains: settings.domains,
    }),
    ..CdnFrontDoor::EMPTY
})]
#[output(
    /// Where it answers: at the first of its domains, else like `https://front-<hash>.z01.azurefd.net`.
    endpoint: Endpoint = parts.of::<CdnFrontDoor>()?.endpoint_of(parts.component())?
)]
#[output(
    /// The host name that Azure gave it, like `front-<hash>.z01.azurefd.net`.
    host_name: Ref<Text> = parts.of::<CdnFrontDoor>()?.host_name_of(parts.component())?
)]
#[output(
    /// The profile, which apps admit and to which other stacks add routes.
    profile: FrontDoorId = parts.of::<CdnFrontDoor>()?.profile()
)]
pub struct FrontDoor;

mod checks {
    use super::{Finding, FrontDoorComponentSettings, front_door};

    pub(super) const fn routes(settings: &FrontDoorComponentSettings) -> Option<Finding> {
        front_door::check_routes(settings.routes)
    }

    pub(super) const fn endpoint(settings: &FrontDoorComponentSettings) -> Option<Finding> {
        match settings.endpoint {
            Some(name) => front_door::check_endpoint_name(name),
            None => None,
        }
    }

    pub(super) const fn domains(settings: &FrontDoorComponentSettings) -> Option<Finding> {
        front_door::check_domains(settings.domains)
    }
}
