//! Custom domains: the proof that the domain is the user's, the certificate, and the record that leads to the endpoint.

use std::collections::BTreeMap;

use super::{CdnFrontDoorMerged, Domain, FrontDoorId};
use crate::backend::Scope;
use crate::data;
use crate::providers::types::{
    CdnFrontdoorCustomDomain, CdnFrontdoorCustomDomainAssociation, CdnFrontdoorRoute, DnsCnameRecord, DnsTxtRecord,
    DnsZone, ExistingDnsZone,
};
use crate::resource;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;

/// How many seconds resolvers keep a record.
const TTL: u32 = 3600;

/// The custom domains of all components.
pub(super) struct Names<'m> {
    all: Vec<Name<'m>>,
    routes: Vec<(&'m str, CdnFrontdoorRoute)>,
}

struct Name<'m> {
    owner: usize,
    endpoint: &'m str,
    domain: Domain,
    zone: Zone,
    made: CdnFrontdoorCustomDomain,
}

/// A DNS zone, made or found.
#[derive(Clone)]
struct Zone {
    id: Ref<Text>,
    name: Ref<Text>,
    resource_group_name: Ref<Text>,
}

impl<'m> Names<'m> {
    /// Makes the domains and proves whose they are.
    pub(super) fn new(merged: &'m CdnFrontDoorMerged<'_>, profile: &FrontDoorId, scope: &Scope<'_>) -> Self {
        let listeners = merged.listeners.iter().flat_map(|(owner, listener)| {
            listener.domains.iter().map(move |domain| (owner, listener.endpoint, *domain))
        });
        let sites =
            merged.sites.iter().filter_map(|(owner, site)| site.domain.map(|domain| (owner, site.endpoint, domain)));
        let mut wanted: Vec<(usize, &str, Domain)> = listeners.chain(sites).collect();
        // the order of the components must not show in the document
        wanted.sort_by_key(|(_, _, domain)| domain.host_name);
        let zones = zones(&wanted, scope);
        let all = wanted
            .into_iter()
            .map(|(owner, endpoint, domain)| {
                let serving = scope.serving(std::slice::from_ref(&owner));
                let zone = zones[domain.zone].clone();
                let made = custom_domain(&domain, &zone, profile, &serving);
                Name { owner, endpoint, domain, zone, made }
            })
            .collect();
        Names { all, routes: Vec::new() }
    }

    /// A route of an endpoint: the domains of the endpoint are there only behind it.
    pub(super) fn answered_by(&mut self, endpoint: &'m str, route: CdnFrontdoorRoute) {
        self.routes.push((endpoint, route));
    }

    /// The ids of the domains of an endpoint.
    pub(super) fn of(&self, endpoint: &str) -> Vec<Ref<Text>> {
        self.all.iter().filter(|name| name.endpoint == endpoint).map(|name| name.made.id()).collect()
    }

    /// The ids of all domains.
    pub(super) fn ids(&self) -> Vec<Ref<Text>> {
        self.all.iter().map(|name| name.made.id()).collect()
    }
}

/// Each zone once; it is made if one of its domains says so.
fn zones(wanted: &[(usize, &str, Domain)], scope: &Scope<'_>) -> BTreeMap<&'static str, Zone> {
    let mut zones = BTreeMap::new();
    for (_, _, domain) in wanted {
        if zones.contains_key(domain.zone) {
            continue;
        }
        let id = scope.id(&format!("zone_{}", domain.zone));
        let create = wanted.iter().any(|(_, _, other)| other.zone == domain.zone && other.create_zone);
        let zone = if create {
            let zone = resource!(scope, DnsZone = azurerm_dns_zone (id) {
                name: domain.zone,
                resource_group_name: scope.resource_group_name(),
                tags: scope.tags(),
            });
            scope.stack().note(format!(
                "{0}: somebody must point its registrar to the name servers of the new zone:\n  \
                 az network dns zone show --name {0} --query nameServers",
                domain.zone
            ));
            Zone { id: zone.id(), name: zone.name(), resource_group_name: zone.resource_group_name() }
        } else {
            let zone = data!(scope, ExistingDnsZone = azurerm_dns_zone (id) {
                name: domain.zone,
                resource_group_name?: domain.zone_resource_group,
            });
            Zone { id: zone.id(), name: zone.name(), resource_group_name: zone.resource_group_name() }
        };
        zones.insert(domain.zone, zone);
    }
    zones
}

fn custom_domain(domain: &Domain, zone: &Zone, profile: &FrontDoorId, scope: &Scope<'_>) -> CdnFrontdoorCustomDomain {
    let name = domain.resource_name();
    let id = scope.id(&format!("domain_{name}"));
    let made = resource!(scope, CdnFrontdoorCustomDomain = azurerm_cdn_frontdoor_custom_domain (id) {
        name: name.clone(),
        cdn_frontdoor_profile_id: profile.id(),
        host_name: domain.host_name,
        dns_zone_id: &zone.id,
        tls { certificate_type: "ManagedCertificate", minimum_version: "TLS12" },
    });
    let id = scope.id(&format!("validation_{name}"));
    resource!(scope, DnsTxtRecord = azurerm_dns_txt_record (id) {
        name: format!("_dnsauth.{}", domain.label()),
        zone_name: &zone.name,
        resource_group_name: &zone.resource_group_name,
        ttl: TTL,
        record { value: made.validation_token() },
        tags: scope.tags(),
    });
    made
}

/// The records that lead to the endpoints. They come last: a name that leads where no route answers is an outage.
pub(super) fn lead_to(names: &Names<'_>, profile: &FrontDoorId, scope: &Scope<'_>) {
    for Name { owner, endpoint, domain, zone, made } in &names.all {
        let serving = scope.serving(std::slice::from_ref(owner));
        let routes: Vec<&CdnFrontdoorRoute> =
            names.routes.iter().filter(|(of, _)| of == endpoint).map(|(_, route)| route).collect();
        let Some(host) = profile.endpoint_of(endpoint) else { continue };
        let name = domain.resource_name();
        let id = serving.id(&format!("association_{name}"));
        let route_ids: Vec<Ref<Text>> = routes.iter().map(|route| route.id()).collect();
        let bound = resource!(
            &serving,
            CdnFrontdoorCustomDomainAssociation = azurerm_cdn_frontdoor_custom_domain_association (id) {
                cdn_frontdoor_custom_domain_id: made.id(),
                cdn_frontdoor_route_ids: route_ids,
            }
        );
        let id = serving.id(&format!("cname_{name}"));
        resource!(&serving, DnsCnameRecord = azurerm_dns_cname_record (id) {
            name: domain.label(),
            zone_name: &zone.name,
            resource_group_name: &zone.resource_group_name,
            ttl: TTL,
            record: &host.host_name,
            tags: scope.tags(),
            depends_on: [bound],
        });
    }
}
