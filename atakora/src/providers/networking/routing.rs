//! What routes to apps of the same backend, as far as constants know it, and what of that cannot work.
//!
//! Each question is asked twice, with one text: here in a constant, of apps of the same backend; and of the apps
//! themselves when the router is added to a stack, wherever they come from.

use super::{App, NetworkMode, NetworkingMerged, NetworkingSettings};
use crate::check::{Finding, Kind, Level, Rule, same_text};
use crate::deferred::{FunctionApp, Origin as From};
use crate::provider::Context;
use crate::providers::front_door::{NO_LINK_TO_FLEX, PRIVATE_ORIGIN, Route};
use crate::providers::functions::{DedicatedSku, Plan, Runtime};
use crate::providers::traffic_manager::{Target, TrafficEndpoint};
use crate::{Error, Item, Result};

/// A component that routes to others.
#[derive(Clone, Copy, Debug, Item)]
pub struct Router {
    /// The component.
    pub component: &'static str,
    /// Where it routes to.
    pub routes: Routes,
}

/// Where a component routes to.
#[derive(Clone, Copy, Debug, Item)]
pub enum Routes {
    /// The routes of a Front Door.
    FrontDoor(&'static [Route]),
    /// The endpoints of a Traffic Manager.
    TrafficManager(&'static [TrafficEndpoint]),
}

/// Keys differ from app to app.
pub static KEYS: Rule = Rule {
    id: "ATK-ROUTE-001",
    title: "RoutingError",
    message: "`{}` routes to {} apps, and functions of `{}` want a key: each app has keys of its own, so a caller cannot have the one of the app that answers",
    solution: "write `auth: Auth::Entra { client_id, tenant_id }` at the components of the apps; where anybody may call, `auth: Auth::Anonymous`, or `.anonymous()` behind a function",
    source: "Azure documentation, Work with access keys in Azure Functions: keys are stored by each app, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// An endpoint on a plan that Traffic Manager takes.
pub static PLAN: Rule = Rule {
    id: "ATK-ROUTE-002",
    title: "RoutingError",
    message: "Traffic Manager does not lead to an app on {}, and `{}` is on it",
    solution: "use `plan: Plan::ElasticPremium` for the app, or a Front Door, which leads to any",
    source: "Azure documentation, Traffic Manager endpoints: web apps at the Standard tier or above, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// An endpoint that probes from outside reach.
pub static ISOLATED: Rule = Rule {
    id: "ATK-ROUTE-003",
    title: "RoutingError",
    message: "Traffic Manager leads to no app without a public address, and `{}` has none",
    solution: "use a Front Door with `sku: FrontDoorSku::Premium`, or another `networking: { mode: … }` for the app",
    source: "Azure documentation, Traffic Manager endpoint monitoring: probes come from the public internet, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// One app per region.
pub static SAME_REGION: Rule = Rule {
    id: "ATK-ROUTE-004",
    title: "RoutingError",
    message: "Traffic Manager leads to one app of a region, and `{}` and `{}` are in one",
    solution: "put them into stacks in different regions, or use a Front Door, which leads to any number",
    source: "Azure documentation, Traffic Manager endpoints: only one web app endpoint per region, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// An endpoint that answers probes.
pub static ADMISSION: Rule = Rule {
    id: "ATK-ROUTE-005",
    title: "RoutingError",
    message: "Traffic Manager's probes get 403 from `{}`, which answers nobody but a Front Door",
    solution: "let the Front Door choose among the apps, with `.priority(2)` or `.weight(100)` at its origins, or lead Traffic Manager to another app",
    source: "Azure documentation, Traffic Manager endpoint monitoring: what is not answered with 200 counts as down, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// Every rule about routing.
pub static RULES: &[&Rule] = &[&KEYS, &PLAN, &ISOLATED, &SAME_REGION, &ADMISSION];

type Merged<'b> = NetworkingMerged<'b>;

/// Whether Traffic Manager leads to apps on this plan: on Standard and above.
const fn is_led_to(plan: Plan) -> bool {
    match plan {
        Plan::Flex => false,
        Plan::ElasticPremium => true,
        Plan::Dedicated(sku) => sku.rank() >= DedicatedSku::S1.rank(),
    }
}

/// The app of a component of this backend, and the component's place.
const fn app<'m>(merged: &'m Merged<'_>, of: From) -> Option<(&'m App, usize)> {
    let From::Component { component, .. } = of else { return None };
    let mut walk = merged.apps.walk();
    while let Some((owner, app)) = walk.next() {
        if same_text(app.component, component) {
            return Some((app, owner));
        }
    }
    None
}

/// Whether two are certainly different apps. What runtime CRUD APIs have is not known here.
const fn differ(one: &App, other: &App) -> bool {
    let runtime = match (one.runtime, other.runtime) {
        (Runtime::Crud, _) | (_, Runtime::Crud) => false,
        (one, other) => !one.same(&other),
    };
    let code = match (one.app, other.app) {
        (None, None) => false,
        (Some(one), Some(other)) => !same_text(one, other),
        _ => true,
    };
    runtime || code || !one.plan.same(&other.plan)
}

/// Whether two are certainly one app.
const fn is_same(one: &App, other: &App) -> bool {
    same_text(one.component, other.component) || (one.runtime.same(&other.runtime) && !differ(one, other))
}

/// Whether a Front Door of this backend leads to an app, which then answers nobody else.
const fn is_behind_front_door(merged: &Merged<'_>, own: &App) -> bool {
    let mut r = 0;
    while r < merged.routers.len() {
        let routes = &merged.routers.at(r).routes;
        let mut route = 0;
        while matches!(routes, Routes::FrontDoor(_)) && route < route_count(routes) {
            let mut place = 0;
            while let Some(origin) = lead(routes, route, place) {
                if let Some((other, _)) = app(merged, origin)
                    && is_same(own, other)
                {
                    return true;
                }
                place += 1;
            }
            route += 1;
        }
        r += 1;
    }
    false
}

/// Where the `i`th route of a router leads, one after another: a Front Door has several routes, each of its own; a Traffic
/// Manager has one.
const fn lead(routes: &Routes, route: usize, place: usize) -> Option<From> {
    match routes {
        Routes::FrontDoor(routes) => {
            if route < routes.len() && place < routes[route].origins.len() {
                Some(routes[route].origins[place].app.origin())
            } else {
                None
            }
        }
        Routes::TrafficManager(endpoints) => {
            if route > 0 || place >= endpoints.len() {
                return None;
            }
            match endpoints[place].target {
                Target::App(app) => Some(app.origin()),
                // known by its name alone
                Target::External { name, .. } => Some(From::Slot(name)),
            }
        }
    }
}

const fn route_count(routes: &Routes) -> usize {
    match routes {
        Routes::FrontDoor(routes) => routes.len(),
        Routes::TrafficManager(_) => 1,
    }
}

/// Whether the lead at `place` is another app than all before it.
const fn is_new(merged: &Merged<'_>, routes: &Routes, route: usize, place: usize) -> bool {
    let Some(own) = lead(routes, route, place) else { return false };
    let mut i = 0;
    while i < place {
        if let Some(other) = lead(routes, route, i) {
            let different = match (app(merged, own), app(merged, other)) {
                (Some((own, _)), Some((other, _))) => differ(own, other),
                _ => !own.same(&other),
            };
            if !different {
                return false;
            }
        }
        i += 1;
    }
    true
}

const fn wrong_plan(plan: Plan, app: &'static str) -> Finding {
    let plan = match plan {
        Plan::Flex => "Flex Consumption",
        Plan::ElasticPremium | Plan::Dedicated(_) => plan.sku_name(),
    };
    Finding::of(&PLAN).text(0, plan).text(1, app)
}

/// Function keys behind a router with more than one app: who is told is the component whose functions want the key.
pub(super) const fn keys(merged: &Merged<'_>, _settings: &NetworkingSettings, _context: &Context) -> Option<Finding> {
    let mut r = 0;
    while r < merged.routers.len() {
        let router = merged.routers.at(r);
        let mut route = 0;
        while route < route_count(&router.routes) {
            let (mut place, mut apps, mut wants) = (0, 0, None);
            while let Some(origin) = lead(&router.routes, route, place) {
                if is_new(merged, &router.routes, route, place) {
                    apps += 1;
                }
                if let Some((app, owner)) = app(merged, origin)
                    && app.keys
                    && wants.is_none()
                {
                    wants = Some((app.component, owner));
                }
                place += 1;
            }
            if let Some((component, owner)) = wants
                && apps > 1
            {
                let finding = Finding::of(&KEYS).text(0, router.component).number(1, apps);
                return Some(finding.text(2, component).blame(owner));
            }
            route += 1;
        }
        r += 1;
    }
    None
}

/// Endpoints that Traffic Manager does not take: on Flex, without a public address, behind a Front Door, two of one region.
pub(super) const fn endpoints(
    merged: &Merged<'_>,
    settings: &NetworkingSettings,
    _context: &Context,
) -> Option<Finding> {
    let mut r = 0;
    while r < merged.routers.len() {
        let (router, owner) = (merged.routers.at(r), merged.routers.owner(r));
        if let Routes::TrafficManager(_) = router.routes {
            let (mut place, mut first) = (0, None);
            while let Some(origin) = lead(&router.routes, 0, place) {
                if let Some((app, _)) = app(merged, origin) {
                    if !is_led_to(app.plan) {
                        return Some(wrong_plan(app.plan, app.component).blame(owner));
                    }
                    if let NetworkMode::Isolated = settings.mode {
                        return Some(Finding::of(&ISOLATED).text(0, app.component).blame(owner));
                    }
                    if is_behind_front_door(merged, app) {
                        return Some(Finding::of(&ADMISSION).text(0, app.component).blame(owner));
                    }
                    if let Some(first) = first {
                        let finding = Finding::of(&SAME_REGION).text(0, first).text(1, app.component);
                        return Some(finding.blame(owner));
                    }
                    first = Some(app.component);
                }
                place += 1;
            }
        }
        r += 1;
    }
    None
}

/// Apps without a public address on Flex Consumption, behind a Front Door. That the door is none of Premium, only the
/// profile knows.
pub(super) const fn private_origins(
    merged: &Merged<'_>,
    settings: &NetworkingSettings,
    _context: &Context,
) -> Option<Finding> {
    let NetworkMode::Isolated = settings.mode else { return None };
    let mut r = 0;
    while r < merged.routers.len() {
        let (routes, owner) = (&merged.routers.at(r).routes, merged.routers.owner(r));
        let mut route = 0;
        while matches!(routes, Routes::FrontDoor(_)) && route < route_count(routes) {
            let mut place = 0;
            while let Some(origin) = lead(routes, route, place) {
                if let Some((app, _)) = app(merged, origin)
                    && matches!(app.plan, Plan::Flex)
                {
                    let finding = Finding::of(&PRIVATE_ORIGIN).text(0, app.component).text(1, NO_LINK_TO_FLEX);
                    return Some(finding.blame(owner));
                }
                place += 1;
            }
            route += 1;
        }
        r += 1;
    }
    None
}

/// The Front Door of this backend that routes to the app of one of these components, by the component that it is of.
pub(crate) fn front_door(routers: &[Router], components: &[&str]) -> Option<&'static str> {
    let leads = |origin: From| matches!(origin, From::Component { component, .. } if components.contains(&component));
    let found = routers.iter().find(|router| match router.routes {
        Routes::FrontDoor(routes) => {
            routes.iter().flat_map(|route| route.origins).any(|origin| leads(origin.app.origin()))
        }
        Routes::TrafficManager(_) => false,
    });
    found.map(|router| router.component)
}

/// The question of [`keys`], of the apps themselves.
///
/// # Errors
/// One of several apps wants a key.
pub(crate) fn refuse_keys(router: &'static str, apps: &[FunctionApp]) -> Result {
    let mut different: Vec<&FunctionApp> = Vec::new();
    for app in apps {
        if !different.iter().any(|known| known.is(app)) {
            different.push(app);
        }
    }
    match different.iter().find(|app| app.keys()) {
        Some(app) if different.len() > 1 => {
            let finding = Finding::of(&KEYS).text(0, router).number(1, different.len() as i64);
            Err(Error::of(&finding.text(2, crate::backend::name(app.physical_name().to_owned()))))
        }
        _ => Ok(()),
    }
}

/// The question of [`endpoints`], of the apps themselves, each with the name that the user has for it.
///
/// # Errors
/// An app on Flex, one without a public address, one behind a Front Door, two of one region.
pub(crate) fn refuse_endpoints(apps: &[(&'static str, FunctionApp)]) -> Result {
    let mut problems = Vec::new();
    for (index, (name, app)) in apps.iter().enumerate() {
        if !is_led_to(app.plan()) {
            problems.push(wrong_plan(app.plan(), name).to_string());
        }
        if app.isolated() {
            problems.push(Finding::of(&ISOLATED).text(0, name).to_string());
        }
        if app.behind_front_door() {
            problems.push(Finding::of(&ADMISSION).text(0, name).to_string());
        }
        if let Some((other, _)) = apps[..index].iter().find(|(_, other)| other.region() == app.region()) {
            problems.push(Finding::of(&SAME_REGION).text(0, other).text(1, name).to_string());
        }
    }
    Error::all(problems)
}
