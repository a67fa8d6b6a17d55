//! A static site: a route to its files, and the rules that make them a site.

use super::id::endpoint_name;
use super::origins::Leads;
use super::{Domain, FrontDoorId};
use crate::backend::Scope;
use crate::providers::static_site::StaticSite;
use crate::providers::types::{CdnFrontdoorOrigin, CdnFrontdoorOriginGroup, CdnFrontdoorRule, CdnFrontdoorRuleSet};
use crate::terraform::declare::{Handle, Resource};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Error, Item, Result, resource};

/// A static site behind an endpoint.
#[derive(Clone, Copy, Debug, Item)]
pub struct Site {
    /// The component.
    pub component: &'static str,
    /// The endpoint.
    pub endpoint: &'static str,
    /// What a folder answers with, like `index.html`.
    pub index_document: &'static str,
    /// Whether a path without a file extension gets the index document, with status 200.
    pub spa: bool,
    /// Whether texts are compressed on their way.
    pub compression: bool,
    /// How many seconds Front Door and browsers keep a file; 0: as long as the storage says.
    pub cache_max_age: u32,
    /// The origins whose pages may read the files.
    pub cors: &'static [&'static str],
    /// The user's own name for it.
    pub domain: Option<Domain>,
}

/// What the route of a site answers: whatever no other route of its endpoint does.
pub(super) const PATTERN: &str = "/*";

/// What is compressed: all that Front Door compresses. Another type in this list is refused.
pub(super) const COMPRESSED: [&str; 40] = [
    "application/eot",
    "application/font",
    "application/font-sfnt",
    "application/javascript",
    "application/json",
    "application/opentype",
    "application/otf",
    "application/pkcs7-mime",
    "application/truetype",
    "application/ttf",
    "application/vnd.ms-fontobject",
    "application/x-font-opentype",
    "application/x-font-truetype",
    "application/x-font-ttf",
    "application/x-httpd-cgi",
    "application/x-javascript",
    "application/x-mpegurl",
    "application/x-opentype",
    "application/x-otf",
    "application/x-perl",
    "application/x-ttf",
    "application/xhtml+xml",
    "application/xml",
    "application/xml+rss",
    "font/eot",
    "font/opentype",
    "font/otf",
    "font/ttf",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
    "text/js",
    "text/plain",
    "text/richtext",
    "text/tab-separated-values",
    "text/x-component",
    "text/x-script",
    "text/xml",
];

/// The files of a site.
///
/// # Errors
/// The component has no files.
pub(super) fn leads(profile: &FrontDoorId, site: &Site, owner: usize, scope: &Scope<'_>) -> Result<Leads> {
    let component = scope.component(owner);
    let Some(files) = scope.handle::<StaticSite>(owner) else {
        return Err(Error::new(format!("component `{component}` has a route to files, and no files")));
    };
    let id = scope.id(&format!("origins_{component}"));
    // one origin: a probe would ask who else could answer
    let group = resource!(scope, CdnFrontdoorOriginGroup = azurerm_cdn_frontdoor_origin_group (id) {
        name: format!("{}-site", endpoint_name(site.endpoint)),
        cdn_frontdoor_profile_id: profile.id(),
        session_affinity_enabled: false,
        load_balancing { sample_size: 4, successful_samples_required: 3 },
    });
    let id = scope.id(&format!("origin_{component}"));
    let origin = resource!(scope, CdnFrontdoorOrigin = azurerm_cdn_frontdoor_origin (id) {
        name: "storage",
        cdn_frontdoor_origin_group_id: group.id(),
        host_name: files.host_name(),
        origin_host_header: files.host_name(),
        certificate_name_check_enabled: true,
        enabled: true,
    });
    scope.stack().note(upload(profile, site, files.physical_name()));
    let rule_set = rule_set(profile, site, component, origin.handle(), scope);
    Ok(Leads { group: group.id(), origins: vec![origin.id()], rule_set, compression: site.compression })
}

/// How the files get there, and how what is kept of the old ones goes away.
fn upload(profile: &FrontDoorId, site: &Site, account: &str) -> String {
    format!(
        "{account}: upload the site, as somebody with the role Storage Blob Data Contributor on it, then forget the old one:\n  \
         az storage blob upload-batch --auth-mode login --account-name {account} --destination '$web' --source <folder> --overwrite\n  \
         az afd endpoint purge --resource-group <group of the profile> --profile-name {} --endpoint-name {} --content-paths '/*'",
        profile.profile().name,
        endpoint_name(site.endpoint)
    )
}

/// The rules of the site, if it needs any.
fn rule_set(
    profile: &FrontDoorId,
    site: &Site,
    component: &str,
    origin: &Handle,
    scope: &Scope<'_>,
) -> Option<Ref<Text>> {
    if !site.spa && site.cache_max_age == 0 && site.cors.is_empty() {
        return None;
    }
    let id = scope.id(&format!("rules_{component}"));
    let set = resource!(scope, CdnFrontdoorRuleSet = azurerm_cdn_frontdoor_rule_set (id) {
        // letters and digits only
        name: format!("site{}", component.replace(['_', '-'], "")),
        cdn_frontdoor_profile_id: profile.id(),
    });
    let rules = Rules { scope, set: &set, component, origin };
    let mut order = 0;
    let mut next = || {
        order += 1;
        order
    };
    if site.cache_max_age > 0 {
        rules.cache(next(), site.cache_max_age, site.compression);
    }
    for cors in site.cors {
        rules.cors(next(), cors);
    }
    if site.spa {
        rules.single_page(next(), site.index_document);
    }
    Some(set.id())
}

struct Rules<'a> {
    scope: &'a Scope<'a>,
    set: &'a CdnFrontdoorRuleSet,
    component: &'a str,
    origin: &'a Handle,
}

impl Rules<'_> {
    fn id(&self, rule: &str) -> String {
        self.scope.id(&format!("rule_{}_{rule}", self.component))
    }

    /// Front Door keeps every file for so long, and so do browsers.
    fn cache(&self, order: u32, seconds: u32, compression: bool) {
        resource!(self.scope, CdnFrontdoorRule = azurerm_cdn_frontdoor_rule (self.id("cache")) {
            name: "cache",
            cdn_frontdoor_rule_set_id: self.set.id(),
            order: order,
            behaviour_on_match: "Continue",
            actions {
                route_configuration_override {
                    caching {
                        behaviour: "OverrideAlways",
                        duration: duration(seconds),
                        compression_enabled: compression,
                        query_string_behaviour: "IgnoreQueryString",
                    },
                },
                modify_response_header {
                    operator: "Overwrite",
                    header_name: "Cache-Control",
                    header_value: format!("public, max-age={seconds}"),
                },
            },
            // Azure refuses a rule of a profile that has no origin yet
            depends_on: [self.origin.clone()],
        });
    }

    /// Pages of this origin may read the files; `*`: all pages.
    fn cors(&self, order: u32, origin: &str) {
        let anybody = origin == "*";
        let name = if anybody { "cors".to_owned() } else { format!("cors{order}") };
        let id = self.id(&name);
        resource!(self.scope, CdnFrontdoorRule = azurerm_cdn_frontdoor_rule (id) {
            name: name,
            cdn_frontdoor_rule_set_id: self.set.id(),
            order: order,
            behaviour_on_match: "Continue",
            conditions: if !anybody {
                request_header { name: "Origin", operator: "Equal", values: [origin], transforms: ["Lowercase"] },
            },
            actions {
                modify_response_header {
                    operator: "Overwrite",
                    header_name: "Access-Control-Allow-Origin",
                    header_value: origin,
                },
                // who keeps the answer must not give it to pages of another origin
                modify_response_header: if !anybody {
                    operator: "Append",
                    header_name: "Vary",
                    header_value: "Origin",
                },
            },
            depends_on: [self.origin.clone()],
        });
    }

    /// A path without an extension is one of the page's own: it gets the index document, with status 200.
    fn single_page(&self, order: u32, index: &str) {
        resource!(self.scope, CdnFrontdoorRule = azurerm_cdn_frontdoor_rule (self.id("spa")) {
            name: "spa",
            cdn_frontdoor_rule_set_id: self.set.id(),
            order: order,
            behaviour_on_match: "Continue",
            conditions {
                // the length of the extension
                request_file_extension { operator: "LessThan", values: ["1"] },
            },
            actions {
                url_rewrite {
                    source_pattern: "/",
                    destination_path: format!("/{index}"),
                    preserve_unmatched_path_enabled: false,
                },
            },
            depends_on: [self.origin.clone()],
        });
    }
}

/// `01:00:00`, `2.00:00:00`.
fn duration(seconds: u32) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let time = format!("{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
    if days == 0 { time } else { format!("{days}.{time}") }
}
