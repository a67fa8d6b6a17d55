//! Accounts that are there already: which one, and what is known of it.

use std::fmt;
use std::rc::Rc;

use super::rules::existing::{EXISTING_PRIVATE, compare, missing, no_account, same_account};
use super::{CapacityMode, Container, CosmosMerged, Recovery};
use crate::azure::Region;
use crate::check::Finding;
use crate::deferred::{Deferred, Endpoint, Given, Resolved};
use crate::providers::networking::NetworkingHandle;
use crate::terraform::reference::Ref;
use crate::terraform::template::Template;
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// The account that a backend finds, instead of making one.
///
/// ```text
/// cosmos: { existing: Existing::of(Data::PLAN.cosmos, given(account: CosmosAccount)) }
/// ```
///
/// Its components then get access to their containers, and nothing else is made: the containers must be there, with the
/// partition keys that the entities have.
#[derive(Clone, Copy, Debug)]
pub enum Existing {
    /// None: the backend makes its account.
    No,
    /// One that another backend makes, in this stack or another one.
    Given {
        /// What that backend asks for, where the compiler can see it.
        plan: Option<&'static [CosmosMerged<'static>]>,
        /// The account: the output `account` of a component there.
        account: Deferred<CosmosAccount>,
    },
    /// One that no backend of this program makes. Nothing of its containers is known before it is used.
    Named {
        /// Its name.
        name: &'static str,
        /// The resource group that it is in.
        resource_group_name: &'static str,
        /// The database of components that name none; empty: the backend's name.
        database: &'static str,
    },
}

impl Existing {
    /// The account of a backend of this program. Containers and partition keys are compared with those of its plan when
    /// this one is compiled, and again, with those of the account that is given, when it is added to a stack.
    pub const fn of(plan: &'static [CosmosMerged<'static>], account: Deferred<CosmosAccount>) -> Self {
        Existing::Given { plan: Some(plan), account }
    }

    /// An account that is given when the program runs. Containers and partition keys are compared then.
    pub const fn account(account: Deferred<CosmosAccount>) -> Self {
        Existing::Given { plan: None, account }
    }

    /// An account of which only the name is known. Terraform reads its id and address; who runs it must be allowed to.
    pub const fn named(name: &'static str, resource_group_name: &'static str) -> Self {
        Existing::Named { name, resource_group_name, database: "" }
    }

    /// The same, with the database of components that name none.
    pub const fn database(self, database: &'static str) -> Self {
        match self {
            Existing::Named { name, resource_group_name, .. } => {
                Existing::Named { name, resource_group_name, database }
            }
            other => other,
        }
    }
}

/// A Cosmos DB account: the output `account` of the components whose containers are in it. Other backends work on it by
/// [`Existing`].
#[derive(Clone)]
pub struct CosmosAccount(Rc<AccountFacts>);

/// What is known of an account.
pub(super) struct AccountFacts {
    pub(super) name: Ref<Text>,
    pub(super) resource_group_name: Ref<Text>,
    pub(super) id: Ref<Text>,
    pub(super) endpoint: Ref<Text>,
    /// The database of components that name none.
    pub(super) database: String,
    pub(super) contents: Contents,
}

/// What is in an account.
pub(super) enum Contents {
    /// Somebody else knows.
    Unknown,
    /// What a backend of this program has made.
    Made {
        /// Whether it is reached through private endpoints only.
        private: bool,
        capacity: CapacityMode,
        account: Option<&'static str>,
        /// In failover order.
        regions: Vec<Region>,
        recovery: Recovery,
        containers: Vec<Made>,
    },
}

/// A container that a backend of this program has made.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) container: Container,
    pub(super) names: Names,
}

/// What a container and its database are called: references where this program makes them.
#[derive(Clone)]
pub(super) struct Names {
    pub(super) database: Template,
    pub(super) container: Template,
}

impl CosmosAccount {
    pub(super) fn new(facts: AccountFacts) -> Self {
        CosmosAccount(Rc::new(facts))
    }

    /// Its name.
    pub fn name(&self) -> Ref<Text> {
        self.0.name.clone()
    }

    /// The resource group that it is in.
    pub fn resource_group_name(&self) -> Ref<Text> {
        self.0.resource_group_name.clone()
    }

    /// Its ARM id.
    pub fn id(&self) -> Ref<Text> {
        self.0.id.clone()
    }

    /// Its address.
    pub fn endpoint(&self) -> Endpoint {
        Endpoint::from_reference(&self.0.endpoint)
    }

    /// Where its data is, in failover order; empty for one that this program does not make.
    pub fn regions(&self) -> &[Region] {
        match &self.0.contents {
            Contents::Made { regions, .. } => regions,
            Contents::Unknown => &[],
        }
    }

    /// What an outage of the region that writes costs; none for an account that this program does not make.
    pub fn recovery(&self) -> Option<Recovery> {
        match self.0.contents {
            Contents::Made { recovery, .. } => Some(recovery),
            Contents::Unknown => None,
        }
    }

    pub(super) fn endpoint_reference(&self) -> &Ref<Text> {
        &self.0.endpoint
    }

    /// Which regions an app in `region` asks first: its own, then the others in failover order.
    pub(super) fn preferred_regions(&self, region: Region) -> String {
        let others = self.regions().iter().filter(|other| **other != region);
        let names: Vec<&str> = std::iter::once(&region).chain(others).map(|region| region.name()).collect();
        names.join(",")
    }

    /// Is it the account that such components ask for, and can they reach it?
    pub(super) fn refuses(
        &self,
        capacity: CapacityMode,
        account: Option<&'static str>,
        network: &NetworkingHandle,
    ) -> Option<Finding> {
        match self.0.contents {
            Contents::Made { private: true, .. } if !network.is_private() => Some(Finding::of(&EXISTING_PRIVATE)),
            Contents::Made { capacity: made, account: code, .. }
                if !same_account((made, code), (capacity, account)) =>
            {
                Some(no_account(capacity, account))
            }
            _ => None,
        }
    }

    /// What a container that a component asks for is called.
    ///
    /// # Errors
    /// It is not there, or not as it is asked for.
    pub(super) fn names_of(&self, wanted: &Container) -> Result<Names, Box<Finding>> {
        let database = |name: &str| if name.is_empty() { self.0.database.clone() } else { name.to_owned() };
        let Contents::Made { containers, .. } = &self.0.contents else {
            let (database, container) = (database(wanted.database), wanted.name);
            return Ok(Names { database: Template::new().text(database), container: Template::new().text(container) });
        };
        let made = containers.iter().find(|made| {
            made.container.name == wanted.name && database(made.container.database) == database(wanted.database)
        });
        let made = made.ok_or_else(|| Box::new(missing(wanted)))?;
        match compare(wanted, &made.container) {
            None => Ok(made.names.clone()),
            Some(finding) => Err(Box::new(finding)),
        }
    }
}

impl fmt::Debug for CosmosAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CosmosAccount").field(&self.0.name).finish()
    }
}

/// Terraform sees the name.
#[diagnostic::do_not_recommend]
impl Given for CosmosAccount {
    fn into_value(self) -> Value {
        Given::into_value(self.name())
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.clone().into_value(), self)
    }
}
