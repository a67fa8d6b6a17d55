//! What Azure refuses of networks, and which apps cannot be in one.

use super::addresses::{self, NAMES, SMALLEST, SMALLEST_ENDPOINTS, SMALLEST_FLEX, SMALLEST_PLAN, addresses};
use super::{App, NetworkMode, NetworkingMerged, NetworkingSettings};
use crate::azure::address::AddressRange;
use crate::check::{Finding, Kind, Level, Rule};
use crate::merge::{Collected, List};
use crate::provider::Context;
use crate::providers::functions::{Plan, Runtime};

const VNET: &str = "Azure documentation, Virtual network frequently asked questions, 2026";
const FUNCTIONS: &str = "Azure documentation, Azure Functions networking options, 2026-08";

/// Addresses are written as Azure reads them.
pub static ADDRESSES: Rule = Rule {
    id: "ATK-NET-001",
    title: "NetworkError",
    message: "`{}` cannot be addresses of a network: {}",
    solution: "write a range like `10.0.0.0/16`",
    source: VNET,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Subnets are parts of the network.
pub static OUTSIDE: Rule = Rule {
    id: "ATK-NET-002",
    title: "NetworkError",
    message: "`{}` is not inside the address space of the network, `{}`",
    solution: "choose a part of the address space, or a larger `address_space`",
    source: VNET,
    kind: Kind::Azure,
    level: Level::Error,
};

/// No address is in two subnets.
pub static OVERLAP: Rule = Rule {
    id: "ATK-NET-003",
    title: "NetworkError",
    message: "`{}` overlaps `{}`, the addresses of `{}`",
    solution: "choose addresses that are in no other subnet",
    source: VNET,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A subnet has room for what is in it.
pub static TOO_SMALL: Rule = Rule {
    id: "ATK-NET-004",
    title: "NetworkError",
    message: "`{}` is too small: {} take a /{} or larger",
    solution: "use a smaller number behind the `/`",
    source: FUNCTIONS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A network has room for the subnets that nobody has chosen.
pub static NO_ROOM: Rule = Rule {
    id: "ATK-NET-005",
    title: "NetworkError",
    message: "there is no room for `{}` in the address space of the network, `{}`",
    solution: "choose a larger `address_space`, or smaller subnets",
    source: VNET,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Not every plan lets its apps into a network.
pub static PLAN_JOINS: Rule = Rule {
    id: "ATK-NET-006",
    title: "NetworkError",
    message: "the plan `{}` cannot join a network, and the backend's mode is `{}`",
    solution: "use `Plan::Flex`, `Plan::ElasticPremium`, or a dedicated plan from `B1` on",
    source: FUNCTIONS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// One subnet serves one plan.
pub static ONE_PLAN: Rule = Rule {
    id: "ATK-NET-007",
    title: "NetworkError",
    message: "the apps of `{}` and `{}` have two plans, and one subnet serves one plan",
    solution: "give the components one runtime, plan and `app`, put one of the apps on `Plan::Flex`, or split the backend",
    source: FUNCTIONS,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A public site is public.
pub static PUBLIC_SITE: Rule = Rule {
    id: "ATK-NET-008",
    title: "NetworkError",
    message: "a static site is filled and read from outside, and the backend's mode is `Isolated`: nothing is reached from there",
    solution: "put the site into a backend of its own, or use `NetworkMode::Hybrid`",
    source: "azurerm 5.2.0, azurerm_storage_account_static_website (data plane of a public account)",
    kind: Kind::Works,
    level: Level::Error,
};

/// A network is given or made.
pub static GIVEN: Rule = Rule {
    id: "ATK-NET-009",
    title: "NetworkError",
    message: "`{}` is about a network that Atakora makes, and this backend is given one",
    solution: "leave it out, or leave `network` out; rules of a network that is given stand where that is made",
    source: "settings of Networking",
    kind: Kind::Promise,
    level: Level::Error,
};

/// A network needs somebody in it: what does not ask for one stays public.
pub static NOBODY: Rule = Rule {
    id: "ATK-NET-010",
    title: "NetworkError",
    message: "the backend's mode is `{}`, and no component of it requires `Networking`: all would be public",
    solution: "components of your own have `#[requires(Networking = Networking::EMPTY)]`, and their providers ask `Networking::of(scope)`",
    source: "settings of Networking",
    kind: Kind::Promise,
    level: Level::Error,
};

/// Event Grid calls from outside.
pub static EVENT_GRID: Rule = Rule {
    id: "ATK-NET-011",
    title: "NetworkError",
    message: "Event Grid calls functions of `{}` from outside, and the backend's mode is `Isolated`: nothing is reached from there",
    solution: "let the host look for blobs itself, with `.polling()` and `plan: Plan::ElasticPremium`, or use `NetworkMode::Hybrid`",
    source: "Azure documentation, Network security for Azure Event Grid: events are delivered to public endpoints, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// An app reaches out from a subnet for its plan.
pub static NO_SUBNET: Rule = Rule {
    id: "ATK-NET-012",
    title: "NetworkError",
    message: "the network that the backend was given has no subnet for apps on `{}`",
    solution: "name one: `Network::new(…).{}(…)`",
    source: "Azure documentation, Azure Functions networking options: virtual network integration, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// Every rule of this provider.
pub static RULES: &[&Rule] = &[
    &NO_SUBNET,
    &EVENT_GRID,
    &ADDRESSES,
    &OUTSIDE,
    &OVERLAP,
    &TOO_SMALL,
    &NO_ROOM,
    &PLAN_JOINS,
    &ONE_PLAN,
    &PUBLIC_SITE,
    &GIVEN,
    &NOBODY,
];

pub(super) const fn address_space(settings: &NetworkingSettings) -> Option<Finding> {
    match AddressRange::parse(settings.address_space) {
        Err(wrong) => Some(Finding::of(&ADDRESSES).text(0, settings.address_space).text(1, wrong)),
        Ok(range) if range.prefix() > SMALLEST => {
            Some(too_small(settings.address_space, "networks and subnets", SMALLEST))
        }
        Ok(_) => None,
    }
}

pub(super) const fn flex_subnet(settings: &NetworkingSettings) -> Option<Finding> {
    subnet(settings, 0)
}

pub(super) const fn plan_subnet(settings: &NetworkingSettings) -> Option<Finding> {
    subnet(settings, 1)
}

pub(super) const fn private_endpoint_subnet(settings: &NetworkingSettings) -> Option<Finding> {
    subnet(settings, 2)
}

/// What is wrong with a chosen subnet; which one, [`NAMES`] says.
pub(super) const fn subnet(settings: &NetworkingSettings, which: usize) -> Option<Finding> {
    let chosen = addresses::chosen(settings);
    let Some(text) = chosen[which] else { return None };
    let range = match AddressRange::parse(text) {
        Ok(range) => range,
        Err(wrong) => return Some(Finding::of(&ADDRESSES).text(0, text).text(1, wrong)),
    };
    let (least, what) = least(which);
    if range.prefix() > least {
        return Some(too_small(text, what, least));
    }
    if let Ok(space) = AddressRange::parse(settings.address_space)
        && !space.contains(&range)
    {
        return Some(Finding::of(&OUTSIDE).text(0, text).text(1, settings.address_space));
    }
    let mut i = 0;
    while i < which {
        if let Some(other) = chosen[i]
            && let Ok(taken) = AddressRange::parse(other)
            && range.overlaps(&taken)
        {
            return Some(Finding::of(&OVERLAP).text(0, text).text(1, other).text(2, NAMES[i]));
        }
        i += 1;
    }
    None
}

const fn least(which: usize) -> (u8, &'static str) {
    match which {
        0 => (SMALLEST_FLEX, "apps on Flex Consumption"),
        1 => (SMALLEST_PLAN, "the apps of a plan"),
        _ => (SMALLEST_ENDPOINTS, "private endpoints"),
    }
}

const fn too_small(text: &'static str, what: &'static str, least: u8) -> Finding {
    Finding::of(&TOO_SMALL).text(0, text).text(1, what).number(2, least as i64)
}

pub(super) const fn given_network(settings: &NetworkingSettings) -> Option<Finding> {
    if settings.network.is_none() {
        return None;
    }
    let default = crate::check::same_text(settings.address_space, NetworkingSettings::DEFAULT.address_space);
    let setting = if !default {
        "address_space"
    } else if !settings.service_tags.is_empty() {
        "service_tags"
    } else {
        let (chosen, mut i) = (addresses::chosen(settings), 0);
        while i < NAMES.len() && chosen[i].is_none() {
            i += 1;
        }
        if i == NAMES.len() {
            return None;
        }
        NAMES[i]
    };
    Some(Finding::of(&GIVEN).text(0, setting))
}

/// The apps that have to be in the network: none where there is no network.
const fn apps<'b>(merged: &NetworkingMerged<'b>, settings: &NetworkingSettings) -> Option<Collected<'b, List<App>>> {
    match settings.mode {
        NetworkMode::Public => None,
        NetworkMode::Hybrid | NetworkMode::Isolated => Some(merged.apps),
    }
}

pub(super) const fn plan_joins(
    merged: &NetworkingMerged<'_>,
    settings: &NetworkingSettings,
    _context: &Context,
) -> Option<Finding> {
    let Some(apps) = apps(merged, settings) else { return None };
    let mut walk = apps.walk();
    while let Some((owner, app)) = walk.next() {
        if !joins_networks(app.plan) {
            let finding = Finding::of(&PLAN_JOINS).text(0, app.plan.sku_name()).text(1, settings.mode.name());
            return Some(finding.blame(owner));
        }
    }
    None
}

/// Flex Consumption, Elastic Premium, and dedicated plans from Basic on.
const fn joins_networks(plan: Plan) -> bool {
    match plan {
        Plan::Flex | Plan::ElasticPremium => true,
        Plan::Dedicated(sku) => sku.is_paid(),
    }
}

/// Asked of pairs; where a CRUD API's worker may turn out to be the other's, nothing is said before it does.
pub(super) const fn one_plan(
    merged: &NetworkingMerged<'_>,
    settings: &NetworkingSettings,
    _context: &Context,
) -> Option<Finding> {
    let Some(apps) = apps(merged, settings) else { return None };
    let mut walk = apps.walk();
    while let Some((owner, this)) = walk.next() {
        let mut before = if let Plan::Flex = this.plan { continue } else { apps.walk() };
        while let Some((before_owner, other)) = before.next() {
            if before_owner == owner {
                break;
            }
            if !matches!(other.plan, Plan::Flex) && !can_share(other, this) {
                let finding = Finding::of(&ONE_PLAN).text(0, other.component).text(1, this.component);
                return Some(finding.blame(owner));
            }
        }
    }
    None
}

const fn can_share(one: &App, other: &App) -> bool {
    let runtime = matches!(one.runtime, Runtime::Crud)
        || matches!(other.runtime, Runtime::Crud)
        || one.runtime.same(&other.runtime);
    let app = match (one.app, other.app) {
        (Some(a), Some(b)) => crate::check::same_text(a, b),
        (None, None) => true,
        _ => false,
    };
    runtime && app && one.plan.same(&other.plan)
}

/// Do the subnets that the apps need fit into a network that Atakora makes?
pub(super) const fn room(
    merged: &NetworkingMerged<'_>,
    settings: &NetworkingSettings,
    _context: &Context,
) -> Option<Finding> {
    let Some(apps) = apps(merged, settings) else { return None };
    if settings.network.is_some() {
        return None;
    }
    let addresses = match addresses(settings) {
        Ok(addresses) => addresses,
        // what is wrong with a setting is told at the setting
        Err(finding) if is_no_room(&finding) => return Some(finding),
        Err(_) => return None,
    };
    let (mut walk, mut flex, mut plan) = (apps.walk(), false, false);
    while let Some((_, app)) = walk.next() {
        match app.plan {
            Plan::Flex => flex = true,
            _ => plan = true,
        }
    }
    if (flex && addresses.flex.prefix() > SMALLEST_FLEX)
        || (plan && addresses.plan.prefix() > SMALLEST_PLAN)
        || addresses.private_endpoints.prefix() > SMALLEST_ENDPOINTS
    {
        return Some(too_small(settings.address_space, "three subnets of apps and private endpoints", LEAST_SPACE));
    }
    None
}

/// A quarter of it is what the largest of the smallest subnets takes.
const LEAST_SPACE: u8 = SMALLEST_FLEX - 2;

const fn is_no_room(finding: &Finding) -> bool {
    crate::check::same_text(finding.rule.id, NO_ROOM.id)
}

pub(super) const fn public_site(
    merged: &NetworkingMerged<'_>,
    settings: &NetworkingSettings,
    _context: &Context,
) -> Option<Finding> {
    match settings.mode {
        NetworkMode::Isolated if merged.public_site => Some(Finding::of(&PUBLIC_SITE)),
        _ => None,
    }
}

pub(super) const fn event_grid(
    merged: &NetworkingMerged<'_>,
    settings: &NetworkingSettings,
    _context: &Context,
) -> Option<Finding> {
    let NetworkMode::Isolated = settings.mode else { return None };
    let mut walk = merged.apps.walk();
    while let Some((owner, app)) = walk.next() {
        if app.event_grid {
            return Some(Finding::of(&EVENT_GRID).text(0, app.component).blame(owner));
        }
    }
    None
}
