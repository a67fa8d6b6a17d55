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

/// An endpoint with the links of its zones, and for whom it was made: the provider and the code of its group.
struct Made {
    provider: &'static str,
    code: String,
    handles: Vec<Handle>,
}

impl Endpoints {
    pub(super) fn new(network: Parts) -> Self {
        Endpoints { network, zones: RefCell::default(), made: RefCell::default() }
    }

    /// Adds an endpoint, and the zones that it needs and nobody has needed so far.
    pub(super) fn add(&self, scope: &Scope<'_>, target: &Target<'_>, link: &PrivateLink) {
        let zones: Vec<Zone> = link.zones.iter().map(|zone| self.zone(scope, zone)).collect();
        let mut handles: Vec<Handle> = zones.iter().filter_map(|zone| zone.link.clone()).collect();
        let after: Vec<Handle> = handles.iter().chain(target.after).cloned().collect();
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
        handles.push(endpoint.handle().clone());
        let (provider, code) = (scope.provider(), scope.code_or("").to_owned());
        self.made.borrow_mut().push(Made { provider, code, handles });
    }

    /// What is there for an app before it starts: the endpoints of earlier providers and those of its own group, with the
    /// links of their zones, and whatever the network itself waits for.
    pub(super) fn before(&self, scope: &Scope<'_>) -> Vec<Handle> {
        let own = |made: &&Made| made.provider != scope.provider() || made.code == scope.code_or("");
        let made = self.made.borrow();
        let handles = made.iter().filter(own).flat_map(|made| &made.handles);
        // each once, and in an order in which that of the components does not show
        let all: BTreeMap<&str, &Handle> =
            handles.chain(&self.network.ready).map(|handle| (handle.address(), handle)).collect();
        all.into_values().cloned().collect()
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
