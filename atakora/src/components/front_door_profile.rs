//! `FrontDoorProfile`: a Front Door in a stack before its apps.

use crate::check::Finding;
use crate::merge::List;
use crate::providers::front_door::{self, CdnFrontDoor, Endpoints, FrontDoorId};
use crate::providers::networking::Networking;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`FrontDoorProfile`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct FrontDoorProfileSettings {
    /// The endpoints that the stacks behind it route from: each begins a host name. Default: none.
    #[setting(default = &[], check = checks::endpoints)]
    pub endpoints: &'static [&'static str],
}

/// The backend's Azure Front Door with endpoints and firewall, and without routes: those are in a stack that comes after
/// the apps, with [`FrontDoor`](super::FrontDoor)s.
///
/// It is two parts because the apps admit nobody but this profile, by its guid, and the routes lead to the apps: in one
/// stack with the routes it would need the stacks of the apps, and they it.
#[component(settings = FrontDoorProfileSettings)]
#[requires(Networking = Networking::EMPTY)]
#[requires(CdnFrontDoor {
    endpoints: List::One(Endpoints { names: settings.endpoints }),
    ..CdnFrontDoor::EMPTY
})]
#[output(
    /// The profile, which apps admit and to which other stacks add routes.
    profile: FrontDoorId = parts.of::<CdnFrontDoor>()?.profile()
)]
#[output(
    /// What requests that come through it have in the header `X-Azure-FDID`.
    resource_guid: Ref<Text> = parts.of::<CdnFrontDoor>()?.profile().resource_guid()
)]
pub struct FrontDoorProfile;

mod checks {
    use super::{Finding, FrontDoorProfileSettings, front_door};

    pub(super) const fn endpoints(settings: &FrontDoorProfileSettings) -> Option<Finding> {
        front_door::check_endpoints(settings.endpoints)
    }
}
