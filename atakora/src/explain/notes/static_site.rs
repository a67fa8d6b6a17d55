//! Static sites.

use crate::explain::note::{Note, note};

pub(in crate::explain) const STATIC_SITE: &[Note] = &[
    note("ATK-SITE-001", "A static site is the one container `$web` of its account.").components(
        "website: StaticSiteWithCdn,
docs: StaticSiteWithCdn { endpoint: Some(\"docs\") },",
        "website: StaticSiteWithCdn,
docs: StaticSiteWithCdn { account: Some(\"docs\"), endpoint: Some(\"docs\") },",
    ),
    note("ATK-SITE-002", "The code stands in the name of the account, which has 24 characters in all.").components(
        "website: StaticSiteWithCdn { account: Some(\"website\") },",
        "website: StaticSiteWithCdn { account: Some(\"web\") },",
    ),
];
