//! Static sites.

use super::texts::*;
use super::{Finding, check_endpoint_name, domain};
use crate::providers::front_door::Site;

/// 365 days, 23:59:59 hours.
const LONGEST_AGE: u32 = 31_622_399;

/// Can this be a static site?
pub const fn check_site(site: &Site) -> Option<Finding> {
    if let Some(finding) = check_endpoint_name(site.endpoint) {
        return Some(finding);
    }
    if site.cache_max_age > LONGEST_AGE {
        return Some(Finding::of(&CACHE_AGE).number(0, site.cache_max_age as i64));
    }
    if !is_document(site.index_document) {
        return Some(Finding::of(&INDEX_DOCUMENT).text(0, site.index_document));
    }
    let mut i = 0;
    while i < site.cors.len() {
        if !is_origin(site.cors[i]) || (site.cors.len() > 1 && site.cors[i].len() == 1) {
            return Some(Finding::of(&CORS_ORIGIN).text(0, site.cors[i]));
        }
        i += 1;
    }
    match &site.domain {
        Some(name) => domain(name),
        None => None,
    }
}

const fn is_document(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'/' || bytes[i] == b'\\' {
            return false;
        }
        i += 1;
    }
    bytes.len() >= 3 && bytes.len() <= 255
}

/// `*`, or `http(s)://host`, without a path.
const fn is_origin(origin: &str) -> bool {
    let bytes = origin.as_bytes();
    if bytes.len() == 1 {
        return bytes[0] == b'*';
    }
    let host = match bytes {
        [b'h', b't', b't', b'p', b's', b':', b'/', b'/', host @ ..] => host,
        [b'h', b't', b't', b'p', b':', b'/', b'/', host @ ..] => host,
        _ => return false,
    };
    let mut i = 0;
    while i < host.len() {
        if host[i] == b'/' || host[i] == b'*' || host[i] <= b' ' {
            return false;
        }
        i += 1;
    }
    !host.is_empty()
}
