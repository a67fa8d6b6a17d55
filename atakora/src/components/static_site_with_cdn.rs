//! `StaticSiteWithCdn`: files that the whole world reads, from the place of Azure that is nearest.

use super::or;
use crate::check::Finding;
use crate::deferred::Endpoint;
use crate::merge::List;
use crate::providers::front_door::{self, CdnFrontDoor, Domain, FrontDoorId, Site};
use crate::providers::networking::Networking;
use crate::providers::static_site::{self, Files, StaticSite};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`StaticSiteWithCdn`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct StaticSiteWithCdnSettings {
    /// What a folder answers with. Default: `index.html`.
    #[setting(default = "index.html", check = checks::index_document)]
    pub index_document: &'static str,
    /// What a path without a file answers with, with status 404. Default: an error of the storage.
    #[setting(default = None)]
    pub error_document: Option<&'static str>,
    /// Whether a path without a file extension gets the index document, with status 200: the page has paths of its own.
    /// Default: no.
    #[setting(default = false)]
    pub enable_spa_mode: bool,
    /// A name of the user's own, with a certificate that Azure makes and renews. Default: none.
    #[setting(default = None, check = checks::custom_domain)]
    pub custom_domain: Option<&'static str>,
    /// The DNS zone of the custom domain, which is there already. Default: what follows the first dot of the domain.
    #[setting(default = None)]
    pub dns_zone_name: Option<&'static str>,
    /// The resource group of the zone. Default: the subscription has one zone of this name.
    #[setting(default = None)]
    pub dns_zone_resource_group: Option<&'static str>,
    /// Whether the zone is made with the site. Default: no.
    #[setting(default = false)]
    pub create_zone: bool,
    /// Whether texts are compressed on their way. Default: yes.
    #[setting(default = true)]
    pub enable_compression: bool,
    /// How many seconds Front Door and browsers keep a file: at most 365 days. 0: as long as the storage says, which says
    /// nothing, so that Front Door keeps it for one to three days. Default: 0.
    #[setting(default = 0, check = checks::cache_max_age)]
    pub cache_max_age: u32,
    /// The origins whose pages may read the files, like `https://www.example.com`; `*` alone: all. Default: none but the
    /// site's own.
    #[setting(default = &[], check = checks::cors)]
    pub cors: &'static [&'static str],
    /// The endpoint of Front Door; components that name one share it. It begins the host name. Default: the component's
    /// name, with hyphens.
    #[setting(default = None, check = checks::endpoint)]
    pub endpoint: Option<&'static str>,
    /// A code of at most four letters or digits for the storage account, where a backend has several sites. Default:
    /// `site`.
    #[setting(default = None, check = checks::account)]
    pub account: Option<&'static str>,
}

/// A static site: a storage account of its own behind the backend's Azure Front Door.
///
/// The files are uploaded by a command that stands in the summary; whoever runs it has the role Storage Blob Data
/// Contributor on the account, there are no keys. The storage answers to everybody, so a site is no part of an isolated
/// backend.
///
/// A custom domain comes with the TXT record that proves whose it is, a certificate, and a CNAME record.
#[component(settings = StaticSiteWithCdnSettings)]
#[requires(Networking { public_site: true, ..Networking::EMPTY })]
#[requires(StaticSite {
    account: settings.account,
    files: List::One(Files { index_document: settings.index_document, error_document: settings.error_document }),
})]
#[requires(CdnFrontDoor { sites: List::One(site(settings, component)), ..CdnFrontDoor::EMPTY })]
#[output(
    /// Where the site is: at its custom domain, else like `https://website-<hash>.z01.azurefd.net`.
    endpoint: Endpoint = parts.of::<CdnFrontDoor>()?.endpoint_of(parts.component())?
)]
#[output(
    /// The host name that Azure gave it, like `website-<hash>.z01.azurefd.net`.
    host_name: Ref<Text> = parts.of::<CdnFrontDoor>()?.host_name_of(parts.component())?
)]
#[output(
    /// The name of the storage account.
    account: Ref<Text> = parts.of::<StaticSite>()?.account()
)]
#[output(
    /// The profile, which apps admit and to which other stacks add routes.
    profile: FrontDoorId = parts.of::<CdnFrontDoor>()?.profile()
)]
pub struct StaticSiteWithCdn;

const fn site(settings: &StaticSiteWithCdnSettings, component: &'static str) -> Site {
    Site {
        component,
        endpoint: or(settings.endpoint, component),
        index_document: settings.index_document,
        spa: settings.enable_spa_mode,
        compression: settings.enable_compression,
        cache_max_age: settings.cache_max_age,
        cors: settings.cors,
        domain: domain(settings),
    }
}

const fn domain(settings: &StaticSiteWithCdnSettings) -> Option<Domain> {
    let Some(host_name) = settings.custom_domain else { return None };
    let zone = match settings.dns_zone_name {
        Some(zone) => zone,
        None => front_door::parent(host_name),
    };
    Some(Domain {
        host_name,
        zone,
        zone_resource_group: settings.dns_zone_resource_group,
        create_zone: settings.create_zone,
    })
}

mod checks {
    use super::{Finding, StaticSiteWithCdnSettings, domain, front_door, static_site};

    pub(super) const fn index_document(settings: &StaticSiteWithCdnSettings) -> Option<Finding> {
        front_door::check_index_document(settings.index_document)
    }

    pub(super) const fn cache_max_age(settings: &StaticSiteWithCdnSettings) -> Option<Finding> {
        front_door::check_cache_max_age(settings.cache_max_age)
    }

    pub(super) const fn cors(settings: &StaticSiteWithCdnSettings) -> Option<Finding> {
        front_door::check_cors(settings.cors)
    }

    pub(super) const fn endpoint(settings: &StaticSiteWithCdnSettings) -> Option<Finding> {
        match settings.endpoint {
            Some(name) => front_door::check_endpoint_name(name),
            None => None,
        }
    }

    pub(super) const fn custom_domain(settings: &StaticSiteWithCdnSettings) -> Option<Finding> {
        match domain(settings) {
            Some(domain) => front_door::check_domain(&domain),
            None => None,
        }
    }

    pub(super) const fn account(settings: &StaticSiteWithCdnSettings) -> Option<Finding> {
        static_site::check_account(settings.account)
    }
}
