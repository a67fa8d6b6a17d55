//! A Cosmos DB container, as functions that hear of its changes get to hold it.

use super::{Given, Resolved};
use crate::terraform::convert::IntoTf;
use crate::terraform::reference::Tf;
use crate::terraform::template::Template;
use crate::terraform::types::Text;
use crate::terraform::value::Value;

/// The change feed of a Cosmos DB container: the output `changes` of the component that has the container, or what a
/// stack gives for a slot.
#[derive(Clone, Debug)]
pub struct ChangeFeed {
    /// The ARM id of the account.
    pub account_id: Tf<Text>,
    /// The name of the account.
    pub account_name: Tf<Text>,
    /// The resource group of the account.
    pub resource_group_name: Tf<Text>,
    /// The address of the account, like `https://cosmos-shop-prod-weu.documents.azure.com:443/`.
    pub endpoint: Tf<Text>,
    /// The name of the database.
    pub database: Tf<Text>,
    /// The name of the container.
    pub container: Tf<Text>,
}

impl ChangeFeed {
    /// The scope of a role on the container; on another one of its database, if that is named. `None`: a name is not
    /// known yet.
    pub(crate) fn scope_of(&self, other: Option<&str>) -> Option<Tf<Text>> {
        let database = Template::new().value(self.account_id.value())?.text("/dbs/").value(self.database.value())?;
        let container = database.text("/colls/");
        let scope = match other {
            Some(name) => container.text(name.to_owned()),
            None => container.value(self.container.value())?,
        };
        Some(Tf::from_value(IntoTf::<Text>::into_tf(scope)))
    }

    /// The id of a built-in data role.
    pub(crate) fn role(&self, definition: &'static str) -> Option<Tf<Text>> {
        let id = Template::new().value(self.account_id.value())?.text("/sqlRoleDefinitions/").text(definition);
        Some(Tf::from_value(IntoTf::<Text>::into_tf(id)))
    }
}

/// Terraform sees the name of the container.
#[diagnostic::do_not_recommend]
impl Given for ChangeFeed {
    fn into_value(self) -> Value {
        self.container.into_value()
    }

    fn resolved(self) -> Resolved {
        Resolved::typed(self.clone().into_value(), self)
    }
}
