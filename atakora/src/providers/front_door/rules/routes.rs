//! Routes, origins, shifts.

use super::texts::*;
use super::{Finding, is_name, same_text};
use crate::providers::front_door::{Route, Shift, Split};

/// Can these be the routes of a component?
pub const fn check_routes(routes: &[Route]) -> Option<Finding> {
    let mut i = 0;
    while i < routes.len() {
        if let Some(finding) = check_route(&routes[i]) {
            return Some(finding);
        }
        let mut j = 0;
        while j < i {
            if same_text(routes[i].name, routes[j].name) {
                return Some(Finding::of(&ROUTE_TWICE).text(0, routes[i].name));
            }
            j += 1;
        }
        i += 1;
    }
    None
}

const fn check_route(route: &Route) -> Option<Finding> {
    if !is_name(route.name, 40) {
        return Some(Finding::of(&ROUTE_NAME).text(0, route.name));
    }
    let mut i = 0;
    while i < route.patterns.len() {
        if !is_pattern(route.patterns[i]) {
            return Some(Finding::of(&PATTERN).text(0, route.name).text(1, route.patterns[i]));
        }
        i += 1;
    }
    if route.patterns.is_empty() {
        return Some(Finding::of(&PATTERN).text(0, route.name).text(1, ""));
    }
    if let Some(finding) = check_origins(route) {
        return Some(finding);
    }
    match route.split {
        Some(_) if route.origins.len() != 2 => Some(shift_origins(route)),
        Some(Split::Known(known)) => shift(known),
        _ => None,
    }
}

const fn check_origins(route: &Route) -> Option<Finding> {
    let (mut i, mut enabled) = (0, false);
    while i < route.origins.len() {
        let origin = &route.origins[i];
        enabled |= origin.enabled;
        if origin.weight < 1 || origin.weight > 1000 {
            return Some(Finding::of(&WEIGHT).text(0, route.name).number(1, origin.weight as i64));
        }
        if origin.priority < 1 || origin.priority > 5 {
            return Some(Finding::of(&PRIORITY).text(0, route.name).number(1, origin.priority as i64));
        }
        i += 1;
    }
    if enabled { None } else { Some(Finding::of(&NO_ORIGIN).text(0, route.name)) }
}

const fn shift_origins(route: &Route) -> Finding {
    Finding::of(&SHIFT_ORIGINS).text(0, route.name).number(1, route.origins.len() as i64)
}

/// Is this the whole traffic?
pub(in crate::providers::front_door) const fn shift(shift: Shift) -> Option<Finding> {
    let sum = shift.first as i64 + shift.second as i64;
    if sum == 100 {
        return None;
    }
    Some(Finding::of(&SHIFT).number(0, shift.first as i64).number(1, shift.second as i64).number(2, sum))
}

/// `/`, `/exact/path`, `/all/below/*`.
const fn is_pattern(pattern: &str) -> bool {
    let bytes = pattern.as_bytes();
    if bytes.is_empty() || bytes[0] != b'/' {
        return false;
    }
    let mut i = 0;
    while i < bytes.len() {
        let last = i + 1 == bytes.len();
        if bytes[i] == b'*' && (!last || bytes[i - 1] != b'/') {
            return false;
        }
        if bytes[i] <= b' ' || bytes[i] == b'?' || bytes[i] == b'#' {
            return false;
        }
        i += 1;
    }
    true
}
