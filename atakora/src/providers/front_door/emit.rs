//! The profile and its endpoints, and from each of them the routes.

use std::collections::BTreeSet;

use super::dns::{self, Names};
use super::firewall;
use super::id::{FrontDoorEndpoint, Profile, endpoint_name};
use super::origins::{self, Leads};
use super::rules::UNKNOWN_ENDPOINT;
use super::{CdnFrontDoor, CdnFrontDoorMerged, FrontDoorId, FrontDoorSettings, FrontDoorSku, site};
use crate::azure::resource_name::CDN_FRONTDOOR_PROFILE;
use crate::backend::Scope;
use crate::check::Finding;
use crate::deferred::Endpoint;
use crate::provider::{Emit, Provided};
use crate::providers::monitoring::{Logs, Monitoring};
use crate::providers::types::{CdnFrontdoorEndpoint, CdnFrontdoorProfile, CdnFrontdoorRoute};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::terraform::value::Value;
use crate::{Error, Result, resource};

/// The Front Door of a backend.
#[derive(Clone)]
pub struct FrontDoorHandle {
    profile: FrontDoorId,
    reached: Vec<Reached>,
}

/// Under which names a component is reached.
#[derive(Clone)]
struct Reached {
    component: &'static str,
    host_name: Ref<Text>,
    domain: Option<&'static str>,
}

impl FrontDoorHandle {
    /// The profile.
    pub fn profile(&self) -> FrontDoorId {
        self.profile.clone()
    }

    /// The host name that Azure gave to the endpoint of a component.
    ///
    /// # Errors
    /// The component has no routes.
    pub fn host_name_of(&self, component: &str) -> Result<Ref<Text>> {
        Ok(self.of(component)?.host_name.clone())
    }

    /// Where a component is reached: at its custom domain if it has one, else at the endpoint's own name.
    ///
    /// # Errors
    /// The component has no routes.
    pub fn endpoint_of(&self, component: &str) -> Result<Endpoint> {
        let reached = self.of(component)?;
        Ok(match reached.domain {
            Some(domain) => Endpoint::new(format!("https://{domain}")),
            None => Endpoint::on(&reached.host_name, ""),
        })
    }

    fn of(&self, component: &str) -> Result<&Reached> {
        let found = self.reached.iter().find(|reached| reached.component == component);
        found.ok_or_else(|| Error::new(format!("component `{component}` has no endpoint of Front Door")))
    }
}

#[diagnostic::do_not_recommend]
impl Emit for CdnFrontDoor {
    type Handle = FrontDoorHandle;

    fn emit(
        merged: &CdnFrontDoorMerged<'_>,
        settings: &FrontDoorSettings,
        scope: &Scope<'_>,
    ) -> Result<FrontDoorHandle> {
        let profile = match settings.profile {
            None => profile(merged, settings, scope),
            Some(slot) => scope.given(slot)?,
        };
        let mut names = Names::new(merged, &profile, scope);
        let mut reached = Vec::new();
        for (owner, listener) in merged.listeners.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let endpoint = known_endpoint(&profile, listener.endpoint)?;
            for route in listener.routes {
                let leads = origins::to_apps(&profile, listener.endpoint, route, owner, &serving)?;
                let made =
                    self::route(listener.endpoint, route.name, route.patterns, endpoint, &leads, &names, &serving);
                names.answered_by(listener.endpoint, made);
            }
            reached.push(Reached {
                component: scope.component(owner),
                host_name: endpoint.host_name.clone(),
                domain: listener.domains.first().map(|domain| domain.host_name),
            });
        }
        for (owner, site) in merged.sites.iter() {
            let serving = scope.serving(std::slice::from_ref(&owner));
            let endpoint = known_endpoint(&profile, site.endpoint)?;
            let leads = site::leads(&profile, site, owner, &serving)?;
            let made = self::route(site.endpoint, "site", &[site::PATTERN], endpoint, &leads, &names, &serving);
            names.answered_by(site.endpoint, made);
            reached.push(Reached {
                component: scope.component(owner),
                host_name: endpoint.host_name.clone(),
                domain: site.domain.map(|domain| domain.host_name),
            });
        }
        dns::lead_to(&names, &profile, scope);
        firewall::protect_domains(&names, &profile, scope);
        Ok(FrontDoorHandle { profile, reached })
    }
}

fn profile(merged: &CdnFrontDoorMerged<'_>, settings: &FrontDoorSettings, scope: &Scope<'_>) -> FrontDoorId {
    let name = scope.name(&CDN_FRONTDOOR_PROFILE);
    let profile = resource!(scope, CdnFrontdoorProfile = azurerm_cdn_frontdoor_profile (scope.id("profile")) {
        name: name.clone(),
        resource_group_name: scope.resource_group_name(),
        sku_name: match settings.sku {
            FrontDoorSku::Standard => "Standard_AzureFrontDoor",
            FrontDoorSku::Premium => "Premium_AzureFrontDoor",
        },
        response_timeout_seconds: settings.response_timeout_seconds,
        tags: scope.tags(),
    });
    if let Some(monitoring) = Monitoring::of(scope) {
        monitoring.diagnose(scope, "profile", profile.id(), Logs::All);
    }
    let endpoints: Vec<FrontDoorEndpoint> = endpoint_names(merged)
        .into_iter()
        .map(|name| {
            let id = scope.id(&format!("endpoint_{name}"));
            let endpoint = resource!(scope, CdnFrontdoorEndpoint = azurerm_cdn_frontdoor_endpoint (id) {
                name: name.clone(),
                cdn_frontdoor_profile_id: profile.id(),
                tags: scope.tags(),
            });
            FrontDoorEndpoint { name, id: endpoint.id(), host_name: endpoint.host_name() }
        })
        .collect();
    let firewall_policy = settings.waf.map(|waf| firewall::policy(&waf, settings.sku, scope));
    if let Some(policy) = &firewall_policy {
        let domains = endpoints.iter().map(|endpoint| endpoint.id.clone()).collect();
        firewall::protect("endpoints", domains, &profile.id(), policy, scope);
    }
    FrontDoorId::new(Profile {
        id: profile.id(),
        resource_guid: profile.resource_guid(),
        name,
        sku: settings.sku,
        firewall_policy,
        endpoints,
    })
}

/// Each endpoint once, in alphabetical order: the order of the components must not show in the document.
fn endpoint_names(merged: &CdnFrontDoorMerged<'_>) -> Vec<String> {
    let listeners = merged.listeners.iter().map(|(_, listener)| listener.endpoint);
    let sites = merged.sites.iter().map(|(_, site)| site.endpoint);
    let declared = merged.endpoints.iter().flat_map(|(_, endpoints)| endpoints.names.iter().copied());
    let names: BTreeSet<String> = listeners.chain(sites).chain(declared).map(endpoint_name).collect();
    names.into_iter().collect()
}

fn known_endpoint<'p>(profile: &'p FrontDoorId, name: &'static str) -> Result<&'p FrontDoorEndpoint> {
    profile.endpoint_of(name).ok_or_else(|| Error::of(&Finding::of(&UNKNOWN_ENDPOINT).text(0, name).text(1, name)))
}

fn route(
    endpoint_name: &str,
    name: &str,
    patterns: &[&str],
    endpoint: &FrontDoorEndpoint,
    leads: &Leads,
    names: &Names<'_>,
    scope: &Scope<'_>,
) -> CdnFrontdoorRoute {
    let domains = names.of(endpoint_name);
    resource!(scope, CdnFrontdoorRoute = azurerm_cdn_frontdoor_route (scope.id(&format!("route_{endpoint_name}_{name}"))) {
        name: name,
        cdn_frontdoor_endpoint_id: &endpoint.id,
        cdn_frontdoor_origin_group_id: &leads.group,
        cdn_frontdoor_origin_ids: leads.origins.clone(),
        cdn_frontdoor_rule_set_ids?: leads.rule_set.clone().map(|id| [id]),
        cdn_frontdoor_custom_domain_ids?: (!domains.is_empty()).then_some(domains),
        patterns_to_match: patterns,
        supported_protocols: ["Http", "Https"],
        forwarding_protocol: "HttpsOnly",
        https_redirect_enabled: true,
        link_to_default_domain: true,
        cache: if leads.compression {
            compression_enabled: true,
            content_types_to_compress: site::COMPRESSED,
            query_string_caching_behavior: "IgnoreQueryString",
        },
    })
}

impl Provided for FrontDoorHandle {
    fn output(&self, name: &str, _component: usize) -> Option<Value> {
        match name {
            "resource_guid" => Some(Value::Expression(self.profile.resource_guid().expression().clone())),
            _ => None,
        }
    }
}
