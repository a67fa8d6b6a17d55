//! What Azure Front Door refuses. Here the texts and the rules over all components; what one component writes is asked in
//! `routes`, `domains` and `sites`.

mod domains;
mod routes;
mod sites;
mod texts;

pub use domains::{check_domain, check_domains, parent};
pub use routes::check_routes;
pub(super) use routes::shift;
pub use sites::{check_cache_max_age, check_cors, check_index_document};
pub use texts::*;

use super::{CdnFrontDoorMerged, Domain, FrontDoorSettings, FrontDoorSku};
use crate::check::{Finding, Rule, same_text};
use crate::provider::Context;

/// Why [`PRIVATE_ORIGIN`] fires at an app on Flex Consumption.
pub(crate) const NO_LINK_TO_FLEX: &str = "no private link of Front Door leads to an app on Flex Consumption";

/// Every rule of this provider.
pub static RULES: &[&Rule] = &[
    &ROUTE_NAME,
    &ROUTE_TWICE,
    &PATTERN,
    &NO_ORIGIN,
    &WEIGHT,
    &PRIORITY,
    &SHIFT,
    &SHIFT_ORIGINS,
    &DOMAIN,
    &DOMAIN_OUTSIDE_ZONE,
    &DOMAIN_APEX,
    &ENDPOINT_NAME,
    &ENDPOINT_COUNT,
    &PATTERN_TWICE,
    &DOMAIN_TWICE,
    &WAF_THRESHOLD,
    &RESPONSE_TIMEOUT,
    &CACHE_AGE,
    &INDEX_DOCUMENT,
    &CORS_ORIGIN,
    &GIVEN_PROFILE,
    &UNKNOWN_ENDPOINT,
    &PRIVATE_ORIGIN,
    &SPLIT,
];

pub(super) const fn waf(settings: &FrontDoorSettings) -> Option<Finding> {
    match settings.waf {
        Some(waf) if waf.requests_per_minute == 0 => Some(Finding::of(&WAF_THRESHOLD)),
        _ => None,
    }
}

pub(super) const fn response_timeout(settings: &FrontDoorSettings) -> Option<Finding> {
    let seconds = settings.response_timeout_seconds;
    if seconds < 16 || seconds > 240 {
        return Some(Finding::of(&RESPONSE_TIMEOUT).number(0, seconds as i64));
    }
    None
}

/// Can this be the name of an endpoint?
pub const fn check_endpoint_name(name: &'static str) -> Option<Finding> {
    if is_name(name, 46) { None } else { Some(Finding::of(&ENDPOINT_NAME).text(0, name)) }
}

/// Can these be the names of the endpoints of a profile?
pub const fn check_endpoints(names: &[&'static str]) -> Option<Finding> {
    let mut i = 0;
    while i < names.len() {
        if let Some(finding) = check_endpoint_name(names[i]) {
            return Some(finding);
        }
        i += 1;
    }
    None
}

/// Two to `longest` lower-case letters, digits, hyphens and underscores, which are hyphens in Azure; a letter or digit at
/// both ends.
const fn is_name(name: &str, longest: usize) -> bool {
    let bytes = name.as_bytes();
    if bytes.len() < 2 || bytes.len() > longest {
        return false;
    }
    let mut i = 0;
    while i < bytes.len() {
        let edge = i == 0 || i + 1 == bytes.len();
        let letter = bytes[i].is_ascii_lowercase() || bytes[i].is_ascii_digit();
        if !letter && (edge || (bytes[i] != b'-' && bytes[i] != b'_')) {
            return false;
        }
        i += 1;
    }
    true
}

/// An endpoint, and who has it.
#[derive(Clone, Copy)]
struct Had {
    name: &'static str,
    /// Whether it is called like the component: such a name stands in no setting that could be asked.
    own: bool,
    owner: usize,
}

/// The `i`th endpoint over all components.
const fn endpoint(merged: &CdnFrontDoorMerged<'_>, i: usize) -> Option<Had> {
    let mut i = i;
    if i < merged.listeners.len() {
        let listener = merged.listeners.at(i);
        let own = same_text(listener.endpoint, listener.component);
        return Some(Had { name: listener.endpoint, own, owner: merged.listeners.owner(i) });
    }
    i -= merged.listeners.len();
    if i < merged.sites.len() {
        let site = merged.sites.at(i);
        let own = same_text(site.endpoint, site.component);
        return Some(Had { name: site.endpoint, own, owner: merged.sites.owner(i) });
    }
    i -= merged.sites.len();
    let mut j = 0;
    while j < merged.endpoints.len() {
        let names = merged.endpoints.at(j).names;
        if i < names.len() {
            return Some(Had { name: names[i], own: false, owner: merged.endpoints.owner(j) });
        }
        i -= names.len();
        j += 1;
    }
    None
}

/// Endpoints have names that can begin a host name, and a profile has only so many; one that two components name is one.
pub(super) const fn endpoints(
    merged: &CdnFrontDoorMerged<'_>,
    settings: &FrontDoorSettings,
    _context: &Context,
) -> Option<Finding> {
    let most = match settings.sku {
        FrontDoorSku::Standard => 10,
        FrontDoorSku::Premium => 25,
    };
    let (mut i, mut count) = (0, 0);
    while let Some(Had { name, own, owner }) = endpoint(merged, i) {
        if own && let Some(finding) = check_endpoint_name(name) {
            return Some(finding.blame(owner));
        }
        let (mut j, mut known) = (0, false);
        while j < i {
            if let Some(other) = endpoint(merged, j)
                && same_text(name, other.name)
            {
                known = true;
            }
            j += 1;
        }
        if !known {
            count += 1;
            if count > most {
                let finding = Finding::of(&ENDPOINT_COUNT).text(0, settings.sku.name()).number(1, most);
                return Some(finding.blame(owner));
            }
        }
        i += 1;
    }
    None
}

/// Endpoints without routes belong to the stack that has the profile.
pub(super) const fn given_profile(
    merged: &CdnFrontDoorMerged<'_>,
    settings: &FrontDoorSettings,
    _context: &Context,
) -> Option<Finding> {
    if settings.profile.is_some() && !merged.endpoints.is_empty() {
        return Some(Finding::of(&GIVEN_PROFILE).blame(merged.endpoints.owner(0)));
    }
    None
}

/// A pattern and where it stands.
#[derive(Clone, Copy)]
struct Place {
    endpoint: &'static str,
    pattern: &'static str,
    owner: usize,
}

/// The `i`th pattern over all components.
const fn pattern(merged: &CdnFrontDoorMerged<'_>, i: usize) -> Option<Place> {
    let (mut left, mut l) = (i, 0);
    while l < merged.listeners.len() {
        let listener = merged.listeners.at(l);
        let mut r = 0;
        while r < listener.routes.len() {
            let patterns = listener.routes[r].patterns;
            if left < patterns.len() {
                let (endpoint, pattern) = (listener.endpoint, patterns[left]);
                return Some(Place { endpoint, pattern, owner: merged.listeners.owner(l) });
            }
            left -= patterns.len();
            r += 1;
        }
        l += 1;
    }
    if left < merged.sites.len() {
        let endpoint = merged.sites.at(left).endpoint;
        return Some(Place { endpoint, pattern: super::site::PATTERN, owner: merged.sites.owner(left) });
    }
    None
}

/// No two routes of an endpoint answer one pattern.
pub(super) const fn pattern_twice(
    merged: &CdnFrontDoorMerged<'_>,
    _settings: &FrontDoorSettings,
    _context: &Context,
) -> Option<Finding> {
    let mut i = 0;
    while let Some(place) = pattern(merged, i) {
        let mut j = 0;
        while j < i {
            if let Some(other) = pattern(merged, j)
                && same_text(place.endpoint, other.endpoint)
                && same_text(place.pattern, other.pattern)
            {
                let finding = Finding::of(&PATTERN_TWICE).text(0, place.endpoint).text(1, place.pattern);
                return Some(finding.blame(place.owner));
            }
            j += 1;
        }
        i += 1;
    }
    None
}

/// The `i`th domain over all components, and the component.
const fn domain_at(merged: &CdnFrontDoorMerged<'_>, i: usize) -> Option<(Domain, usize)> {
    let (mut left, mut l) = (i, 0);
    while l < merged.listeners.len() {
        let domains = merged.listeners.at(l).domains;
        if left < domains.len() {
            return Some((domains[left], merged.listeners.owner(l)));
        }
        left -= domains.len();
        l += 1;
    }
    let mut s = 0;
    while s < merged.sites.len() {
        if let Some(domain) = merged.sites.at(s).domain {
            if left == 0 {
                return Some((domain, merged.sites.owner(s)));
            }
            left -= 1;
        }
        s += 1;
    }
    None
}

/// A name leads to one endpoint.
pub(super) const fn domain_twice(
    merged: &CdnFrontDoorMerged<'_>,
    _settings: &FrontDoorSettings,
    _context: &Context,
) -> Option<Finding> {
    let mut i = 0;
    while let Some((domain, owner)) = domain_at(merged, i) {
        let mut j = 0;
        while j < i {
            if let Some((other, _)) = domain_at(merged, j)
                && same_text(domain.host_name, other.host_name)
            {
                return Some(Finding::of(&DOMAIN_TWICE).text(0, domain.host_name).blame(owner));
            }
            j += 1;
        }
        i += 1;
    }
    None
}
