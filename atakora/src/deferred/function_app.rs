//! A function app, as whatever routes to it or works with it gets to hold it.

use std::fmt;
use std::rc::Rc;

use super::{Endpoint, Given, Resolved};
use crate::azure::Region;
use crate::providers::functions::Plan;
use crate::providers::functions::package::Package;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// A function app: the output `app` of a component, in its own backend, in another one, or in another stack.
///
/// It knows more than Terraform's references: what plan it is on, where it is, who may call it. A router asks it for
/// these.
#[derive(Clone)]
pub struct FunctionApp(Rc<AppFacts>);

/// What is known of a function app.
pub(crate) struct AppFacts {
    pub(crate) name: Ref<Text>,
    pub(crate) id: Ref<Text>,
    pub(crate) host_name: Ref<Text>,
    pub(crate) verification_id: Ref<Text>,
    pub(crate) resource_group_name: Ref<Text>,
    pub(crate) physical_name: String,
    pub(crate) plan: Plan,
    pub(crate) region: Region,
    pub(crate) isolated: bool,
    pub(crate) behind_front_door: bool,
    pub(crate) keys: bool,
    pub(crate) entra: bool,
    pub(crate) package: Package,
}

impl FunctionApp {
    pub(crate) fn new(facts: Rc<AppFacts>) -> Self {
        FunctionApp(facts)
    }

    /// Its name.
    pub fn name(&self) -> Ref<Text> {
        self.0.name.clone()
    }

    /// Its ARM id.
    pub fn id(&self) -> Ref<Text> {
        self.0.id.clone()
    }

    /// Its host name, like `func-shop-cust-prod-weu.azurewebsites.net`.
    pub fn host_name(&self) -> Ref<Text> {
        self.0.host_name.clone()
    }

    /// What a domain of the user's own must hold in its `asuid` TXT record before the app answers to it.
    pub fn custom_domain_verification_id(&self) -> Ref<Text> {
        self.0.verification_id.clone()
    }

    /// The resource group that it is in.
    pub fn resource_group_name(&self) -> Ref<Text> {
        self.0.resource_group_name.clone()
    }

    /// Where its HTTP functions answer, like `https://func-shop-cust-prod-weu.azurewebsites.net/api`.
    pub fn endpoint(&self) -> Endpoint {
        Endpoint::on(&self.0.host_name, "/api")
    }

    /// What it is called in Azure.
    pub fn physical_name(&self) -> &str {
        &self.0.physical_name
    }

    /// The plan that it is on.
    pub fn plan(&self) -> Plan {
        self.0.plan
    }

    /// Where it is.
    pub fn region(&self) -> Region {
        self.0.region
    }

    /// Whether it can be reached through private endpoints only.
    pub fn isolated(&self) -> bool {
        self.0.isolated
    }

    /// Whether it answers nobody but a Front Door.
    pub fn behind_front_door(&self) -> bool {
        self.0.behind_front_door
    }

    /// Whether one of its HTTP functions wants a key. Keys differ from app to app, so a caller behind a router that has
    /// several cannot have the right one.
    pub fn keys(&self) -> bool {
        self.0.keys
    }

    /// Whether it takes only requests with a token of Microsoft Entra.
    pub fn entra(&self) -> bool {
        self.0.entra
    }

    /// Where probes ask whether it is healthy: `/api/health`, with GET, without a key. From now on the app's package has
    /// the function that answers there, if none of its own does.
    pub fn health_path(&self) -> &'static str {
        self.0.package.answer_health()
    }

    /// Whether both are the same app.
    pub fn is(&self, other: &FunctionApp) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for FunctionApp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FunctionApp").field(&self.0.physical_name).finish()
    }
}

/// Terraform sees the host name.
#[diagnostic::do_not_recommend]
impl Given for FunctionApp {
    fn into_value(self) -> Value {
        Given::into_value(self.host_name())
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.clone().into_value(), self)
    }
}
