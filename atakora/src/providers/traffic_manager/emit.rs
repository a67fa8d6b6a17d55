//! The profile and its endpoints.

use super::{
    Profile, RoutingMethod, Target, TrafficEndpoint, TrafficManagerProfiles, TrafficManagerProfilesMerged, rules,
};
use crate::azure::resource_name::TRAFFIC_MANAGER_PROFILE;
use crate::backend::Scope;
use crate::deferred::{Endpoint, FunctionApp, KeyOf};
use crate::provider::{Emit, Provided};
use crate::providers::networking::routing;
use crate::providers::types::{TrafficManagerAzureEndpoint, TrafficManagerExternalEndpoint, TrafficManagerProfile};
use crate::settings::NoSettings;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Error, Result, resource};

/// A name that leads to one of several endpoints.
#[derive(Clone)]
pub struct TrafficManagerHandle {
    profile: TrafficManagerProfile,
}

impl TrafficManagerHandle {
    /// The name, like `traf-shop-prod-weu.trafficmanager.net`.
    pub fn fqdn(&self) -> Ref<Text> {
        self.profile.fqdn()
    }

    /// The profile's ARM id.
    pub fn id(&self) -> Ref<Text> {
        self.profile.id()
    }

    /// The address, which answers with a certificate only under a domain of the user's own that leads to it.
    pub fn endpoint(&self) -> Endpoint {
        Endpoint::on(&self.profile.fqdn(), "")
    }
}

#[diagnostic::do_not_recommend]
impl Emit for TrafficManagerProfiles {
    type Handle = TrafficManagerHandle;

    fn emit(
        merged: &TrafficManagerProfilesMerged<'_>,
        _settings: &NoSettings,
        scope: &Scope<'_>,
    ) -> Result<TrafficManagerHandle> {
        let Some((owner, wanted)) = merged.profiles.iter().next() else {
            return Err(Error::new("TrafficManagerError: a group of components without a component"));
        };
        let apps = apps(scope.component(owner), wanted, owner, scope)?;
        let name = scope.name(&TRAFFIC_MANAGER_PROFILE);
        // asked of all: each app's package gets the function that answers
        let health: Vec<&str> = apps.iter().flatten().map(FunctionApp::health_path).collect();
        let path = wanted.path.or(health.first().copied()).unwrap_or("/");
        let profile = resource!(scope, TrafficManagerProfile = azurerm_traffic_manager_profile (scope.id("profile")) {
            name: name.clone(),
            resource_group_name: scope.resource_group_name(),
            traffic_routing_method: wanted.routing.name(),
            dns_config { relative_name: name.clone(), ttl: wanted.ttl },
            monitor_config {
                protocol: "HTTPS",
                port: 443,
                path: path,
                interval_in_seconds: wanted.interval_seconds,
                timeout_in_seconds: wanted.timeout_seconds,
                tolerated_number_of_failures: wanted.tolerated_failures,
            },
            tags: scope.tags(),
        });
        for (index, app) in apps.iter().enumerate() {
            endpoint(wanted, index, app.as_ref(), &profile, scope);
        }
        scope.stack().note(format!(
            "{name}: let a CNAME of a domain of yours lead to {name}.trafficmanager.net, and bind it with a certificate at \
             every app: under the name of Traffic Manager itself there is none"
        ));
        Ok(TrafficManagerHandle { profile })
    }
}

/// The app of each endpoint; none where it is external.
///
/// # Errors
/// No app; an app that Traffic Manager does not take; apps whose callers cannot have the right key.
fn apps(router: &'static str, wanted: &Profile, owner: usize, scope: &Scope<'_>) -> Result<Vec<Option<FunctionApp>>> {
    let mut apps = Vec::new();
    let mut named: Vec<(&'static str, FunctionApp)> = Vec::new();
    for TrafficEndpoint { target, .. } in wanted.endpoints {
        apps.push(match target {
            Target::External { .. } => None,
            Target::App(app) => {
                let found = scope.function_app(*app, owner)?;
                named.push((KeyOf(app.origin()).text(), found.clone()));
                Some(found)
            }
        });
    }
    routing::refuse_endpoints(&named)?;
    let routed: Vec<FunctionApp> = named.into_iter().map(|(_, app)| app).collect();
    routing::refuse_keys(router, &routed)?;
    Ok(apps)
}

fn endpoint(
    wanted: &Profile,
    index: usize,
    app: Option<&FunctionApp>,
    profile: &TrafficManagerProfile,
    scope: &Scope<'_>,
) {
    let TrafficEndpoint { target, weight, geo_mappings, enabled, .. } = wanted.endpoints[index];
    let weight = (wanted.routing == RoutingMethod::Weighted).then_some(weight);
    let priority = (wanted.routing == RoutingMethod::Priority).then(|| rules::priority(wanted.endpoints, index));
    let geo = (wanted.routing == RoutingMethod::Geographic).then_some(geo_mappings);
    match target {
        Target::App(of) => {
            let name = KeyOf(of.origin()).text().replace('_', "-");
            let Some(app) = app else { return };
            let id = scope.id(&format!("endpoint_{name}"));
            resource!(scope, TrafficManagerAzureEndpoint = azurerm_traffic_manager_azure_endpoint (id) {
                name: name,
                profile_id: profile.id(),
                target_resource_id: app.id(),
                enabled: enabled,
                weight?: weight,
                priority?: priority,
                geo_mappings?: geo,
            });
        }
        Target::External { name, host_name, location } => {
            let id = scope.id(&format!("endpoint_{name}"));
            resource!(scope, TrafficManagerExternalEndpoint = azurerm_traffic_manager_external_endpoint (id) {
                name: name,
                profile_id: profile.id(),
                target: host_name,
                endpoint_location?: location,
                enabled: enabled,
                weight?: weight,
                priority?: priority,
                geo_mappings?: geo,
            });
        }
    }
}

impl Provided for TrafficManagerHandle {}
