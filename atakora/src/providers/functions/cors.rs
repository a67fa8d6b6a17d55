//! Which pages may call an app from a browser.

use super::{FunctionsMerged, FunctionsSettings};
use crate::Item;
use crate::check::{Finding, Kind, Level, Rule, same_text};
use crate::provider::Context;

/// The origin of pages that may call the app from a browser.
#[derive(Clone, Copy, Debug, Item)]
pub struct CorsOrigin {
    /// Scheme, host, and port if it is not the scheme's, like `https://shop.example.com`; `*` is any.
    pub origin: &'static str,
}

impl CorsOrigin {
    /// Any page may call. Not with credentials.
    pub const ANY: Self = CorsOrigin { origin: "*" };

    /// Pages of this origin, like `https://shop.example.com`.
    pub const fn of(origin: &'static str) -> Self {
        CorsOrigin { origin }
    }
}

/// An origin is what a browser sends in the header of that name.
pub static ORIGIN: Rule = Rule {
    id: "ATK-FUNC-011",
    title: "FunctionsError",
    message: "`{}` is no origin: no request of a browser has it in its header",
    solution: "write the scheme and the host, without a path or a slash at the end: `https://shop.example.com`",
    source: "RFC 6454, The Web Origin Concept, section 6.2",
    kind: Kind::Works,
    level: Level::Error,
};

/// Any page, with the cookies of the user.
pub static CREDENTIALS: Rule = Rule {
    id: "ATK-FUNC-012",
    title: "FunctionsError",
    message: "the origin `*` does not go with credentials: browsers refuse the answer, and App Service the setting",
    solution: "name the origins, or leave out `cors_credentials: true`",
    source: "Azure documentation, App Service: host a RESTful API with CORS; Fetch standard, CORS protocol and credentials, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// Are these origins?
pub const fn check_origins(origins: &[CorsOrigin]) -> Option<Finding> {
    let mut i = 0;
    while i < origins.len() {
        if !same_text(origins[i].origin, "*") && !is_origin(origins[i].origin) {
            return Some(Finding::of(&ORIGIN).text(0, origins[i].origin));
        }
        i += 1;
    }
    None
}

/// `scheme://host[:port]`.
const fn is_origin(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < bytes.len() && bytes[start] != b':' {
        if !bytes[start].is_ascii_lowercase() && !bytes[start].is_ascii_digit() && bytes[start] != b'-' {
            return false;
        }
        start += 1;
    }
    if start == 0 || start + 3 >= bytes.len() || bytes[start + 1] != b'/' || bytes[start + 2] != b'/' {
        return false;
    }
    let mut i = start + 3;
    while i < bytes.len() {
        // browsers write the host in lower case
        if !bytes[i].is_ascii_lowercase() && !bytes[i].is_ascii_digit() && !matches!(bytes[i], b'.' | b'-' | b':') {
            return false;
        }
        i += 1;
    }
    true
}

pub(super) const fn credentials(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    let mut i = 0;
    while merged.cors_credentials && i < merged.cors.len() {
        if same_text(merged.cors.at(i).origin, "*") {
            return Some(Finding::of(&CREDENTIALS).blame(merged.cors.owner(i)));
        }
        i += 1;
    }
    None
}
