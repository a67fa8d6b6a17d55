//! The files of static sites: a storage account for each, with static website hosting.

mod emit;
mod rules;

pub use emit::StaticSiteHandle;
pub use rules::{ACCOUNT_CODE, ACCOUNT_SHARED, RULES, check_account};

use crate::azure::resource_name::STORAGE_ACCOUNT;
use crate::merge::List;
use crate::{Item, provider};

/// The files of a site.
#[derive(Clone, Copy, Debug, Item)]
pub struct Files {
    /// What a folder answers with.
    pub index_document: &'static str,
    /// What a path answers with, with status 404, where no file is. None: an error of the storage.
    pub error_document: Option<&'static str>,
}

/// What a component asks of static website hosting.
#[provider(id = "static_site", label = "Static sites", code = rules::code, names(STORAGE_ACCOUNT))]
#[rule(check = rules::one_site, blame = files)]
#[limit(
    name = max_storage_accounts,
    count = groups,
    label = "storage accounts",
    solution = "each static site has one, and each function app: let components share apps, split them across backends, or raise max_storage_accounts"
)]
pub struct StaticSite {
    /// The code of the account in names.
    #[group]
    pub account: Option<&'static str>,
    /// The files; an account has those of one site.
    #[merge(collect)]
    pub files: List<Files>,
}
