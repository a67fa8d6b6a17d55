//! Private endpoints, and the DNS zones through which the public names of services lead to them.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::network::Parts;
use crate::azure::private_link::PrivateLink;
use crate::backend::Scope;
use crate::providers::networking::Networking;
use crate::providers::types::{PrivateDnsZone, PrivateDnsZoneVirtualNetworkLink, PrivateEndpoint};
use crate::resource;
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;

/// What a private endpoint leads to.
#[derive(Clone, Debug)]
pub struct Target<'a> {
    /// The resource's part of logical ids, like `account`.
    pub what: &'a str,
    /// The resource's name in Azure, or another that is as unique: names of endpoints are made of it.
    pub name: &'a str,
    /// Its ARM id.
    pub id: Ref<Text>,
    /// What must be there before the endpoint, beside the resource itself.
    pub after: &'a [Handle],
}

/// The network's zones and endpoints, as they grow.
pub(super) struct Endpoints {
    pub(super) network: Parts,
    zones: RefCell<BTreeMap<&'static str, Zone>>,
    made: RefCell<Vec<Made>>,
}

#[derive(Clone)]
struct Zone {
    id: Ref<Text>,
    /// None of a zone that came linked.
    link: Option<Handle>,
}

/// An endpoint, and for whom it was made: the provider and the code of its group.
struct Made {
    provider: &'static str,
    code: String,
    handle: Handle,
}

impl Endpoints {
    pub(super) fn new(network: Parts) -> Self {
        Endpoints { network, zones: RefCell::default(), made: RefCell::default() }
    }

    /// Adds an endpoint, and the zones that it needs and nobody has needed so far.
    pub(super) fn add(&self, scope: &Scope<'_>, target: &Target<'_>, link: &PrivateLink) {
        let zones: Vec<Zone> = link.zones.iter().map(|zone| self.zone(scope, zone)).collect();
        let mut after: Vec<Handle> = zones.iter().filter_map(|zone| zone.link.clone()).collect();
        after.extend_from_slice(target.after);
        let subresource = link.subresource.to_lowercase();
        let name = format!("pep-{}-{subresource}", target.name);
        let id = scope.id(&format!("{}_endpoint_{subresource}", target.what));
        let endpoint = resource!(scope, PrivateEndpoint = azurerm_private_endpoint (id) {
            name: name.as_str(),
            resource_group_name: scope.resource_group_name(),
            location: scope.region(),
            subnet_id: &self.network.private_endpoints,
            private_service_connection {
                name: name.as_str(),
                is_manual_connection: false,
                private_connection_resource_id: &target.id,
                subresource_names: [link.subresource],
            },
            private_dns_zone_group {
                name: "default",
                private_dns_zone_ids: zones.iter().map(|zone| zone.id.clone()).collect::<Vec<_>>(),
            },
            tags: scope.tags(),
            depends_on: after,
        });
        self.made.borrow_mut().push(Made {
            provider: scope.provider(),
            code: scope.code_or("").to_owned(),
            handle: endpoint.handle().clone(),
        });
    }

    /// The endpoints of earlier providers, and those of the group itself; their zones are linked by then.
    pub(super) fn before(&self, scope: &Scope<'_>) -> Vec<Handle> {
        let own = |made: &&Made| made.provider != scope.provider() || made.code == scope.code_or("");
        let mut before: Vec<Handle> = self.made.borrow().iter().filter(own).map(|made| made.handle.clone()).collect();
        before.extend(self.zones.borrow().values().filter_map(|zone| zone.link.clone()));
        before.sort_by(|a, b| a.address().cmp(b.address()));
        before
    }

    fn zone(&self, scope: &Scope<'_>, name: &'static str) -> Zone {
        if let Some(id) = self.network.zones.get(name) {
            return Zone { id: id.clone(), link: None };
        }
        if let Some(zone) = self.zones.borrow().get(name) {
            return zone.clone();
        }
        // it is the network's, whoever needs it first
        let scope = scope.of::<Networking>();
        let what = name.trim_start_matches("privatelink.");
        let zone = resource!(&scope, PrivateDnsZone = azurerm_private_dns_zone (scope.id(&format!("zone_{what}"))) {
            name: name,
            resource_group_name: scope.resource_group_name(),
            tags: scope.tags(),
        });
        let id = scope.id(&format!("link_{what}"));
        let link = resource!(&scope, PrivateDnsZoneVirtualNetworkLink = azurerm_private_dns_zone_virtual_network_link (id) {
            name: "network",
            private_dns_zone_id: zone.id(),
            virtual_network_id: &self.network.id,
            tags: scope.tags(),
        });
        let made = Zone { id: zone.id(), link: Some(link.handle().clone()) };
        self.zones.borrow_mut().insert(name, made.clone());
        made
    }
}
