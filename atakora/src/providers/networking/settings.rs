//! What a backend sets for its network: `networking: { … }`.

use super::{Network, ServiceTag, rules};
use crate::deferred::Deferred;
use crate::{Settings, Sku};

/// Who can reach what a backend has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum NetworkMode {
    /// Everything has a public address; roles and keys of functions decide who gets in. The default.
    Public,
    /// Whatever holds data is reached from inside a network only; apps answer publicly.
    Hybrid,
    /// Nothing is reached from outside a network.
    Isolated,
}

/// `networking: { … }` of a backend. Everything beside `mode` has a meaning only where that is not `Public`.
#[derive(Clone, Copy, Debug, Settings)]
pub struct NetworkingSettings {
    /// Who can reach what the backend has. Default: `Public`.
    #[setting(default = NetworkMode::Public)]
    pub mode: NetworkMode,
    /// The addresses of the network that Atakora makes. Default: `10.0.0.0/16`. Back ends whose networks are to be peered
    /// need different ones.
    #[setting(default = "10.0.0.0/16", check = rules::address_space)]
    pub address_space: &'static str,
    /// The addresses from which apps on Flex Consumption reach out, `/27` or larger. Default: the first free `/24`, or a
    /// quarter of a smaller address space.
    #[setting(default = None, check = rules::flex_subnet)]
    pub flex_subnet: Option<&'static str>,
    /// The addresses from which the apps of any other plan reach out, `/28` or larger; Azure advises `/26` for Elastic
    /// Premium. Default: as `flex_subnet`.
    #[setting(default = None, check = rules::plan_subnet)]
    pub plan_subnet: Option<&'static str>,
    /// The addresses of private endpoints, `/27` or larger: that of monitoring alone takes eleven. Default: as
    /// `flex_subnet`.
    #[setting(default = None, check = rules::private_endpoint_subnet)]
    pub private_endpoint_subnet: Option<&'static str>,
    /// A network that is there already, instead of one that Atakora makes: a slot, `Some(given(network: Network))`. It is
    /// in the backend's region. Default: none.
    #[setting(default = None, check = rules::given_network)]
    pub network: Option<Deferred<Network>>,
    /// What apps may reach beside the private endpoints and Microsoft Entra. Default: nothing.
    #[setting(default = &[])]
    pub service_tags: &'static [ServiceTag],
}
