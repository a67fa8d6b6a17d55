//! Private endpoints: what they lead to, where they are, and how their names resolve.

use std::collections::{HashMap, HashSet};

use super::common::normal;
use super::findings::{Findings, azure};
use super::network::{delegations, network_of};
use super::reader::{Key, On};
use super::world::World;
use crate::azure::private_link::parts;
use crate::check::Rule;

const ZONES: &str = "Azure documentation, Azure Private Endpoint private DNS zone values, 2026";
const OVERVIEW: &str = "Azure documentation, What is a private endpoint?, 2026";
const TITLE: &str = "PrivateEndpointError";

static NO_PART: Rule = azure(
    "ATK-DOC-280",
    TITLE,
    "{}: it does not say to which part of {} it leads",
    "set `subresource_names` to one of: {}",
    ZONES,
);
static PART: Rule =
    azure("ATK-DOC-281", TITLE, "{}: {} has no part `{}`", "set `subresource_names` to one of: {}", ZONES);
static SEVERAL: Rule = azure(
    "ATK-DOC-282",
    TITLE,
    "{}: it leads to {} parts of one resource",
    "make a private endpoint for each part",
    OVERVIEW,
);
static ZONE: Rule = azure(
    "ATK-DOC-283",
    TITLE,
    "{}: its name stands in the zone `{}`, where nobody looks for `{}`",
    "use the zone `{}`",
    ZONES,
);
static DELEGATED: Rule = azure(
    "ATK-DOC-285",
    TITLE,
    "{}: its subnet {} is delegated to `{}` and takes no private endpoints",
    "put it into another subnet",
    "Azure documentation, Azure Functions networking options, 2026",
);
static REGION: Rule = azure(
    "ATK-DOC-286",
    TITLE,
    "{}: it is in `{}`, and the network of its subnet in `{}`",
    "put it where the network is; what it leads to can be elsewhere",
    OVERVIEW,
);
static PREMIUM: Rule = azure(
    "ATK-DOC-287",
    TITLE,
    "{}: {} is of the tier `{}`, and only Premium has private endpoints",
    "use the tier `Premium`",
    "Azure documentation, Allow access to Service Bus namespaces via private endpoints, 2026",
);
static UNLINKED: Rule = azure(
    "ATK-DOC-288",
    TITLE,
    "{}: the zone {} is linked to no network, so that nobody gets the private address",
    "add `azurerm_private_dns_zone_virtual_network_link` from the zone to the network",
    "Azure documentation, What is a virtual network link?, 2026",
);
static REGISTRATION: Rule = azure(
    "ATK-DOC-290",
    TITLE,
    "{}: the network registers its machines in {} already, and can in one zone",
    "leave `registration_enabled` out of one of the two",
    "Azure documentation, Azure subscription and service limits, 2026",
);
static REDIRECT: Rule = azure(
    "ATK-DOC-291",
    TITLE,
    "{}: `NxDomainRedirect` is for zones of private endpoints, and `{}` is none",
    "leave `resolution_policy` out",
    "azurerm 5.2.0, documentation of azurerm_private_dns_zone_virtual_network_link",
);
static PLAN: Rule = azure(
    "ATK-DOC-292",
    TITLE,
    "{}: it leads to {}, whose plan is `{}`, on which apps have no private endpoints",
    "use Flex Consumption, Elastic Premium or a dedicated plan from Basic on",
    "Azure documentation, Azure Functions networking options, 2026",
);
static REQUEST: Rule = azure(
    "ATK-DOC-293",
    TITLE,
    "{}: a connection that {} approved by hand {}",
    "set `request_message` where `is_manual_connection` is true, and only there",
    "azurerm 5.2.0, private_endpoint_resource.go",
);

pub(super) static ALL: &[&Rule] = &[
    &PLAN,
    &REQUEST,
    &NO_PART,
    &PART,
    &SEVERAL,
    &ZONE,
    &DELEGATED,
    &REGION,
    &PREMIUM,
    &UNLINKED,
    &REGISTRATION,
    &REDIRECT,
];

/// A second endpoint of storage has the zone of the first.
fn part<'p>(kind: &str, name: &'p str) -> &'p str {
    if kind == "storage_account" { name.strip_suffix("_secondary").unwrap_or(name) } else { name }
}

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    let linked = links(world, out);
    for on in world.all("private_endpoint") {
        target(on, world, out);
        request(on, out);
        place(on, world, out);
        resolves(on, world, &linked, out);
    }
}

fn target<'c>(on: On<'c>, world: &World<'c>, out: &mut Findings<'_>) {
    let connection = on.block("private_service_connection");
    let Some(target) = connection.get("private_connection_resource_id").target() else { return };
    let parts = parts(target.on.kind());
    if parts.is_empty() {
        return;
    }
    let shown = format!("`{}`", target.on.address());
    let known = parts.iter().map(|part| format!("`{}`", part.subresource)).collect::<Vec<_>>().join(", ");
    let named = connection.get("subresource_names");
    let names = named.each();
    if !named.is_set() {
        out.tell(on, &NO_PART, &[&shown, &known]);
    }
    out.tell_if(names.len() > 1, on, &SEVERAL, &[&names.len().to_string()]);
    let tier = target.on.get("sku").text().filter(|_| target.on.kind() == "servicebus_namespace");
    if let Some(tier) = tier {
        out.tell_if(tier != "Premium", on, &PREMIUM, &[&shown, tier]);
    }
    let plan = world.named("service_plan", target.on.get("service_plan_id"));
    if let Some(sku) = plan.and_then(|plan| plan.get("sku_name").text()) {
        out.tell_if(matches!(sku, "Y1" | "F1" | "D1" | "SHARED"), on, &PLAN, &[&shown, sku]);
    }
    let groups = on.each("private_dns_zone_group");
    let zones: Vec<_> = groups.iter().flat_map(|group| group.get("private_dns_zone_ids").each()).collect();
    for name in names.iter().filter_map(|name| name.text()) {
        let Some(fits) = parts.iter().find(|known| known.subresource == part(target.on.kind(), name)) else {
            out.tell(on, &PART, &[&shown, name, &known]);
            continue;
        };
        let ids = zones.iter().filter_map(|id| id.target());
        let named = ids.filter(|id| id.on.kind() == "private_dns_zone").filter_map(|id| id.on.get("name").text());
        // one of them has to fit; others may serve something else
        let named: Vec<&str> = named.collect();
        if let Some(first) = named.first() {
            let all_known = named.len() == zones.len();
            let fit = fits.zones.iter().any(|zone| named.contains(zone));
            out.tell_if(all_known && !fit, on, &ZONE, &[first, name, &fits.zones.join("`, `")]);
        }
    }
}

fn request(on: On<'_>, out: &mut Findings<'_>) {
    let connection = on.block("private_service_connection");
    let message = connection.get("request_message").is_set();
    match connection.get("is_manual_connection").flag() {
        Some(true) => out.tell_if(!message, on, &REQUEST, &["is", "needs a request"]),
        Some(false) => out.tell_if(message, on, &REQUEST, &["is not", "takes no request"]),
        None => {}
    }
}

fn place(on: On<'_>, world: &World<'_>, out: &mut Findings<'_>) {
    let Some(subnet) = world.named("subnet", on.get("subnet_id")) else { return };
    for service in delegations(subnet) {
        if service == "Microsoft.App/environments" || service == "Microsoft.Web/serverFarms" {
            out.tell(on, &DELEGATED, &[&format!("`{}`", subnet.address()), service]);
        }
    }
    let network = network_of(world, subnet).and_then(|network| network.get("location").text());
    if let (Some(own), Some(network)) = (on.get("location").text(), network) {
        out.tell_if(normal(own) != normal(network), on, &REGION, &[own, network]);
    }
}

fn resolves(on: On<'_>, world: &World<'_>, linked: &HashSet<Key<'_>>, out: &mut Findings<'_>) {
    for id in on.each("private_dns_zone_group").iter().flat_map(|group| group.get("private_dns_zone_ids").each()) {
        let Some(zone) = world.named("private_dns_zone", id).filter(|zone| zone.is_made()) else { continue };
        out.tell_if(!linked.contains(&zone.key()), on, &UNLINKED, &[&format!("`{}`", zone.address())]);
    }
}

/// The links, and the zones that have any.
fn links<'c>(world: &World<'c>, out: &mut Findings<'_>) -> HashSet<Key<'c>> {
    let mut linked = HashSet::new();
    let mut registered: HashMap<Key<'_>, On<'_>> = HashMap::new();
    for on in world.all("private_dns_zone_virtual_network_link") {
        let zone = world.named("private_dns_zone", on.get("private_dns_zone_id"));
        linked.extend(zone.map(On::key));
        if on.get("resolution_policy").says("NxDomainRedirect")
            && let Some(name) = zone.and_then(|zone| zone.get("name").text())
        {
            out.tell_if(!name.starts_with("privatelink."), on, &REDIRECT, &[name]);
        }
        if on.get("registration_enabled").flag() != Some(true) {
            continue;
        }
        let Some(network) = world.named("virtual_network", on.get("virtual_network_id")) else { continue };
        match registered.get(&network.key()) {
            Some(first) => out.tell(on, &REGISTRATION, &[&first.shown()]),
            None => drop(registered.insert(network.key(), on)),
        }
    }
    linked
}
