//! What would not work with static sites.

use super::StaticSiteMerged;
use crate::azure::naming::{LONGEST_CODE, is_code};
use crate::check::{Finding, Kind, Level, Rule};
use crate::provider::Context;
use crate::settings::NoSettings;

/// An account has one `$web` container.
pub static ACCOUNT_SHARED: Rule = Rule {
    id: "ATK-SITE-001",
    title: "StaticSiteError",
    message: "two static sites have the storage account `{}`, and an account holds one",
    solution: "give one of them another account: `account: Some(\"docs\")`",
    source: "Azure documentation, Static website hosting in Azure Storage: the container $web, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// A code of an account stands in names.
pub static ACCOUNT_CODE: Rule = Rule {
    id: "ATK-SITE-002",
    title: "StaticSiteError",
    message: "`{}` cannot be the code of a storage account",
    solution: "use one to four lower-case letters or digits",
    source: "codes of groups in physical names",
    kind: Kind::Promise,
    level: Level::Error,
};

/// Every rule of this provider.
pub static RULES: &[&Rule] = &[&ACCOUNT_SHARED, &ACCOUNT_CODE];

pub(super) const fn one_site(
    merged: &StaticSiteMerged<'_>,
    _settings: &NoSettings,
    _context: &Context,
) -> Option<Finding> {
    if merged.files.len() < 2 {
        return None;
    }
    Some(Finding::of(&ACCOUNT_SHARED).text(0, code(merged)).blame(merged.files.owner(1)))
}

/// Can this be the code of an account?
pub const fn check_account(account: Option<&'static str>) -> Option<Finding> {
    let Some(code) = account else { return None };
    if is_code(code, LONGEST_CODE) { None } else { Some(Finding::of(&ACCOUNT_CODE).text(0, code)) }
}

/// `data` is the account of the backend's data, an app's host storage has the code of the app.
pub(super) const fn code(merged: &StaticSiteMerged<'_>) -> &'static str {
    match merged.account {
        Some(code) => code,
        None => "site",
    }
}
