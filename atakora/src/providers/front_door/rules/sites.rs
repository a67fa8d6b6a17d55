//! Static sites.

use super::Finding;
use super::texts::*;

/// 365 days, 23:59:59 hours.
const LONGEST_AGE: u32 = 31_622_399;

/// Can files be kept for so many seconds?
pub const fn check_cache_max_age(seconds: u32) -> Option<Finding> {
    if seconds > LONGEST_AGE { Some(Finding::of(&CACHE_AGE).number(0, seconds as i64)) } else { None }
}

/// Can this be the index document of a site?
pub const fn check_index_document(name: &'static str) -> Option<Finding> {
    if is_document(name) { None } else { Some(Finding::of(&INDEX_DOCUMENT).text(0, name)) }
}

/// Can these be the origins whose pages may read files?
pub const fn check_cors(origins: &[&'static str]) -> Option<Finding> {
    let mut i = 0;
    while i < origins.len() {
        if !is_origin(origins[i]) || (origins.len() > 1 && origins[i].len() == 1) {
            return Some(Finding::of(&CORS_ORIGIN).text(0, origins[i]));
        }
        i += 1;
    }
    None
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
