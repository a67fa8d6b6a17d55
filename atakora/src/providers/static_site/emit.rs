//! The account and what makes it a web server.

use super::{StaticSite, StaticSiteMerged};
use crate::azure::resource_name::STORAGE_ACCOUNT;
use crate::backend::Scope;
use crate::provider::{Emit, Provided};
use crate::providers::storage::{Redundancy, public_account};
use crate::providers::types::{StorageAccount, StorageAccountStaticWebsite};
use crate::settings::NoSettings;
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Result, resource};

/// How many days a file that an upload has replaced or removed can be brought back.
const DELETE_RETENTION_DAYS: u32 = 7;

/// The account of a static site.
#[derive(Clone)]
pub struct StaticSiteHandle {
    account: StorageAccount,
    physical_name: String,
}

impl StaticSiteHandle {
    /// The account's name.
    pub fn account(&self) -> Ref<Text> {
        self.account.name()
    }

    /// Where the files are served, like `stshopsiteprodweu.z6.web.core.windows.net`: the hash in it is Azure's.
    pub fn host_name(&self) -> Ref<Text> {
        self.account.primary_web_host()
    }

    /// What the account is called in Azure.
    pub fn physical_name(&self) -> &str {
        &self.physical_name
    }
}

#[diagnostic::do_not_recommend]
impl Emit for StaticSite {
    type Handle = StaticSiteHandle;

    fn emit(merged: &StaticSiteMerged<'_>, _settings: &NoSettings, scope: &Scope<'_>) -> Result<StaticSiteHandle> {
        let account = public_account(scope, "account", Redundancy::Zone, DELETE_RETENTION_DAYS)?;
        for (_, files) in merged.files.iter() {
            resource!(scope, StorageAccountStaticWebsite = azurerm_storage_account_static_website (scope.id("website")) {
                storage_account_id: account.id(),
                index_document: files.index_document,
                error_404_document?: files.error_document,
            });
        }
        Ok(StaticSiteHandle { account, physical_name: scope.name(&STORAGE_ACCOUNT) })
    }
}

impl Provided for StaticSiteHandle {}
