//! Who may ask an app: everybody, or nobody but a Front Door.

use crate::Result;
use crate::backend::Scope;
use crate::deferred::Deferred;
use crate::providers::front_door::FrontDoorId;
use crate::providers::functions::{FunctionsMerged, FunctionsSettings};
use crate::providers::networking::{Networking, routing};
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;

/// The service tag of the addresses from which Front Door asks. Every profile of every customer asks from them, so it takes
/// the guid of the profile as well.
pub(super) const SERVICE_TAG: &str = "AzureFrontDoor.Backend";

/// The guid of the only Front Door that the app answers: the one that the backend's settings say, else the one of this
/// backend that routes to the app.
///
/// # Errors
/// No Front Door was given.
pub(super) fn front_door(
    merged: &FunctionsMerged<'_>,
    settings: &FunctionsSettings,
    scope: &Scope<'_>,
) -> Result<Option<Tf<Text>>> {
    let profile = settings.front_door.or_else(|| {
        let network = Networking::of(scope);
        let components: Vec<&str> = merged.members.iter().map(|member| scope.component(*member)).collect();
        let router = routing::front_door(network.routers(), &components)?;
        Some(Deferred::component(router, "profile"))
    });
    let Some(profile) = profile else { return Ok(None) };
    let component = merged.members.first();
    let guid = scope.part_of(profile, component, |profile: &FrontDoorId| {
        Some(Tf::from_value(IntoTf::<Text>::into_tf(profile.resource_guid())))
    })?;
    Ok(Some(guid))
}
