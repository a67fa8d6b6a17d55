//! The package folder of an app: what Terraform cannot hold. On Flex, triggers, routes and schedules live in the code
//! package; the folder has everything of it but the code.
//!
//! A custom handler needs nothing else than its program: `host.json` and a `function.json` for each function. Language
//! workers find their functions in the code; for them the folder has a manifest to write the code against.

mod bindings;
mod called;
mod json;

pub(crate) use called::{Called, called, path_of, screaming};

use std::cell::Cell;

use self::bindings::bindings;
use self::json::{file, list, object, text};
use super::host_rules::{PROBED_KEY, PROBED_NAME};
use super::{Auth, Method, Runtime, Trigger};
use crate::check::document::problem;
use crate::terraform::stack::Stack;
use crate::terraform::value::Value;

/// The name of a custom handler's program in the package.
const HANDLER: &str = "handler";

/// The health function: its name, and its route behind `/api/`.
const HEALTH: &str = "health";
pub(super) const HEALTH_PATH: &str = "/api/health";

/// The folder beside the stack. It can still grow: whoever probes the app asks for its health function.
pub(crate) struct Package {
    stack: Stack,
    app: String,
    runtime: Runtime,
    functions: Vec<Called>,
    health: Cell<bool>,
}

impl Package {
    /// Writes the folder, and the command that publishes it into the summary.
    pub(super) fn write(app: String, runtime: Runtime, functions: Vec<Called>, stack: &Stack) -> Self {
        let package = Package { stack: stack.clone(), app, runtime, functions, health: Cell::new(false) };
        stack.file(package.path("host.json"), file(&host(package.custom())));
        if package.custom() {
            package.functions.iter().for_each(|function| package.write_function(function));
        } else {
            stack.file(package.path(MANIFEST), file(&package.manifest()));
        }
        let (app, folder) = (&package.app, package.path(""));
        stack.note(format!(
            "{app}: put the {} of its {} functions into {}, then there:\n  func azure functionapp publish {app}",
            if package.custom() { "program `handler`" } else { "code" },
            package.functions.len(),
            folder.trim_end_matches('/'),
        ));
        package
    }

    /// Sees to it that somebody answers at the path that is returned.
    pub(crate) fn answer_health(&self) -> &'static str {
        if self.health.replace(true) {
            return HEALTH_PATH;
        }
        if let Some(own) = self.functions.iter().find(|function| function.answers(Method::Get, HEALTH)) {
            if own.wants_key() {
                self.stack.problem(problem(&PROBED_KEY, &[&own.name, HEALTH_PATH, &self.app, own.component]));
            }
            return HEALTH_PATH;
        }
        if let Some(own) = self.functions.iter().find(|function| function.name.eq_ignore_ascii_case(HEALTH)) {
            self.stack.problem(problem(&PROBED_NAME, &[&self.app, &own.name, own.component, HEALTH_PATH]));
            return HEALTH_PATH;
        }
        if self.custom() {
            self.write_function(&health());
        } else {
            self.stack.rewrite(&self.path(MANIFEST), file(&self.manifest()));
        }
        self.stack.count("health functions");
        self.stack.note(format!(
            "{}: it is probed, so its code also answers GET {HEALTH_PATH}, with 200 (the function `{HEALTH}`)",
            self.app
        ));
        HEALTH_PATH
    }

    fn custom(&self) -> bool {
        matches!(self.runtime, Runtime::Custom | Runtime::Crud)
    }

    fn path(&self, file: &str) -> String {
        format!("functions/{}/{file}", self.app)
    }

    fn write_function(&self, function: &Called) {
        let path = self.path(&format!("{}/function.json", function.name));
        self.stack.file(path, file(&object([("bindings", bindings(function, &self.app))])));
    }

    fn manifest(&self) -> Value {
        let functions = self.functions.iter().map(|function| function.entry(&self.app));
        let health = self.health.get().then(|| health().entry(&self.app));
        let (name, version) = (self.runtime.name().name(), self.runtime.version());
        object([
            ("runtime", object([("name", text(name)), ("version", text(version.as_str().to_owned()))])),
            ("functions", list(functions.chain(health))),
        ])
    }
}

/// What the code of a language worker is written against.
const MANIFEST: &str = "functions.json";

/// Probes have no key. It is of no component: the app as a whole is asked.
fn health() -> Called {
    let trigger = Trigger::Http { methods: &[Method::Get], route: HEALTH, auth: Auth::Anonymous };
    Called { name: HEALTH.into(), route: HEALTH.into(), trigger, component: "", owner: 0 }
}

fn host(custom: bool) -> Value {
    let bundle = [("id", text("Microsoft.Azure.Functions.ExtensionBundle")), ("version", text("[4.*, 5.0.0)"))];
    let sampling = object([("isEnabled", Value::Bool(true)), ("excludedTypes", text("Request"))]);
    let host = [
        ("version", text("2.0")),
        ("extensionBundle", object(bundle)),
        ("logging", object([("applicationInsights", object([("samplingSettings", sampling)]))])),
    ];
    let handler = custom.then(|| {
        let handler = [
            ("description", object([("defaultExecutablePath", text(HANDLER))])),
            ("enableForwardingHttpRequest", Value::Bool(true)),
        ];
        ("customHandler", object(handler))
    });
    object(host.into_iter().chain(handler))
}
