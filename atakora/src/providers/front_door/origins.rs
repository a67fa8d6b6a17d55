//! Where a route leads: origin groups and origins.

use super::id::endpoint_name;
use super::rules::{self, NO_LINK_TO_FLEX, PRIVATE_ORIGIN};
use super::{FrontDoorId, FrontDoorSku, Origin, Route, Shift, Split};
use crate::backend::Scope;
use crate::check::Finding;
use crate::deferred::{FunctionApp, KeyOf};
use crate::providers::functions::Plan;
use crate::providers::networking::routing;
use crate::providers::types::{CdnFrontdoorOrigin, CdnFrontdoorOriginGroup};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Error, Result, resource};

/// What a route needs to know of where it leads.
pub(super) struct Leads {
    pub(super) group: Ref<Text>,
    pub(super) origins: Vec<Ref<Text>>,
    pub(super) rule_set: Option<Ref<Text>>,
    pub(super) compression: bool,
}

/// How many milliseconds slower than the fastest an origin can be and still get its share. Where weights say who gets
/// what, the slower version of two gets its share as well; else the nearest gets everything.
const WEIGHTED_LATENCY: u32 = 1000;
const NEAREST_LATENCY: u32 = 0;
/// How many seconds lie between two probes of one place of Azure.
const PROBE_INTERVAL: u32 = 30;

/// The apps of a route.
///
/// # Errors
/// No app; a shift that is not the whole traffic; apps whose callers cannot have the right key; an app that this tier of
/// Front Door does not reach.
pub(super) fn to_apps(
    profile: &FrontDoorId,
    endpoint: &str,
    route: &Route,
    owner: usize,
    scope: &Scope<'_>,
) -> Result<Leads> {
    let apps: Vec<FunctionApp> =
        route.origins.iter().map(|origin| scope.function_app(origin.app, owner)).collect::<Result<_>>()?;
    routing::refuse_keys(scope.component(owner), &apps)?;
    let shift = shift(route, scope)?;
    let weighted = shift.is_some() || route.origins.iter().any(|origin| origin.weight != route.origins[0].weight);
    // asked of all: each app's package gets the function that answers
    let health: Vec<&str> = apps.iter().map(FunctionApp::health_path).collect();
    let probe = health.first().filter(|_| apps.len() > 1).copied();
    let what = format!("{endpoint}_{}", route.name);
    let id = scope.id(&format!("origins_{what}"));
    let group = resource!(scope, CdnFrontdoorOriginGroup = azurerm_cdn_frontdoor_origin_group (id) {
        name: format!("{}-{}", endpoint_name(endpoint), endpoint_name(route.name)),
        cdn_frontdoor_profile_id: profile.id(),
        session_affinity_enabled: false,
        load_balancing {
            additional_latency_in_milliseconds: if weighted { WEIGHTED_LATENCY } else { NEAREST_LATENCY },
            sample_size: 4,
            successful_samples_required: 3,
        },
        health_probe: if let Some(path) = probe {
            protocol: "Https",
            request_type: "GET",
            path: path,
            interval_in_seconds: PROBE_INTERVAL,
        },
    });
    let mut origins = Vec::new();
    for (index, (origin, app)) in route.origins.iter().zip(&apps).enumerate() {
        let share = shift.map(|shift| if index == 0 { shift.first } else { shift.second });
        let id = scope.id(&format!("origin_{what}_{}", name(origin)));
        let private = private_link(profile, app, scope)?;
        let made = resource!(scope, CdnFrontdoorOrigin = azurerm_cdn_frontdoor_origin (id) {
            name: format!("{}-{}", endpoint_name(route.name), name(origin)),
            cdn_frontdoor_origin_group_id: group.id(),
            host_name: app.host_name(),
            origin_host_header: app.host_name(),
            certificate_name_check_enabled: true,
            // Azure refuses the weight 0: who gets nothing is switched off
            enabled: origin.enabled && share != Some(0),
            weight: share.unwrap_or(origin.weight).max(1),
            priority: origin.priority,
            private_link: if private {
                private_link_target_id: app.id(),
                location: app.region(),
                target_type: "sites",
                request_message: "Azure Front Door",
            },
        });
        origins.push(made.id());
    }
    Ok(Leads { group: group.id(), origins, rule_set: None, compression: false })
}

/// What the user calls it: the component or the slot.
fn name(origin: &Origin) -> String {
    KeyOf(origin.app.origin()).text().replace('_', "-")
}

fn shift(route: &Route, scope: &Scope<'_>) -> Result<Option<Shift>> {
    let shift = match route.split {
        None => return Ok(None),
        Some(Split::Known(shift)) => shift,
        Some(Split::Given(slot)) => scope.given(slot)?,
    };
    match rules::shift(shift) {
        None => Ok(Some(shift)),
        Some(finding) => Err(Error::of(&finding)),
    }
}

/// Whether an app is reached through a private link.
fn private_link(profile: &FrontDoorId, app: &FunctionApp, scope: &Scope<'_>) -> Result<bool> {
    if !app.isolated() {
        return Ok(false);
    }
    let refuse = |why| {
        Err(Error::of(
            &Finding::of(&PRIVATE_ORIGIN).text(0, crate::backend::name(app.physical_name().to_owned())).text(1, why),
        ))
    };
    if profile.sku() != FrontDoorSku::Premium {
        return refuse("only Front Door Premium reaches it, through a private link");
    }
    if app.plan() == Plan::Flex {
        return refuse(NO_LINK_TO_FLEX);
    }
    scope.stack().note(format!(
        "{0}: Front Door asks for a private link to it, which somebody must approve:\n  \
         az network private-endpoint-connection list --type Microsoft.Web/sites --name {0} --resource-group <its group>\n  \
         az network private-endpoint-connection approve --id <the id in the list>",
        app.physical_name()
    ));
    Ok(true)
}
