//! Where a name can lead.

use crate::Item;
use crate::deferred::{Deferred, FunctionApp};

/// Where an endpoint is.
#[derive(Clone, Copy, Debug, Item)]
pub enum Target {
    /// A function app on Elastic Premium.
    App(Deferred<FunctionApp>),
    /// A host name, anywhere.
    External {
        /// The endpoint's name.
        name: &'static str,
        /// The host name, without `https://`.
        host_name: &'static str,
        /// The Azure region that is nearest to it, like `westeurope`. Performance routing needs it.
        location: Option<&'static str>,
    },
}

/// Where a name can lead, and when.
#[derive(Clone, Copy, Debug, Item)]
pub struct TrafficEndpoint {
    /// Where it is.
    pub target: Target,
    /// With weighted routing, its share: 1 to 1,000.
    pub weight: u32,
    /// With priority routing, its rank: 1 to 1,000, none twice; 0: its place in the list.
    pub priority: u32,
    /// With geographic routing, the codes of the countries and regions that it is responsible for, like `GEO-EU`, `DE`.
    pub geo_mappings: &'static [&'static str],
    /// Whether an answer can name it.
    pub enabled: bool,
}

impl TrafficEndpoint {
    const fn new(target: Target) -> Self {
        TrafficEndpoint { target, weight: 1, priority: 0, geo_mappings: &[], enabled: true }
    }

    /// A function app: the output `app` of a component, or a slot. It is on Elastic Premium, has a public address, is
    /// behind no Front Door, and is the only one of its region.
    pub const fn app(app: Deferred<FunctionApp>) -> Self {
        TrafficEndpoint::new(Target::App(app))
    }

    /// A host name, anywhere.
    pub const fn external(name: &'static str, host_name: &'static str) -> Self {
        TrafficEndpoint::new(Target::External { name, host_name, location: None })
    }

    /// What is external is near this Azure region, like `westeurope`. An app knows where it is.
    pub const fn near(self, region: &'static str) -> Self {
        match self.target {
            Target::App(_) => self,
            Target::External { name, host_name, .. } => {
                TrafficEndpoint { target: Target::External { name, host_name, location: Some(region) }, ..self }
            }
        }
    }

    /// With this share of the answers: 1 to 1,000.
    pub const fn weight(self, weight: u32) -> Self {
        TrafficEndpoint { weight, ..self }
    }

    /// With this rank: 1 to 1,000.
    pub const fn priority(self, priority: u32) -> Self {
        TrafficEndpoint { priority, ..self }
    }

    /// Responsible for these countries and regions.
    pub const fn geo(self, geo_mappings: &'static [&'static str]) -> Self {
        TrafficEndpoint { geo_mappings, ..self }
    }

    /// There, and switched off.
    pub const fn standby(self) -> Self {
        TrafficEndpoint { enabled: false, ..self }
    }
}
