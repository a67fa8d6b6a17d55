//! The network that Atakora makes, and what every later provider asks of the network.

use std::cell::RefCell;
use std::rc::Rc;

use super::addresses::addresses;
use super::endpoints::{Endpoints, Target};
use super::network::Parts;
use super::rules::{NO_SUBNET, NOBODY, ONE_PLAN};
use super::{Network, NetworkMode, Networking, NetworkingMerged, NetworkingSettings, Router, security};
use crate::azure::address::AddressRange;
use crate::azure::private_link::PrivateLink;
use crate::azure::resource_name::VIRTUAL_NETWORK;
use crate::backend::Scope;
use crate::check::Finding;
use crate::provider::{Emit, Provided};
use crate::providers::functions::Plan;
use crate::providers::types::{NetworkSecurityGroup, Subnet, SubnetNetworkSecurityGroupAssociation, VirtualNetwork};
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Error, Result, resource};

/// The network of a backend; without resources where everything is public.
#[derive(Clone)]
pub struct NetworkingHandle {
    mode: NetworkMode,
    network: Option<Rc<Endpoints>>,
    /// The app whose plan has the subnet of plans.
    planned: Rc<RefCell<Option<String>>>,
    routers: Rc<[Router]>,
}

impl Networking {
    /// The network of the backend that the scope belongs to. Where no component requires one, everything is public.
    pub fn of(scope: &Scope<'_>) -> NetworkingHandle {
        scope.provided::<Networking>().unwrap_or_else(NetworkingHandle::public)
    }
}

impl NetworkingHandle {
    /// The network of a backend in which everything is public.
    pub(crate) fn public() -> NetworkingHandle {
        NetworkingHandle::new(NetworkMode::Public, None)
    }

    fn new(mode: NetworkMode, network: Option<Parts>) -> Self {
        let network = network.map(|parts| Rc::new(Endpoints::new(parts)));
        NetworkingHandle { mode, network, planned: Rc::default(), routers: Rc::new([]) }
    }

    /// What routes to apps of this backend.
    pub(crate) fn routers(&self) -> &[Router] {
        &self.routers
    }

    /// Who can reach what the backend has.
    pub fn mode(&self) -> NetworkMode {
        self.mode
    }

    /// Whether what holds data is reached through private endpoints only: its public access is then switched off.
    pub fn is_private(&self) -> bool {
        self.mode != NetworkMode::Public
    }

    /// Whether nothing is reached from outside, apps included.
    pub fn is_isolated(&self) -> bool {
        self.mode == NetworkMode::Isolated
    }

    /// `Some(false)` where public access to what holds data is off: for the argument `public_network_access_enabled`.
    pub fn public_data(&self) -> Option<bool> {
        self.is_private().then_some(false)
    }

    /// `Some(false)` where public access to apps is off.
    pub fn public_apps(&self) -> Option<bool> {
        self.is_isolated().then_some(false)
    }

    /// An endpoint of a resource in the network, its name in private DNS included. Nothing where everything is public.
    pub fn private_endpoint(&self, scope: &Scope<'_>, target: &Target<'_>, link: &PrivateLink) {
        if let Some(network) = &self.network {
            network.add(scope, target, link);
        }
    }

    /// What an app must wait for, or its first start finds nothing: the endpoints of earlier providers and of its own
    /// group, and the links of all zones.
    pub fn before_apps(&self, scope: &Scope<'_>) -> Vec<Handle> {
        self.network.as_ref().map(|network| network.before(scope)).unwrap_or_default()
    }

    /// The subnet from which an app on this plan reaches out; none where everything is public.
    ///
    /// # Errors
    /// The network that was given has none for this plan, or another plan is in it already.
    pub fn app_subnet(&self, plan: Plan, app: &str) -> Result<Option<Ref<Text>>> {
        let Some(network) = &self.network else { return Ok(None) };
        let (subnet, method) = match plan {
            Plan::Flex => (&network.network.flex, "flex_subnet"),
            _ => (&network.network.plan, "plan_subnet"),
        };
        let Some(subnet) = subnet else {
            return Err(Error::of(&Finding::of(&NO_SUBNET).text(0, plan.name()).text(1, method)));
        };
        if plan != Plan::Flex
            && let Some(other) = self.planned.borrow_mut().replace(app.to_owned())
        {
            let both = [other, app.to_owned()].map(String::leak);
            return Err(Error::of(&Finding::of(&ONE_PLAN).text(0, both[0]).text(1, both[1])));
        }
        Ok(Some(subnet.clone()))
    }
}

#[diagnostic::do_not_recommend]
impl Emit for Networking {
    type Handle = NetworkingHandle;

    fn emit(
        merged: &NetworkingMerged<'_>,
        settings: &NetworkingSettings,
        scope: &Scope<'_>,
    ) -> Result<NetworkingHandle> {
        let parts = match (settings.mode, settings.network) {
            (NetworkMode::Public, _) => None,
            (_, Some(slot)) => Some(scope.given::<Network>(slot)?.into_parts()),
            (_, None) => Some(network(merged, settings, scope)?),
        };
        let routers = merged.routers.iter().map(|(_, router)| *router).collect();
        Ok(NetworkingHandle { routers, ..NetworkingHandle::new(settings.mode, parts) })
    }

    fn unused(settings: &NetworkingSettings) -> Result {
        if settings.mode == NetworkMode::Public {
            return Ok(());
        }
        Err(Error::of(&Finding::of(&NOBODY).text(0, settings.mode.name())))
    }

    fn is_shared(settings: &NetworkingSettings) -> bool {
        settings.mode != NetworkMode::Public
    }
}

impl Provided for NetworkingHandle {}

/// The network with the subnets that the apps need, each behind a security group.
fn network(merged: &NetworkingMerged<'_>, settings: &NetworkingSettings, scope: &Scope<'_>) -> Result<Parts> {
    let addresses = addresses(settings).map_err(|finding| Error::of(&finding))?;
    let vnet = resource!(scope, VirtualNetwork = azurerm_virtual_network (scope.id("network")) {
        name: scope.name(&VIRTUAL_NETWORK),
        resource_group_name: scope.resource_group_name(),
        location: scope.region(),
        address_space: [addresses.space.text().as_str()],
        tags: scope.tags(),
    });
    let (mut apps, mut ready) = (Vec::new(), Vec::new());
    let mut of_apps = |kind: Kind, range: AddressRange| {
        apps.push(range);
        let group = security::apps(scope, kind.code(), &range, &addresses, settings.service_tags);
        kind.subnet(scope, &vnet, &range, &group, &mut ready)
    };
    let on = |wanted: fn(Plan) -> bool| merged.apps.iter().any(|(_, app)| wanted(app.plan));
    let flex = on(|plan| plan == Plan::Flex).then(|| of_apps(Kind::Flex, addresses.flex));
    let plan = on(|plan| plan != Plan::Flex).then(|| of_apps(Kind::Plan, addresses.plan));
    let group = security::private_endpoints(scope, Kind::PrivateEndpoints.code(), &apps, &addresses);
    let private_endpoints =
        Kind::PrivateEndpoints.subnet(scope, &vnet, &addresses.private_endpoints, &group, &mut ready);
    Ok(Parts { id: vnet.id(), private_endpoints, flex, plan, zones: Default::default(), ready })
}

/// The subnets of a network that Atakora makes.
#[derive(Clone, Copy)]
enum Kind {
    Flex,
    Plan,
    PrivateEndpoints,
}

impl Kind {
    /// Its code in names; Flex Consumption refuses a subnet with `_` in its name.
    fn code(self) -> &'static str {
        match self {
            Kind::Flex => "flex",
            Kind::Plan => "plan",
            Kind::PrivateEndpoints => "pep",
        }
    }

    /// Whom the subnet is delegated to, with the action that the delegate may perform.
    fn delegate(self) -> Option<(&'static str, &'static str)> {
        match self {
            Kind::Flex => Some(("Microsoft.App/environments", "Microsoft.Network/virtualNetworks/subnets/join/action")),
            Kind::Plan => Some(("Microsoft.Web/serverFarms", "Microsoft.Network/virtualNetworks/subnets/action")),
            Kind::PrivateEndpoints => None,
        }
    }

    fn subnet(
        self,
        scope: &Scope<'_>,
        vnet: &VirtualNetwork,
        range: &AddressRange,
        group: &NetworkSecurityGroup,
        ready: &mut Vec<Handle>,
    ) -> Ref<Text> {
        let id = |what: &str| scope.id(&format!("{}_{what}", self.code()));
        // without it the security group would not hold for private endpoints
        let policies = matches!(self, Kind::PrivateEndpoints).then_some("Enabled");
        let subnet = resource!(scope, Subnet = azurerm_subnet (id("subnet")) {
            name: format!("snet-{}", self.code()),
            resource_group_name: scope.resource_group_name(),
            virtual_network_name: vnet.name(),
            address_prefixes: [range.text().as_str()],
            default_outbound_access_enabled: false,
            private_endpoint_network_policies?: policies,
            delegation: if let Some((service, action)) = self.delegate() {
                name: "apps",
                service_delegation { name: service, actions: [action] },
            },
        });
        let association = resource!(scope, SubnetNetworkSecurityGroupAssociation = azurerm_subnet_network_security_group_association (id("association")) {
            subnet_id: subnet.id(),
            network_security_group_id: group.id(),
        });
        ready.push(association.handle().clone());
        subnet.id()
    }
}
