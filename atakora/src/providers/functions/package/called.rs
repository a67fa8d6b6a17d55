//! The functions of an app as its host sees them: under their full names, with their full routes.

use super::super::host_rules::{NAME_TWICE, ROUTE_TWICE};
use super::super::{Auth, FunctionsMerged, Method, Trigger};
use super::bindings::bindings;
use super::json::{object, text};
use crate::backend::Scope;
use crate::check::document::problem;
use crate::deferred::Origin;
use crate::terraform::value::Value;
use crate::{Error, Result};

/// A function as the host sees it.
pub(crate) struct Called {
    pub(crate) name: String,
    /// Behind `/api/`.
    pub(super) route: String,
    pub(crate) trigger: Trigger,
    pub(crate) component: &'static str,
    /// The component's index in its backend.
    pub(crate) owner: usize,
}

impl Called {
    pub(super) fn methods(&self) -> Vec<&'static str> {
        match self.trigger {
            Trigger::Http { methods, .. } => methods.iter().map(|method| method.lower_case()).collect(),
            _ => Vec::new(),
        }
    }

    /// The route without the names of its parameters: two routes that differ in nothing else are one to the host.
    pub(super) fn route_shape(&self) -> String {
        let segments = self.route.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment });
        segments.collect::<Vec<_>>().join("/").to_lowercase()
    }

    /// Whether it answers this method at this route.
    pub(super) fn answers(&self, method: Method, route: &str) -> bool {
        matches!(self.trigger, Trigger::Http { methods, .. } if methods.contains(&method))
            && self.route_shape() == route
    }

    /// Whether a request must bring a key.
    pub(crate) fn wants_key(&self) -> bool {
        matches!(self.trigger, Trigger::Http { auth: Auth::Function, .. })
    }

    /// Where Entra guards the whole app, a request needs no key as well.
    fn guarded(&mut self) {
        if let Trigger::Http { auth, .. } = &mut self.trigger {
            *auth = Auth::Anonymous;
        }
    }

    /// The connection by which the host finds what triggers it: the first part of the names of app settings.
    pub(crate) fn connection(&self) -> Option<String> {
        let of = match self.trigger {
            Trigger::Http { .. } | Trigger::Timer { .. } => return None,
            Trigger::Queue { .. } => "queues".to_owned(),
            Trigger::ServiceBusQueue { namespace, .. } | Trigger::ServiceBusSubscription { namespace, .. } => {
                name_of(namespace.origin())
            }
            Trigger::Cosmos { changes } => name_of(changes.origin()),
            Trigger::Blob { blobs, .. } => name_of(blobs.origin()),
        };
        Some(screaming(&format!("{}_{of}", self.component)))
    }

    /// The container for the leases of a change feed, in the database of the feed: each app and component has its own,
    /// so that every one of them hears of every change.
    pub(crate) fn lease_container(&self, app: &str) -> Option<String> {
        let connection = self.connection()?.to_lowercase().replace('_', "-");
        matches!(self.trigger, Trigger::Cosmos { .. }).then(|| format!("leases-{app}-{connection}"))
    }

    /// As the manifest lists it.
    pub(super) fn entry(&self, app: &str) -> Value {
        let component = (!self.component.is_empty()).then(|| ("component", text(self.component)));
        object([("name", text(self.name.clone())), ("bindings", bindings(self, app))].into_iter().chain(component))
    }
}

/// What tells a deferred value from others, in the name of an app setting.
fn name_of(origin: Origin) -> String {
    match origin {
        Origin::Component { component, output } => format!("{component}_{output}"),
        Origin::Slot(name) | Origin::Text(name) | Origin::Provider { provider: name, .. } => name.to_owned(),
    }
}

/// The first part of the names of a component's app settings.
pub(crate) fn screaming(component: &str) -> String {
    component.replace('-', "_").to_uppercase()
}

/// `user_api` is `user-api` in an address.
pub(crate) fn path_of(route: &str) -> String {
    route.trim_matches('/').replace('_', "-")
}

/// Every function of the app under its full name, with its full route.
///
/// # Errors
/// Two functions that answer one method of one route.
pub(crate) fn called(merged: &FunctionsMerged<'_>, scope: &Scope<'_>) -> Result<Vec<Called>> {
    let mut all: Vec<Called> = Vec::new();
    for (component, function) in merged.functions.iter() {
        let route = match function.trigger {
            Trigger::Http { route: "", .. } => function.name.to_owned(),
            Trigger::Http { route, .. } => route.to_owned(),
            _ => String::new(),
        };
        all.push(Called {
            name: function.name.to_owned(),
            route,
            trigger: function.trigger,
            component: scope.component(component),
            owner: component,
        });
    }
    for (component, operation) in merged.operations.iter() {
        let name = scope.component(component);
        let base = merged.routes.iter().find(|(owner, _)| *owner == component).map_or(name, |(_, base)| base.path);
        let route = match operation.trigger {
            Trigger::Http { route: "", .. } => path_of(base),
            Trigger::Http { route, .. } => format!("{}/{route}", path_of(base)),
            _ => String::new(),
        };
        all.push(Called {
            name: format!("{}-{}", name.replace('_', "-"), operation.name),
            route,
            trigger: operation.trigger,
            component: name,
            owner: component,
        });
    }
    if !merged.auth.is_empty() {
        all.iter_mut().for_each(Called::guarded);
    }
    all.sort_by(|a, b| a.name.cmp(&b.name));
    refuse_doubles(&all)?;
    Ok(all)
}

fn refuse_doubles(all: &[Called]) -> Result {
    let mut problems = Vec::new();
    let (mut names, mut routes) = (std::collections::BTreeMap::new(), std::collections::BTreeMap::new());
    for function in all {
        if let Some(other) = names.insert(function.name.to_lowercase(), function.component) {
            problems.push(problem(&NAME_TWICE, &[&function.name, other, function.component]));
        }
        let methods = function.methods();
        let shape = if methods.is_empty() { String::new() } else { function.route_shape() };
        for method in methods {
            let key = (shape.clone(), method);
            if let Some(other) = routes.insert(key, function.name.as_str()) {
                let method = method.to_uppercase();
                problems.push(problem(&ROUTE_TWICE, &[other, &function.name, &method, &function.route]));
            }
        }
    }
    Error::all(problems)
}
