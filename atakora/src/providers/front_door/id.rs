//! A Front Door profile, as the stacks before and behind its apps get to hold it.

use std::fmt;
use std::rc::Rc;

use super::FrontDoorSku;
use crate::deferred::{Endpoint, Given, Resolved};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// A Front Door profile: the output `profile` of a component. Apps admit only it, routes are added to it.
#[derive(Clone)]
pub struct FrontDoorId(Rc<Profile>);

/// What is known of a profile.
pub(super) struct Profile {
    pub(super) id: Ref<Text>,
    pub(super) resource_guid: Ref<Text>,
    pub(super) name: String,
    pub(super) sku: FrontDoorSku,
    pub(super) firewall_policy: Option<Ref<Text>>,
    pub(super) endpoints: Vec<FrontDoorEndpoint>,
}

/// An endpoint of a profile.
#[derive(Clone)]
pub(super) struct FrontDoorEndpoint {
    pub(super) name: String,
    pub(super) id: Ref<Text>,
    pub(super) host_name: Ref<Text>,
}

/// What an endpoint is called in Azure: `user_api` is `user-api` there.
pub(super) fn endpoint_name(name: &str) -> String {
    name.replace('_', "-")
}

impl FrontDoorId {
    pub(super) fn new(profile: Profile) -> Self {
        FrontDoorId(Rc::new(profile))
    }

    /// The profile's ARM id.
    pub fn id(&self) -> Ref<Text> {
        self.0.id.clone()
    }

    /// What requests that come through it have in the header `X-Azure-FDID`.
    pub fn resource_guid(&self) -> Ref<Text> {
        self.0.resource_guid.clone()
    }

    /// What it can do.
    pub fn sku(&self) -> FrontDoorSku {
        self.0.sku
    }

    /// The address of one of its endpoints: `https://<name>-<hash>.z01.azurefd.net`.
    pub fn endpoint(&self, name: &str) -> Option<Endpoint> {
        self.endpoint_of(name).map(|endpoint| Endpoint::on(&endpoint.host_name, ""))
    }

    pub(super) fn profile(&self) -> &Profile {
        &self.0
    }

    pub(super) fn endpoint_of(&self, name: &str) -> Option<&FrontDoorEndpoint> {
        let name = endpoint_name(name);
        self.0.endpoints.iter().find(|endpoint| endpoint.name == name)
    }
}

impl fmt::Debug for FrontDoorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FrontDoorId").field(&self.0.name).finish()
    }
}

/// Terraform sees the ARM id.
#[diagnostic::do_not_recommend]
impl Given for FrontDoorId {
    fn into_value(self) -> Value {
        Given::into_value(self.id())
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.clone().into_value(), self)
    }
}
