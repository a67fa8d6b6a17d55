//! What Azure Functions refuses, and what would not run.

use super::trigger_rules::check_trigger;
use super::{Function, Functions, FunctionsMerged, FunctionsSettings, Plan, Runtime};
use crate::azure::naming::{LONGEST_CODE, is_code};
use crate::check::{Finding, Kind, Level, Rule};
use crate::provider::Context;

/// .NET does not start on Flex without a key.
pub static DOTNET_ON_FLEX: Rule = Rule {
    id: "ATK-FUNC-004",
    title: "FunctionsError",
    message: "dotnet-isolated does not start on Flex Consumption with a managed identity: the host finds no storage",
    solution: "use Elastic Premium: `plan: Plan::ElasticPremium`",
    source: "azurerm 5.2.0, azurerm_function_app_flex_consumption (an empty AzureWebJobsStorage); reports of .NET hosts that refuse it",
    kind: Kind::Works,
    level: Level::Error,
};

/// Some settings are spoken for.
pub static RESERVED_SETTING: Rule = Rule {
    id: "ATK-FUNC-005",
    title: "FunctionsError",
    message: "the app setting `{}` is set by the app itself",
    solution: "leave it out; the runtime and the host's storage follow from the component's settings",
    source: "Azure documentation, Flex Consumption plan hosting: deprecated app settings, 2026-08",
    kind: Kind::Works,
    level: Level::Error,
};

/// A code of an app stands in names.
pub static APP_CODE: Rule = Rule {
    id: "ATK-FUNC-006",
    title: "FunctionsError",
    message: "`{}` cannot be the code of an app",
    solution: "use one to four lower-case letters or digits",
    source: "codes of groups in physical names",
    kind: Kind::Promise,
    level: Level::Error,
};

/// A function has a name that the host takes.
pub static FUNCTION_NAME: Rule = Rule {
    id: "ATK-FUNC-008",
    title: "FunctionsError",
    message: "`{}` cannot be the name of a function",
    solution: "use 1 to 127 letters, digits, `-` and `_`, beginning with a letter",
    source: "Azure Functions host, validation of function names, 2026",
    kind: Kind::Works,
    level: Level::Error,
};

/// Only Flex asks how much memory an instance has.
pub static MEMORY_OFF_FLEX: Rule = Rule {
    id: "ATK-FUNC-020",
    title: "FunctionsError",
    message: "{} MB are dropped on the plan `{}`, whose size says how much memory an instance has",
    solution: "leave it out, or use `Plan::Flex`",
    source: "Azure documentation, Flex Consumption plan hosting: instance sizes, 2026-08",
    kind: Kind::Works,
    level: Level::Error,
};

/// Every rule of this provider that stops a build.
pub static RULES: &[&Rule] = &[
    &MEMORY_OFF_FLEX,
    &crate::azure::functions::VERSION,
    &crate::azure::functions::INSTANCE_MEMORY,
    &crate::azure::functions::MAXIMUM_INSTANCES,
    &DOTNET_ON_FLEX,
    &RESERVED_SETTING,
    &APP_CODE,
    &super::trigger_rules::SCHEDULE,
    &FUNCTION_NAME,
    &super::cors::ORIGIN,
    &super::cors::CREDENTIALS,
    &super::auth::OPEN_COMPONENT,
    &super::auth::ONE_AUTH,
    &super::trigger_rules::QUEUE_NAME,
    &super::trigger_rules::SERVICE_BUS_NAME,
    &super::trigger_rules::SUBSCRIPTION_NAME,
    &super::trigger_rules::POLLING_ON_FLEX,
    &super::trigger_rules::SLEEPING_APP,
    &super::trigger_rules::TOKENS,
    &super::host_rules::PROBED_KEY,
    &super::host_rules::PROBED_NAME,
    &super::host_rules::NAME_TWICE,
    &super::host_rules::ROUTE_TWICE,
];

pub(super) const fn version(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    merged.runtime.check_version(merged.plan)
}

pub(super) const fn dotnet_on_flex(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    match (merged.runtime, merged.plan) {
        (Runtime::DotnetIsolated(_), Plan::Flex) => Some(Finding::of(&DOTNET_ON_FLEX)),
        _ => None,
    }
}

pub(super) const fn app_settings(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    let mut i = 0;
    while i < merged.env.len() {
        if Functions::is_reserved(merged.env.at(i).name) {
            return Some(Finding::of(&RESERVED_SETTING).text(0, merged.env.at(i).name).blame(merged.env.owner(i)));
        }
        i += 1;
    }
    None
}

pub(super) const fn app_code(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    let Some(code) = merged.app else { return None };
    if is_code(code, LONGEST_CODE) { None } else { Some(Finding::of(&APP_CODE).text(0, code)) }
}

/// How many containers of its storage account an app takes: Flex keeps the deployed package in one.
pub(super) const fn deployment_containers(plan: Plan) -> u64 {
    match plan {
        Plan::Flex => 1,
        Plan::ElasticPremium | Plan::Dedicated(_) => 0,
    }
}

/// Are the functions of a list callable: names, schedules? That no name stands twice in an app is for the merge to see.
pub const fn check_functions(functions: &[Function]) -> Option<Finding> {
    let mut i = 0;
    while i < functions.len() {
        let function = &functions[i];
        if !is_function_name(function.name) {
            return Some(Finding::of(&FUNCTION_NAME).text(0, function.name));
        }
        if let Some(finding) = check_trigger(function.trigger, function.name) {
            return Some(finding);
        }
        i += 1;
    }
    None
}

const fn is_function_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    if bytes.is_empty() || bytes.len() > 127 || !bytes[0].is_ascii_alphabetic() {
        return false;
    }
    let mut i = 1;
    while i < bytes.len() {
        if !bytes[i].is_ascii_alphanumeric() && bytes[i] != b'-' && bytes[i] != b'_' {
            return false;
        }
        i += 1;
    }
    true
}

/// The group code in names: the app's own, or runtime and plan. Never the version: an upgrade must not replace the app.
pub(super) const fn code(merged: &FunctionsMerged<'_>) -> &'static str {
    match (merged.app, merged.plan, merged.runtime) {
        (Some(code), ..) => code,
        (None, Plan::Flex, runtime) => runtime.name().code(),
        (None, Plan::ElasticPremium, runtime) => match runtime {
            Runtime::Crud | Runtime::Custom => "cep",
            Runtime::Node(_) => "nep",
            Runtime::Python(..) => "pep",
            Runtime::DotnetIsolated(_) => "dep",
            Runtime::Java(_) => "jep",
            Runtime::PowerShell(..) => "psep",
        },
        // nor the size: a larger plan must not replace the app
        (None, Plan::Dedicated(_), runtime) => match runtime {
            Runtime::Crud | Runtime::Custom => "cded",
            Runtime::Node(_) => "nded",
            Runtime::Python(..) => "pded",
            Runtime::DotnetIsolated(_) => "dded",
            Runtime::Java(_) => "jded",
            Runtime::PowerShell(..) => "psde",
        },
    }
}

/// Whether somebody chose a memory on a plan that has its own.
pub const fn check_memory_on(plan: Plan, memory_mb: u32) -> Option<Finding> {
    match plan {
        Plan::Flex => None,
        plan => Some(Finding::of(&MEMORY_OFF_FLEX).number(0, memory_mb as i64).text(1, plan.sku_name())),
    }
}
