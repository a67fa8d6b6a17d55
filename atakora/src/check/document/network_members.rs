//! Apps in subnets.

use std::collections::HashMap;

use super::common::normal;
use super::findings::{Findings, azure};
use super::network::{delegations, network_of};
use super::reader::On;
use super::world::World;
use crate::azure::address::AddressRange;
use crate::check::Rule;

const FUNCTIONS: &str = "Azure documentation, Azure Functions networking options, 2026";
const TITLE: &str = "NetworkError";

static DELEGATION: Rule = azure(
    "ATK-DOC-250",
    TITLE,
    "{}: the subnet {} is {}, and the plan of this app (`{}`) needs `{}`",
    "add `delegation { … service_delegation { name: … } }`, or give the app a subnet of its own",
    FUNCTIONS,
);
static TOO_SMALL: Rule = azure(
    "ATK-DOC-251",
    TITLE,
    "{}: the subnet {} has `{}`, and the plan of this app (`{}`) needs at least a `/{}`",
    "make the subnet larger",
    FUNCTIONS,
);
static UNDERSCORE: Rule = azure(
    "ATK-DOC-252",
    TITLE,
    "{}: the name of its subnet, `{}`, has an underscore, with which Flex Consumption cannot be in it",
    "rename the subnet",
    FUNCTIONS,
);
static ENDPOINTS: Rule = azure(
    "ATK-DOC-253",
    TITLE,
    "{}: its subnet {} has service endpoints, with which Flex Consumption cannot be in it",
    "use private endpoints in another subnet",
    FUNCTIONS,
);
static REGION: Rule = azure(
    "ATK-DOC-254",
    TITLE,
    "{}: it is in `{}`, and the network of its subnet in `{}`",
    "put both into one region",
    FUNCTIONS,
);
static ONE_PLAN: Rule = azure(
    "ATK-DOC-255",
    TITLE,
    "{}: its subnet {} serves the plan of {} already",
    "give each plan a subnet of its own",
    FUNCTIONS,
);
static CONTAINERS: Rule = azure(
    "ATK-DOC-260",
    TITLE,
    "{}: its subnet {} is that of {} as well",
    "give the app a subnet of its own",
    FUNCTIONS,
);
static THIRD_SUBNET: Rule = azure(
    "ATK-DOC-261",
    TITLE,
    "{}: its plan {} is in two subnets already, and this would be the third: {}",
    "put the apps of one plan into at most two subnets",
    FUNCTIONS,
);

pub(super) static ALL: &[&Rule] =
    &[&DELEGATION, &TOO_SMALL, &UNDERSCORE, &ENDPOINTS, &REGION, &ONE_PLAN, &CONTAINERS, &THIRD_SUBNET];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    let mut plans: HashMap<_, (On<'_>, On<'_>)> = HashMap::new();
    let mut subnets: HashMap<_, Vec<_>> = HashMap::new();
    let containers: HashMap<_, On<'_>> = world
        .all("container_app_environment")
        .filter_map(|on| Some((world.named("subnet", on.get("infrastructure_subnet_id"))?.key(), on)))
        .collect();
    for on in
        ["function_app_flex_consumption", "linux_function_app", "linux_web_app"].iter().flat_map(|kind| world.all(kind))
    {
        let Some(subnet) = world.named("subnet", on.get("virtual_network_subnet_id")) else { continue };
        let plan = world.named("service_plan", on.get("service_plan_id"));
        let sku = plan.and_then(|plan| plan.get("sku_name").text());
        let flex = on.kind() == "function_app_flex_consumption";
        let sku = if flex { Some("FC1") } else { sku };
        let shown = format!("`{}`", subnet.address());
        if subnet.is_made() {
            fits(on, subnet, sku, &shown, out);
        }
        let network = network_of(world, subnet).and_then(|network| network.get("location").text());
        if let (Some(own), Some(network)) = (on.get("location").text(), network) {
            out.tell_if(normal(own) != normal(network), on, &REGION, &[own, network]);
        }
        if let Some(other) = containers.get(&subnet.key()).filter(|_| flex) {
            out.tell(on, &CONTAINERS, &[&shown, &other.shown()]);
        }
        let Some(plan) = plan.filter(|_| !flex) else { continue };
        let of_plan = subnets.entry(plan.key()).or_default();
        if of_plan.len() < 3 && !of_plan.contains(&subnet.key()) {
            of_plan.push(subnet.key());
            let plan = format!("`{}`", plan.address());
            out.tell_if(of_plan.len() == 3, on, &THIRD_SUBNET, &[&plan, &shown]);
        }
        match plans.get(&subnet.key()) {
            Some((other, first)) if other.key() != plan.key() => out.tell(on, &ONE_PLAN, &[&shown, &first.shown()]),
            Some(_) => {}
            None => drop(plans.insert(subnet.key(), (plan, on))),
        }
    }
}

fn fits(on: On<'_>, subnet: On<'_>, sku: Option<&str>, shown: &str, out: &mut Findings<'_>) {
    let Some(sku) = sku.filter(|sku| *sku != "Y1") else { return };
    let (service, smallest) =
        if sku == "FC1" { ("Microsoft.App/environments", 27) } else { ("Microsoft.Web/serverFarms", 28) };
    let delegated = delegations(subnet);
    let known = subnet.each("delegation").len() == delegated.len();
    if known && !delegated.contains(&service) {
        let to = delegated.first().map_or("delegated to nobody".to_owned(), |other| format!("delegated to `{other}`"));
        out.tell(on, &DELEGATION, &[shown, &to, sku, service]);
    }
    for text in subnet.get("address_prefixes").texts() {
        let small = AddressRange::parse(text).is_ok_and(|range| range.prefix() > smallest);
        out.tell_if(small, on, &TOO_SMALL, &[shown, text, sku, &smallest.to_string()]);
    }
    if sku == "FC1" {
        if let Some(name) = subnet.get("name").text() {
            out.tell_if(name.contains('_'), on, &UNDERSCORE, &[name]);
        }
        out.tell_if(!subnet.each("service_endpoint").is_empty(), on, &ENDPOINTS, &[shown]);
    }
}
