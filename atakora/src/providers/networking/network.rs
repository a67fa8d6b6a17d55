//! A network that is there already.

use std::collections::BTreeMap;

use crate::deferred::{Given, Resolved};
use crate::terraform::declare::Handle;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// A network that a backend is given: `networking: { network: Some(given(network: Network)) }`.
///
/// Its subnets and their security groups are the giver's. Atakora adds private endpoints, DNS zones, and their links.
#[derive(Clone, Debug)]
pub struct Network {
    id: Ref<Text>,
    private_endpoints: Ref<Text>,
    flex: Option<Ref<Text>>,
    plan: Option<Ref<Text>>,
    zones: BTreeMap<String, Ref<Text>>,
}

impl Network {
    /// The network of this ARM id, and the ARM id of its subnet for private endpoints: not delegated, `/27` or larger.
    pub fn new(id: Ref<Text>, private_endpoint_subnet: Ref<Text>) -> Self {
        Network { id, private_endpoints: private_endpoint_subnet, flex: None, plan: None, zones: BTreeMap::new() }
    }

    /// With the subnet from which apps on Flex Consumption reach out: delegated to `Microsoft.App/environments`, `/27`
    /// or larger, without `_` in its name, without service endpoints, used by nothing else.
    pub fn flex_subnet(mut self, id: Ref<Text>) -> Self {
        self.flex = Some(id);
        self
    }

    /// With the subnet from which the apps of any other plan reach out: delegated to `Microsoft.Web/serverFarms`, `/28`
    /// or larger, used by nothing else.
    pub fn plan_subnet(mut self, id: Ref<Text>) -> Self {
        self.plan = Some(id);
        self
    }

    /// With a private DNS zone that is linked to the network already, by its name and its ARM id: a network can be linked
    /// to one zone of a name only.
    pub fn zone(mut self, name: impl Into<String>, id: Ref<Text>) -> Self {
        self.zones.insert(name.into(), id);
        self
    }

    pub(super) fn into_parts(self) -> Parts {
        let Network { id, private_endpoints, flex, plan, zones } = self;
        Parts { id, private_endpoints, flex, plan, zones, ready: Vec::new() }
    }
}

/// What is known of a network, given or made.
pub(super) struct Parts {
    pub(super) id: Ref<Text>,
    pub(super) private_endpoints: Ref<Text>,
    pub(super) flex: Option<Ref<Text>>,
    pub(super) plan: Option<Ref<Text>>,
    pub(super) zones: BTreeMap<String, Ref<Text>>,
    /// What makes it complete: the security groups of its subnets, if they are not somebody else's.
    pub(super) ready: Vec<Handle>,
}

/// Terraform sees its ARM id.
#[diagnostic::do_not_recommend]
impl Given for Network {
    fn into_value(self) -> Value {
        Given::into_value(self.id)
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.clone().into_value(), self)
    }
}
