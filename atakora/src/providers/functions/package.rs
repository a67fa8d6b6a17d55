//! The package folder of an app: what Terraform cannot hold. On Flex, triggers, routes and schedules live in the code
//! package; the folder has everything of it but the code.
//!
//! A custom handler needs nothing else than its program: `host.json` and a `function.json` for each function. Language
//! workers find their functions in the code; for them the folder has a manifest to write the code against.

use serde_json::{Map, Value, json};

use super::{Runtime, Trigger};
use crate::backend::Scope;

/// A function as the host sees it.
pub(super) struct Called {
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

    fn bindings(&self) -> Value {
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

/// The name of a custom handler's program in the package.
const HANDLER: &str = "handler";

/// Writes the folder beside the stack, and the command that publishes it into the summary.
pub(super) fn write(app: &str, runtime: Runtime, functions: &[Called], scope: &Scope<'_>) {
    let folder = format!("functions/{app}");
    let custom = matches!(runtime, Runtime::Custom | Runtime::Crud);
    scope.stack().file(format!("{folder}/host.json"), pretty(&host(custom)));
    if custom {
        for function in functions {
            let path = format!("{folder}/{}/function.json", function.name);
            scope.stack().file(path, pretty(&json!({ "bindings": function.bindings() })));
        }
    } else {
        scope.stack().file(format!("{folder}/functions.json"), pretty(&manifest(runtime, functions)));
    }
    scope.stack().note(format!(
        "{app}: put the {} of its {} functions into {folder}, then there:\n  func azure functionapp publish {app}",
        if custom { "program `handler`" } else { "code" },
        functions.len(),
    ));
}

fn host(custom: bool) -> Value {
    let mut host = Map::new();
    host.insert("version".into(), json!("2.0"));
    host.insert(
        "extensionBundle".into(),
        json!({
            "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)",
        }),
    );
    host.insert(
        "logging".into(),
        json!({
            "applicationInsights": { "samplingSettings": { "isEnabled": true, "excludedTypes": "Request" } },
        }),
    );
    if custom {
        host.insert(
            "customHandler".into(),
            json!({
                "description": { "defaultExecutablePath": HANDLER },
                "enableForwardingHttpRequest": true,
            }),
        );
    }
    Value::Object(host)
}

fn manifest(runtime: Runtime, functions: &[Called]) -> Value {
    let functions: Vec<Value> = functions
        .iter()
        .map(|function| {
            json!({
                "name": function.name, "component": function.component, "bindings": function.bindings(),
            })
        })
        .collect();
    json!({
        "runtime": { "name": runtime.name().name(), "version": runtime.version().as_str() },
        "functions": functions,
    })
}

fn pretty(value: &Value) -> Vec<u8> {
    let mut text = format!("{value:#}").into_bytes();
    text.push(b'\n');
    text
}
