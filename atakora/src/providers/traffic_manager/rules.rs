//! What Azure Traffic Manager refuses of one profile. What it refuses of apps is in `networking/routing.rs`, which knows
//! them.

use super::{RoutingMethod, Target, TrafficEndpoint, TrafficManagerProfilesMerged};
use crate::azure::naming::{LONGEST_CODE, is_code};
use crate::check::{Finding, Kind, Level, Rule, same_text};
use crate::provider::Context;
use crate::settings::NoSettings;

const PROFILE: &str = "azurerm 5.2.0, azurerm_traffic_manager_profile";
const ENDPOINT: &str = "Azure documentation, Traffic Manager endpoints, 2026";

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $kind:ident, $message:literal, $solution:literal, $source:expr;)*) => {
        $($(#[$doc])* pub static $name: Rule = Rule {
            id: $id,
            title: "TrafficManagerError",
            message: $message,
            solution: $solution,
            source: $source,
            kind: Kind::$kind,
            level: Level::Error,
        };)*

        /// Every rule of this provider.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    /// A profile has one routing method and one monitor.
    ONE_COMPONENT = "ATK-TRAFFIC-001", Azure,
        "two components have one Traffic Manager profile, and a profile routes in one way",
        "give one of them another profile: `profile: Some(\"docs\")`", PROFILE;
    /// A code of a profile stands in names.
    CODE = "ATK-TRAFFIC-002", Promise,
        "`{}` cannot be the code of a Traffic Manager profile",
        "use one to four lower-case letters or digits", "codes of groups in physical names";
    /// How often, how long.
    INTERVAL = "ATK-TRAFFIC-003", Azure,
        "probes come every 10 or every 30 seconds, not every {}",
        "use 10 or 30", PROFILE;
    /// How long a probe waits.
    TIMEOUT = "ATK-TRAFFIC-004", Azure,
        "a probe that comes every {} seconds waits for 5 to {} seconds, not {}",
        "use a number in this range", PROFILE;
    /// How many failures.
    FAILURES = "ATK-TRAFFIC-005", Azure,
        "0 to 9 failed probes are tolerated, not {}",
        "use a number in this range", PROFILE;
    /// How long an answer holds.
    TTL = "ATK-TRAFFIC-006", Azure,
        "an answer holds for at most 2,147,483,647 seconds, not {}",
        "use fewer: clients follow a change only when it has run out", PROFILE;
    /// What probes ask for.
    PATH = "ATK-TRAFFIC-007", Azure,
        "`{}` is no path that a probe can ask for",
        "begin with `/`, like `/api/health`, or leave it out", PROFILE;
    /// It leads somewhere.
    NO_ENDPOINT = "ATK-TRAFFIC-008", Works,
        "a Traffic Manager without an endpoint leads nowhere",
        "name one: `endpoints: &[TrafficEndpoint::app(users.app)]`", ENDPOINT;
    /// A weight is in range.
    WEIGHT = "ATK-TRAFFIC-009", Azure,
        "the weight of an endpoint is 1 to 1,000, not {}",
        "use a number in this range; `.standby()` switches an endpoint off", ENDPOINT;
    /// A rank is in range, and once.
    PRIORITY = "ATK-TRAFFIC-010", Azure,
        "the priority of an endpoint is 1 to 1,000 and no other's, not {}",
        "leave it out: the place in the list is the priority", ENDPOINT;
    /// Geographic routing knows who is responsible.
    GEO = "ATK-TRAFFIC-011", Azure,
        "with geographic routing each endpoint is responsible for something",
        "name it: `.geo(&[\"GEO-EU\"])`; `WORLD` is all that nobody else has", ENDPOINT;
    /// A country has one endpoint.
    GEO_TWICE = "ATK-TRAFFIC-012", Azure,
        "two endpoints are responsible for `{}`",
        "name it at one of them", ENDPOINT;
    /// What is external has a host name.
    HOST_NAME = "ATK-TRAFFIC-013", Azure,
        "`{}` is no host name",
        "write it without `https://` and without a path, like `www.example.com`", ENDPOINT;
    /// Performance routing knows where everything is.
    LOCATION = "ATK-TRAFFIC-014", Azure,
        "with performance routing the external endpoint `{}` needs a place",
        "name the nearest region of Azure: `.near(\"westeurope\")`", ENDPOINT;
}

pub(super) const fn code(merged: &TrafficManagerProfilesMerged<'_>) -> &'static str {
    match merged.profile {
        Some(code) => code,
        None => "",
    }
}

pub(super) const fn one_component(
    merged: &TrafficManagerProfilesMerged<'_>,
    _settings: &NoSettings,
    _context: &Context,
) -> Option<Finding> {
    if merged.profiles.len() < 2 {
        return None;
    }
    Some(Finding::of(&ONE_COMPONENT).blame(merged.profiles.owner(1)))
}

/// Does the name lead anywhere? Asked of the whole, because nobody has to write that there are no endpoints.
pub(super) const fn leads_somewhere(
    merged: &TrafficManagerProfilesMerged<'_>,
    _settings: &NoSettings,
    _context: &Context,
) -> Option<Finding> {
    let mut profiles = merged.profiles.walk();
    while let Some((component, profile)) = profiles.next() {
        if profile.endpoints.is_empty() {
            return Some(Finding::of(&NO_ENDPOINT).blame(component));
        }
    }
    None
}

/// Can this be the code of a profile?
pub const fn check_code(profile: Option<&'static str>) -> Option<Finding> {
    let Some(code) = profile else { return None };
    if is_code(code, LONGEST_CODE) { None } else { Some(Finding::of(&CODE).text(0, code)) }
}

/// Can this be the number of seconds between two probes?
pub const fn check_interval(interval: u32) -> Option<Finding> {
    match interval {
        10 | 30 => None,
        other => Some(Finding::of(&INTERVAL).number(0, other as i64)),
    }
}

/// Can a probe wait so long?
pub const fn check_timeout(interval: u32, timeout: u32) -> Option<Finding> {
    let most = if interval == 10 { 9 } else { 10 };
    if timeout >= 5 && timeout <= most {
        return None;
    }
    Some(Finding::of(&TIMEOUT).number(0, interval as i64).number(1, most as i64).number(2, timeout as i64))
}

/// Can so many probes fail?
pub const fn check_failures(failures: u32) -> Option<Finding> {
    if failures <= 9 { None } else { Some(Finding::of(&FAILURES).number(0, failures as i64)) }
}

/// Can an answer hold so long?
pub const fn check_ttl(ttl: u32) -> Option<Finding> {
    if ttl <= i32::MAX as u32 { None } else { Some(Finding::of(&TTL).number(0, ttl as i64)) }
}

/// Can probes ask for this?
pub const fn check_path(path: Option<&'static str>) -> Option<Finding> {
    match path {
        Some(path) if path.is_empty() || path.as_bytes()[0] != b'/' => Some(Finding::of(&PATH).text(0, path)),
        _ => None,
    }
}

/// Can this routing method lead to these?
pub const fn check_endpoints(routing: RoutingMethod, endpoints: &[TrafficEndpoint]) -> Option<Finding> {
    let mut i = 0;
    while i < endpoints.len() {
        let endpoint = &endpoints[i];
        if endpoint.weight < 1 || endpoint.weight > 1000 {
            return Some(Finding::of(&WEIGHT).number(0, endpoint.weight as i64));
        }
        if let Some(finding) = check_external(routing, endpoint) {
            return Some(finding);
        }
        match routing {
            RoutingMethod::Priority => {
                if let Some(finding) = check_priority(endpoints, i) {
                    return Some(finding);
                }
            }
            RoutingMethod::Geographic => {
                if let Some(finding) = check_geo(endpoints, i) {
                    return Some(finding);
                }
            }
            RoutingMethod::Performance | RoutingMethod::Weighted => {}
        }
        i += 1;
    }
    None
}

/// The rank of an endpoint: its own, or its place in the list.
pub(super) const fn priority(endpoints: &[TrafficEndpoint], i: usize) -> u32 {
    if endpoints[i].priority == 0 { i as u32 + 1 } else { endpoints[i].priority }
}

const fn check_priority(endpoints: &[TrafficEndpoint], i: usize) -> Option<Finding> {
    let own = priority(endpoints, i);
    let (mut j, mut twice) = (0, false);
    while j < i {
        twice |= priority(endpoints, j) == own;
        j += 1;
    }
    if own > 1000 || twice { Some(Finding::of(&PRIORITY).number(0, own as i64)) } else { None }
}

const fn check_geo(endpoints: &[TrafficEndpoint], i: usize) -> Option<Finding> {
    let codes = endpoints[i].geo_mappings;
    if codes.is_empty() {
        return Some(Finding::of(&GEO));
    }
    let mut c = 0;
    while c < codes.len() {
        let mut j = 0;
        while j < i {
            let mut o = 0;
            while o < endpoints[j].geo_mappings.len() {
                if same_text(codes[c], endpoints[j].geo_mappings[o]) {
                    return Some(Finding::of(&GEO_TWICE).text(0, codes[c]));
                }
                o += 1;
            }
            j += 1;
        }
        c += 1;
    }
    None
}

const fn check_external(routing: RoutingMethod, endpoint: &TrafficEndpoint) -> Option<Finding> {
    let Target::External { name, host_name, location } = endpoint.target else { return None };
    let bytes = host_name.as_bytes();
    let (mut i, mut legal) = (0, !bytes.is_empty());
    while i < bytes.len() {
        legal &= bytes[i].is_ascii_alphanumeric() || bytes[i] == b'.' || bytes[i] == b'-';
        i += 1;
    }
    if !legal {
        return Some(Finding::of(&HOST_NAME).text(0, host_name));
    }
    match (routing, location) {
        (RoutingMethod::Performance, None) => Some(Finding::of(&LOCATION).text(0, name)),
        _ => None,
    }
}
