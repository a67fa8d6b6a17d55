//! Networks: address ranges, subnets and who is in them, the rules of security groups.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};

use super::findings::{Findings, azure};
use super::reader::{Key, On, Read};
use super::world::World;
use crate::azure::address::AddressRange;
use crate::check::Rule;

const NETWORK: &str = "Azure documentation, Virtual network frequently asked questions, 2026";
const RULES: &str = "Azure documentation, Network security groups, 2026";
const TITLE: &str = "NetworkError";

static OUTSIDE: Rule = azure(
    "ATK-DOC-241",
    TITLE,
    "{}: `{}` is not in the address space of the network {}: {}",
    "choose a range inside of it, or widen the network's",
    NETWORK,
);
static OVERLAP: Rule =
    azure("ATK-DOC-242", TITLE, "{}: `{}` overlaps `{}` of {}", "give each subnet a range of its own", NETWORK);
static INLINE: Rule = azure(
    "ATK-DOC-244",
    TITLE,
    "{}: {} lists {} of its own, and each would remove the other's",
    "write all of them in one way",
    "azurerm 5.2.0, documentation of azurerm_virtual_network and azurerm_network_security_group",
);
static PRIORITY: Rule = azure(
    "ATK-DOC-245",
    TITLE,
    "{}: {} has the same priority, {}, in the same direction",
    "give each rule of a group and a direction a priority of its own",
    RULES,
);
static SIDE: Rule = azure("ATK-DOC-246", TITLE, "{}: the rule `{}` does not say which {}", "set {}; `*` is all", RULES);
static TWO_GROUPS: Rule = azure(
    "ATK-DOC-249",
    TITLE,
    "{}: the subnet {} has a security group already: {}",
    "put the rules into one group",
    RULES,
);
static SHARING: Rule = azure(
    "ATK-DOC-256",
    TITLE,
    "{}: a subnet that is shared has no outbound access by default",
    "set `default_outbound_access_enabled` to false",
    "azurerm 5.2.0, subnet_resource.go, while applying",
);
static DELEGATIONS: Rule = azure(
    "ATK-DOC-257",
    TITLE,
    "{}: it is delegated to {} services, and Azure takes one",
    "make a subnet for each",
    "Azure documentation, What is subnet delegation?, 2026",
);

pub(super) static ALL: &[&Rule] = &[&OUTSIDE, &OVERLAP, &INLINE, &PRIORITY, &SIDE, &TWO_GROUPS, &SHARING, &DELEGATIONS];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    subnets(world, out);
    security(world, out);
}

/// The network of a subnet.
pub(super) fn network_of<'c>(world: &World<'c>, subnet: On<'c>) -> Option<On<'c>> {
    world.named("virtual_network", subnet.get("virtual_network_name"))
}

/// The services to which a subnet is delegated, as far as they can be read.
pub(super) fn delegations(subnet: On<'_>) -> Vec<&str> {
    let services =
        subnet.each("delegation").into_iter().map(|block| block.get("service_delegation").block().get("name"));
    services.filter_map(Read::text).collect()
}

fn subnets(world: &World<'_>, out: &mut Findings<'_>) {
    let mut taken = Taken::new();
    for network in world.all("virtual_network") {
        for inline in network.each("subnet") {
            for text in inline.get("address_prefixes").texts() {
                subnet(network, Some(network), text, &mut taken, out);
            }
        }
    }
    for on in world.all("subnet") {
        let network = network_of(world, on);
        for text in on.get("address_prefixes").texts() {
            subnet(on, network, text, &mut taken, out);
        }
        if let Some(network) = network {
            let inline = !network.each("subnet").is_empty();
            out.tell_if(inline, on, &INLINE, &[&format!("`{}`", network.address()), "subnets"]);
        }
        let shared = on.get("sharing_scope").is_set();
        out.tell_if(shared && on.get("default_outbound_access_enabled").flag() != Some(false), on, &SHARING, &[]);
        let delegated = on.each("delegation").len();
        out.tell_if(delegated > 1, on, &DELEGATIONS, &[&delegated.to_string()]);
    }
    let mut groups: HashMap<_, On<'_>> = HashMap::new();
    for on in world.all("subnet_network_security_group_association") {
        let Some(subnet) = world.named("subnet", on.get("subnet_id")) else { continue };
        match groups.get(&subnet.key()) {
            Some(first) => out.tell(on, &TWO_GROUPS, &[&format!("`{}`", subnet.address()), &first.shown()]),
            None => drop(groups.insert(subnet.key(), on)),
        }
    }
}

/// The ranges of each network's subnets by their first address, and whose each is. None overlaps another: one that does
/// is told and not taken in.
type Taken<'c> = HashMap<Key<'c>, BTreeMap<u32, (AddressRange, On<'c>)>>;

fn subnet<'c>(on: On<'c>, network: Option<On<'c>>, text: &str, taken: &mut Taken<'c>, out: &mut Findings<'_>) {
    let (Ok(range), Some(network)) = (AddressRange::parse(text), network) else { return };
    let space = network.get("address_space");
    let texts = space.texts();
    let spaces: Vec<AddressRange> = texts.iter().filter_map(|text| AddressRange::parse(text).ok()).collect();
    // a space that is not all literals may hold it
    if !spaces.is_empty() && spaces.len() == space.each().len() {
        let inside = spaces.iter().any(|space| space.contains(&range));
        out.tell_if(!inside, on, &OUTSIDE, &[text, &format!("`{}`", network.address()), &texts.join(", ")]);
    }
    let others = taken.entry(network.key()).or_default();
    // they do not overlap each other, so only the last one that begins before its end can overlap this one
    let near = others.range(..=range.last()).next_back().map(|(_, other)| other);
    match near.filter(|(other, _)| other.overlaps(&range)) {
        Some((other, whose)) => out.tell(on, &OVERLAP, &[text, other.text().as_str(), &whose.shown()]),
        None => drop(others.insert(range.first(), (range, on))),
    }
}

fn security(world: &World<'_>, out: &mut Findings<'_>) {
    let mut seen = Seen::new();
    for group in world.all("network_security_group") {
        for inline in group.each("security_rule") {
            let name = inline.get("name").text().unwrap_or("?");
            rule(group, inline_reader(inline), name, out);
            priority((group, Some(name)), group, &inline_reader(inline), &mut seen, out);
        }
    }
    for on in world.all("network_security_rule") {
        rule(on, |name| on.get(name), on.get("name").text().unwrap_or("?"), out);
        let Some(group) = world.named("network_security_group", on.get("network_security_group_name")) else {
            continue;
        };
        let inline = !group.each("security_rule").is_empty();
        out.tell_if(inline, on, &INLINE, &[&format!("`{}`", group.address()), "rules"]);
        if !on.is_several() {
            priority((on, None), group, &|name: &str| on.get(name), &mut seen, out);
        }
    }
}

fn inline_reader<'c>(block: Read<'c>) -> impl Fn(&str) -> Read<'c> {
    move |name| block.get(name)
}

/// The rules of each group, by direction and priority: a resource, or one of a group by its name.
type Seen<'c> = HashMap<(Key<'c>, &'c str, i64), (On<'c>, Option<&'c str>)>;

fn priority<'c>(
    rule: (On<'c>, Option<&'c str>),
    group: On<'c>,
    get: &dyn Fn(&str) -> Read<'c>,
    seen: &mut Seen<'c>,
    out: &mut Findings<'_>,
) {
    let (Some(priority), Some(direction)) = (get("priority").number(), get("direction").text()) else { return };
    match seen.entry((group.key(), direction, priority)) {
        Entry::Occupied(first) => {
            let (first, name) = *first.get();
            let first = name.map_or_else(|| first.shown(), |name| format!("its rule `{name}`"));
            out.tell(rule.0, &PRIORITY, &[&first, &priority.to_string()]);
        }
        Entry::Vacant(free) => drop(free.insert(rule)),
    }
}

/// Ports and addresses of one rule, inline or not.
fn rule<'c>(on: On<'c>, get: impl Fn(&str) -> Read<'c>, name: &str, out: &mut Findings<'_>) {
    for side in ["source", "destination"] {
        let set = |what: &str| get(&format!("{side}_{what}")).is_set();
        let ports = ["port_range", "port_ranges"].iter().filter(|what| set(what)).count();
        let ways = ["address_prefix", "address_prefixes", "application_security_group_ids"];
        let addresses = ways.iter().filter(|what| set(what)).count();
        for (count, what, one) in [(ports, "ports", "port_range"), (addresses, "addresses", "address_prefix")] {
            let (what, one) = (format!("{side} {what}"), format!("`{side}_{one}`"));
            out.tell_if(count == 0, on, &SIDE, &[name, &what, &one]);
        }
    }
}
