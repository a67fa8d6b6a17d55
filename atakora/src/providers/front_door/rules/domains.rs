//! Custom domains and their zones.

use super::texts::*;
use super::{Finding, same_text};
use crate::providers::front_door::Domain;

/// Can these be names of an endpoint?
pub const fn check_domains(domains: &[Domain]) -> Option<Finding> {
    let mut i = 0;
    while i < domains.len() {
        if let Some(finding) = check_domain(&domains[i]) {
            return Some(finding);
        }
        i += 1;
    }
    None
}

/// Can this be a name of an endpoint?
pub const fn check_domain(domain: &Domain) -> Option<Finding> {
    let Domain { host_name, zone, .. } = *domain;
    if !is_host_name(host_name) || host_name.len() > 64 {
        return Some(Finding::of(&DOMAIN).text(0, host_name));
    }
    if same_text(host_name, zone) {
        return Some(Finding::of(&DOMAIN_APEX).text(0, host_name).text(1, zone));
    }
    if !is_below(host_name, zone) {
        return Some(Finding::of(&DOMAIN_OUTSIDE_ZONE).text(0, host_name).text(1, zone).text(2, zone));
    }
    None
}

/// Labels of lower-case letters, digits and hyphens, two at least, with dots between them.
const fn is_host_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    let (mut i, mut label, mut dots) = (0, 0, 0);
    while i < bytes.len() {
        let next_ends = i + 1 == bytes.len() || bytes[i + 1] == b'.';
        match bytes[i] {
            b'.' if label > 0 => {
                dots += 1;
                label = 0;
            }
            b'a'..=b'z' | b'0'..=b'9' => label += 1,
            b'-' if label > 0 && !next_ends => label += 1,
            _ => return false,
        }
        if label > 63 {
            return false;
        }
        i += 1;
    }
    label > 0 && dots > 0
}

/// Whether `name` ends in `.zone`.
const fn is_below(name: &str, zone: &str) -> bool {
    let (name, zone) = (name.as_bytes(), zone.as_bytes());
    if zone.is_empty() || name.len() < zone.len() + 2 {
        return false;
    }
    let from = name.len() - zone.len();
    let mut i = 0;
    while i < zone.len() {
        if name[from + i] != zone[i] {
            return false;
        }
        i += 1;
    }
    name[from - 1] == b'.'
}

/// What follows the first dot: the zone that `app.example.com` is in, if nobody names another.
pub const fn parent(host_name: &'static str) -> &'static str {
    let bytes = host_name.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == b'.' {
            return host_name.split_at(i + 1).1;
        }
        i += 1;
    }
    host_name
}
