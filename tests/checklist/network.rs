//! The network itself: subnets, addresses, security groups, and where apps are in it.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use serde_json::{Value, json};

use super::*;

const SUBNETS: &[&str] = &["azurerm_subnet"];
const PLANS: &[&str] = &["azurerm_service_plan"];

/// A rule of a security group, whether it stands in the group or beside it.
struct SecurityRule<'d> {
    group: String,
    body: &'d Value,
}

impl SecurityRule<'_> {
    fn is(&self, argument: &str, value: &str) -> bool {
        self.body[argument] == value
    }

    /// Every address, range or tag on one side.
    fn side(&self, side: &str) -> Vec<&str> {
        let one = self.body[format!("{side}_address_prefix")].as_str();
        let several = self.body[format!("{side}_address_prefixes")].as_array();
        one.into_iter().chain(several.into_iter().flatten().filter_map(Value::as_str)).collect()
    }
}

fn security_rules(document: &Value) -> Vec<SecurityRule<'_>> {
    let mut rules = Vec::new();
    for (group, body) in resources(document, &["azurerm_network_security_group"]) {
        let inline = body["security_rule"].as_array().into_iter().flatten();
        rules.extend(inline.map(|body| SecurityRule { group: group.clone(), body }));
    }
    for (_, body) in resources(document, &["azurerm_network_security_rule"]) {
        let group = address_in(&body["network_security_group_name"]).unwrap_or_default();
        rules.push(SecurityRule { group, body });
    }
    rules
}

/// The subnets that private endpoints are in.
fn endpoint_subnets(document: &Value) -> BTreeSet<String> {
    let endpoints = resources(document, &["azurerm_private_endpoint"]);
    endpoints.iter().filter_map(|(_, endpoint)| address_in(&endpoint["subnet_id"])).collect()
}

fn delegate(subnet: &Value) -> Option<&str> {
    subnet.pointer("/delegation/0/service_delegation/0/name")?.as_str()
}

/// P5: security groups hold for private endpoints, and nothing else is delegated their subnet.
pub fn endpoint_subnets_obey(document: &Value) -> Violations {
    let mut violations = Vec::new();
    for (address, subnet) in resources(document, SUBNETS) {
        if !endpoint_subnets(document).contains(&address) {
            continue;
        }
        if subnet["private_endpoint_network_policies"] != "Enabled" {
            violations.push(format!("the security group of {address} does not hold for private endpoints"));
        }
        if delegate(subnet).is_some() {
            violations.push(format!("{address} is delegated and holds private endpoints"));
        }
    }
    if endpoint_subnets(document).is_empty() {
        violations.push("no subnet holds private endpoints".into());
    }
    violations
}

/// G1: every subnet has a security group.
pub fn subnets_have_groups(document: &Value) -> Violations {
    let associations = resources(document, &["azurerm_subnet_network_security_group_association"]);
    let groups: BTreeSet<String> =
        resources(document, &["azurerm_network_security_group"]).into_iter().map(|(a, _)| a).collect();
    let behind: BTreeSet<String> = associations
        .iter()
        .filter(|(_, body)| address_in(&body["network_security_group_id"]).is_some_and(|group| groups.contains(&group)))
        .filter_map(|(_, body)| address_in(&body["subnet_id"]))
        .collect();
    let subnets = resources(document, SUBNETS).into_iter();
    subnets
        .filter(|(address, _)| !behind.contains(address))
        .map(|(address, _)| format!("{address} has no security group"))
        .collect()
}

/// G2: a group lets in nothing by default and nothing from everywhere; it lets out what the endpoints need, tokens, and
/// what `tags` names.
pub fn groups_are_closed(document: &Value, tags: &[&str]) -> Violations {
    const EVERYBODY: [&str; 5] = ["*", "Internet", "AzureCloud", "0.0.0.0/0", "Any"];
    let rules = security_rules(document);
    let inside = endpoint_ranges(document);
    let mut violations = Vec::new();
    for (group, _) in resources(document, &["azurerm_network_security_group"]) {
        let own = || rules.iter().filter(|rule| rule.group == group);
        let denies = |direction: &str, side: &str, all: &[&str]| {
            own().any(|rule| {
                rule.is("direction", direction)
                    && rule.is("access", "Deny")
                    && rule.is("protocol", "*")
                    && rule.is("destination_port_range", "*")
                    && rule.is("source_port_range", "*")
                    && rule.side(side).iter().any(|from| all.contains(from))
                    && rule.side(if side == "source" { "destination" } else { "source" }).contains(&"*")
            })
        };
        if !denies("Inbound", "source", &["*"]) {
            violations.push(format!("{group} does not deny what it does not allow in"));
        }
        if !denies("Outbound", "destination", &["*", "Internet"]) {
            violations.push(format!("{group} lets out to the internet"));
        }
        for rule in own().filter(|rule| rule.is("access", "Allow")) {
            let name = rule.body["name"].as_str().unwrap_or_default();
            if rule.is("direction", "Inbound") && rule.side("source").iter().any(|from| EVERYBODY.contains(from)) {
                violations.push(format!("{group} lets everybody in: {name}"));
            }
            let known = |to: &&str| {
                inside.iter().any(|range| range == to) || *to == "AzureActiveDirectory" || tags.contains(to)
            };
            if rule.is("direction", "Outbound") && !rule.side("destination").iter().all(known) {
                violations.push(format!("{group} lets out to {:?}: {name}", rule.side("destination")));
            }
        }
    }
    violations
}

fn endpoint_ranges(document: &Value) -> Vec<String> {
    let holding = endpoint_subnets(document);
    let subnets = resources(document, SUBNETS).into_iter().filter(|(address, _)| holding.contains(address));
    subnets.flat_map(|(_, subnet)| texts_of(&subnet["address_prefixes"])).collect()
}

/// G3: nothing goes out by an address that Azure lends.
pub fn no_lent_addresses(document: &Value) -> Violations {
    all_have(document, SUBNETS, "/default_outbound_access_enabled", json!(false))
}

/// G4: no two rules of a group and direction have one priority.
pub fn priorities_differ(document: &Value) -> Violations {
    let mut seen = BTreeMap::new();
    let mut violations = Vec::new();
    for rule in security_rules(document) {
        let name = rule.body["name"].to_string();
        let place = (rule.group.clone(), rule.body["direction"].to_string(), rule.body["priority"].to_string());
        if let Some(other) = seen.insert(place.clone(), name.clone()) {
            violations.push(format!("{other} and {name} of {} have priority {}", place.0, place.2));
        }
    }
    violations
}

/// G5: subnets are parts of their network, and none of another.
pub fn addresses_fit(document: &Value) -> Violations {
    let mut violations = Vec::new();
    let mut taken: Vec<(String, String, (u32, u32))> = Vec::new();
    for (address, subnet) in resources(document, SUBNETS) {
        let network = address_in(&subnet["virtual_network_name"]).unwrap_or_default();
        let of_network =
            resources(document, &["azurerm_virtual_network"]).into_iter().find(|(known, _)| *known == network);
        let space: Vec<(u32, u32)> = of_network
            .iter()
            .flat_map(|(_, body)| texts_of(&body["address_space"]))
            .filter_map(|text| range(&text))
            .collect();
        for text in texts_of(&subnet["address_prefixes"]) {
            let Some(own) = range(&text) else {
                violations.push(format!("{address}: {text} is no range"));
                continue;
            };
            if !space.iter().any(|(first, last)| *first <= own.0 && own.1 <= *last) {
                violations.push(format!("{address}: {text} is not in {network}"));
            }
            for (other, of, range) in &taken {
                if *of == network && range.0 <= own.1 && own.0 <= range.1 {
                    violations.push(format!("{address} overlaps {other}"));
                }
            }
            taken.push((address.clone(), network.clone(), own));
        }
    }
    violations
}

/// The first and the last address of `10.0.0.0/16`.
fn range(text: &str) -> Option<(u32, u32)> {
    let (address, prefix) = text.split_once('/')?;
    let (first, prefix) = (u32::from(address.parse::<Ipv4Addr>().ok()?), prefix.parse::<u32>().ok()?);
    let hosts = u32::MAX.checked_shr(prefix).unwrap_or(0);
    (prefix <= 32 && first & hosts == 0).then_some((first, first | hosts))
}

/// F1, F2: every app is in a subnet that is delegated to its kind of plan; those of Flex Consumption take no other.
pub fn apps_are_in_their_subnets(document: &Value) -> Violations {
    let subnets: BTreeMap<String, &Value> = resources(document, SUBNETS).into_iter().collect();
    let mut violations = Vec::new();
    let mut plans: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (address, app) in resources(document, APPS) {
        let Some(subnet) = address_in(&app["virtual_network_subnet_id"]) else {
            violations.push(format!("{address} is in no subnet"));
            continue;
        };
        let flex = FLEX.iter().any(|flex| address.starts_with(flex));
        let wanted = if flex { "Microsoft.App/environments" } else { "Microsoft.Web/serverFarms" };
        let Some(body) = subnets.get(&subnet) else {
            violations.push(format!("{address} is in {subnet}, which is not there"));
            continue;
        };
        if delegate(body) != Some(wanted) {
            violations.push(format!("{subnet} is delegated to {:?}, and {address} wants {wanted}", delegate(body)));
        }
        if flex && body["name"].as_str().is_none_or(|name| name.contains('_')) {
            violations.push(format!("{subnet} has `_` in its name, which Flex Consumption refuses"));
        }
        if body.get("service_endpoint").is_some() {
            violations.push(format!("{subnet} has service endpoints"));
        }
        if endpoint_subnets(document).contains(&subnet) {
            violations.push(format!("{subnet} holds private endpoints and {address}"));
        }
        let plan = if flex { "Flex Consumption".to_owned() } else { app["service_plan_id"].to_string() };
        plans.entry(subnet).or_default().insert(plan);
    }
    let shared = plans.into_iter().filter(|(_, plans)| plans.len() > 1);
    violations.extend(shared.map(|(subnet, _)| format!("{subnet} is shared by several plans")));
    violations
}

/// F3, F4: plans that can be in a network, and apps whose every request goes through it.
pub fn everything_goes_through_the_network(document: &Value) -> Violations {
    let plans: BTreeMap<String, &Value> = resources(document, PLANS).into_iter().collect();
    let mut violations = all_have(document, PREMIUM, "/site_config/0/vnet_route_all_enabled", json!(true));
    for (address, app) in resources(document, APPS) {
        let sku = address_in(&app["service_plan_id"]).and_then(|plan| plans.get(&plan)?["sku_name"].as_str());
        let flex = FLEX.iter().any(|flex| address.starts_with(flex));
        let right = sku.is_some_and(|sku| if flex { sku == "FC1" } else { !["FC1", "Y1", "F1", "D1"].contains(&sku) });
        if !right {
            violations.push(format!("{address} is on a plan of {sku:?}"));
        }
    }
    violations
}
