//! Traffic Manager: profiles and endpoints.

use std::collections::HashMap;

use super::common::normal;
use super::findings::{Findings, azure};
use super::reader::On;
use super::world::World;
use crate::check::Rule;

const PROVIDER: &str = "azurerm 5.2.0, traffic_manager_profile_resource.go, while applying";
const TYPES: &str = "Azure documentation, Traffic Manager endpoints, 2026";
const TITLE: &str = "TrafficManagerError";

static PATH: Rule = azure(
    "ATK-DOC-302",
    TITLE,
    "{}: a probe by {} {}",
    "set `path` for HTTP and HTTPS, and leave it out for TCP",
    PROVIDER,
);
static TIMEOUT: Rule = azure(
    "ATK-DOC-303",
    TITLE,
    "{}: a probe every 10 seconds cannot wait {} seconds",
    "set `timeout_in_seconds` to 5 to 9",
    PROVIDER,
);
static MAX_RETURN: Rule = azure(
    "ATK-DOC-304",
    TITLE,
    "{}: `MultiValue` does not say how many addresses it answers with",
    "set `max_return` to 1 to 8",
    PROVIDER,
);
static PRIORITY: Rule = azure(
    "ATK-DOC-305",
    TITLE,
    "{}: {} of the same profile has its priority, {}",
    "give each endpoint a priority of its own",
    TYPES,
);
static LOCATION: Rule = azure(
    "ATK-DOC-307",
    TITLE,
    "{}: its profile routes by latency, and nobody knows where it is",
    "set `endpoint_location`",
    TYPES,
);
static PLAN: Rule = azure(
    "ATK-DOC-308",
    TITLE,
    "{}: it leads to {}, whose plan is {}: Traffic Manager takes apps of a Standard plan or a higher one",
    "use Elastic Premium or a dedicated plan, or Front Door",
    TYPES,
);
static REGION: Rule = azure(
    "ATK-DOC-309",
    TITLE,
    "{}: {} of the same profile leads to an app in `{}` as well",
    "keep one app per region in a profile, or use Front Door",
    TYPES,
);
static MULTI_VALUE: Rule = azure(
    "ATK-DOC-310",
    TITLE,
    "{}: its profile answers with several values, and it is no IP address",
    "use `azurerm_traffic_manager_external_endpoint` with an address, or another routing method",
    TYPES,
);
static GEOGRAPHY: Rule = azure(
    "ATK-DOC-311",
    TITLE,
    "{}: {} of the same profile serves `{}` already",
    "name each region of the world once",
    "azurerm 5.2.0, documentation of azurerm_traffic_manager_external_endpoint",
);
static PUBLIC_NAME: Rule = azure(
    "ATK-DOC-312",
    TITLE,
    "{}: {} has no public name to which Traffic Manager could lead",
    "use an app, a public address with a `domain_name_label`, or an external endpoint",
    TYPES,
);
static MIXED: Rule = azure(
    "ATK-DOC-313",
    TITLE,
    "{}: its target is an address, and {} of the same profile is an endpoint in Azure",
    "name its host, or give the profile addresses only",
    TYPES,
);

pub(super) static ALL: &[&Rule] = &[
    &MIXED,
    &PATH,
    &TIMEOUT,
    &MAX_RETURN,
    &PRIORITY,
    &LOCATION,
    &PLAN,
    &REGION,
    &MULTI_VALUE,
    &GEOGRAPHY,
    &PUBLIC_NAME,
];

const ENDPOINTS: [&str; 2] = ["traffic_manager_azure_endpoint", "traffic_manager_external_endpoint"];

/// Types whose resources have a public name of their own.
const APPS: [&str; 5] =
    ["function_app_flex_consumption", "linux_function_app", "linux_web_app", "windows_function_app", "windows_web_app"];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("traffic_manager_profile") {
        profile(on, out);
    }
    mixed(world, out);
    // what there can be one of in a profile
    let mut seen: HashMap<(_, &str, String), On<'_>> = HashMap::new();
    for on in ENDPOINTS.into_iter().flat_map(|kind| world.all(kind)) {
        let profile = world.named("traffic_manager_profile", on.get("profile_id"));
        endpoint(on, profile, out);
        let app = app(on, world, out);
        let Some(profile) = profile.filter(|_| !on.is_several()) else { continue };
        let priority = on.get("priority").number().map(|priority| (&PRIORITY, priority.to_string()));
        let geography = on.get("geo_mappings").texts().into_iter().map(|region| (&GEOGRAPHY, region.to_owned()));
        let region = app.and_then(|app| app.get("location").text()).map(|region| (&REGION, normal(region)));
        for (rule, what) in priority.into_iter().chain(geography).chain(region) {
            match seen.get(&(profile.key(), rule.id, what.clone())) {
                Some(first) => out.tell(on, rule, &[&first.shown(), &what]),
                None => drop(seen.insert((profile.key(), rule.id, what), on)),
            }
        }
    }
}

fn profile(on: On<'_>, out: &mut Findings<'_>) {
    let monitor = on.block("monitor_config");
    let path = monitor.get("path").is_set();
    match monitor.get("protocol").text() {
        Some("TCP") => out.tell_if(path, on, &PATH, &["TCP", "has no path"]),
        Some(protocol @ ("HTTP" | "HTTPS")) => out.tell_if(!path, on, &PATH, &[protocol, "needs a path"]),
        _ => {}
    }
    let timeout = monitor.get("timeout_in_seconds");
    let timeout = if timeout.is_set() { timeout.number() } else { Some(10) };
    if let Some(timeout) = timeout {
        let fast = monitor.get("interval_in_seconds").number() == Some(10);
        out.tell_if(fast && timeout > 9, on, &TIMEOUT, &[&timeout.to_string()]);
    }
    let several = on.get("traffic_routing_method").says("MultiValue");
    out.tell_if(several && !on.get("max_return").is_set(), on, &MAX_RETURN, &[]);
}

/// Addresses and endpoints in Azure do not go together.
fn mixed(world: &World<'_>, out: &mut Findings<'_>) {
    let mut in_azure: HashMap<_, On<'_>> = HashMap::new();
    for on in world.all("traffic_manager_azure_endpoint") {
        if let Some(profile) = world.named("traffic_manager_profile", on.get("profile_id")) {
            in_azure.entry(profile.key()).or_insert(on);
        }
    }
    for on in world.all("traffic_manager_external_endpoint") {
        let profile = world.named("traffic_manager_profile", on.get("profile_id"));
        let other = profile.and_then(|profile| in_azure.get(&profile.key()));
        let address = on.get("target").text().is_some_and(|target| target.parse::<std::net::IpAddr>().is_ok());
        if let Some(other) = other.filter(|_| address) {
            out.tell(on, &MIXED, &[&other.shown()]);
        }
    }
}

fn endpoint(on: On<'_>, profile: Option<On<'_>>, out: &mut Findings<'_>) {
    let target = on.get("target").text();
    let Some(profile) = profile else { return };
    let method = profile.get("traffic_routing_method").text();
    let external = on.kind() == "traffic_manager_external_endpoint";
    if method == Some("Performance") && external {
        out.tell_if(!on.get("endpoint_location").is_set(), on, &LOCATION, &[]);
    }
    if method == Some("MultiValue") {
        let name = target.is_some_and(|target| target.parse::<std::net::IpAddr>().is_err());
        out.tell_if(!external || name, on, &MULTI_VALUE, &[]);
    }
}

/// The app that an endpoint leads to, which must be one that Traffic Manager takes.
fn app<'c>(on: On<'c>, world: &World<'c>, out: &mut Findings<'_>) -> Option<On<'c>> {
    let target = on.get("target_resource_id").target()?.on;
    let shown = format!("`{}`", target.address());
    if target.kind() == "public_ip" {
        out.tell_if(!target.get("domain_name_label").is_set(), on, &PUBLIC_NAME, &[&shown]);
        return None;
    }
    if !APPS.contains(&target.kind()) {
        let never = ["storage_account", "cosmosdb_account", "service_plan", "resource_group", "virtual_network"];
        out.tell_if(never.contains(&target.kind()), on, &PUBLIC_NAME, &[&shown]);
        return None;
    }
    let plan = world.named("service_plan", target.get("service_plan_id")).and_then(|plan| plan.get("sku_name").text());
    let plan = if target.kind() == "function_app_flex_consumption" { Some("FC1") } else { plan };
    if let Some(sku) = plan {
        let low = matches!(sku, "FC1" | "Y1" | "F1" | "D1" | "SHARED") || sku.starts_with('B');
        out.tell_if(low, on, &PLAN, &[&shown, &format!("`{sku}`")]);
    }
    Some(target)
}
