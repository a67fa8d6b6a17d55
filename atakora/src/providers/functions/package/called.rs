//! The functions of an app as its host sees them: under their full names, with their full routes.

use serde_json::{Value, json};

use super::super::{Auth, FunctionsMerged, Method, Trigger};
use crate::backend::Scope;
use crate::{Error, Result};

/// A function as the host sees it.
pub(crate) struct Called {
    pub(super) name: String,
    /// Behind `/api/`.
    pub(super) route: String,
    pub(super) trigger: Trigger,
    pub(super) component: &'static str,
}

impl Called {
    pub(super) fn new(name: String, route: String, trigger: Trigger, component: &'static str) -> Self {
        Called { name, route, trigger, component }
    }

    pub(super) fn methods(&self) -> Vec<&'static str> {
        match self.trigger {
            Trigger::Http { methods, .. } => methods.iter().map(|method| method.lower_case()).collect(),
            Trigger::Timer { .. } => Vec::new(),
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

    /// As the manifest lists it.
    pub(super) fn entry(&self) -> Value {
        let mut entry = json!({ "name": self.name, "bindings": self.bindings() });
        if !self.component.is_empty() {
            entry["component"] = json!(self.component);
        }
        entry
    }

    pub(super) fn bindings(&self) -> Value {
        match self.trigger {
            Trigger::Http { auth, .. } => json!([
                {
                    "type": "httpTrigger", "direction": "in", "name": "req",
                    "authLevel": auth.level(), "methods": self.methods(), "route": self.route,
                },
                { "type": "http", "direction": "out", "name": "res" },
            ]),
            Trigger::Timer { schedule } => json!([
                { "type": "timerTrigger", "direction": "in", "name": "timer", "schedule": schedule },
            ]),
        }
    }
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
            Trigger::Timer { .. } => String::new(),
        };
        all.push(Called::new(function.name.to_owned(), route, function.trigger, scope.component(component)));
    }
    for (component, operation) in merged.operations.iter() {
        let name = scope.component(component);
        let base = merged.routes.iter().find(|(owner, _)| *owner == component).map_or(name, |(_, base)| base.path);
        let route = match operation.trigger {
            Trigger::Http { route: "", .. } => path_of(base),
            Trigger::Http { route, .. } => format!("{}/{route}", path_of(base)),
            Trigger::Timer { .. } => String::new(),
        };
        all.push(Called::new(format!("{}-{}", name.replace('_', "-"), operation.name), route, operation.trigger, name));
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
            problems.push(format!(
                "FunctionsError: the function `{}` is there twice in one app\n  First:  component `{other}`\n  Second: component `{}`\n  Solution: rename one",
                function.name, function.component
            ));
        }
        for method in function.methods() {
            let key = (method, function.route_shape());
            if let Some(other) = routes.insert(key, function.name.as_str()) {
                problems.push(format!(
                    "FunctionsError: `{other}` and `{}` both answer {} /api/{}\n  Solution: give one another route",
                    function.name,
                    method.to_uppercase(),
                    function.route
                ));
            }
        }
    }
    Error::all(problems)
}
