//! What Azure Functions refuses, and what would not run.

use super::{Auth, Function, Functions, FunctionsMerged, FunctionsSettings, Plan, Runtime, Trigger};
use crate::azure::cron;
use crate::azure::functions::{Hosting, check_version};
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

/// A schedule has six fields.
pub static SCHEDULE: Rule = Rule {
    id: "ATK-FUNC-007",
    title: "FunctionsError",
    message: "the schedule `{}` of function `{}` is no NCRONTAB expression: {}",
    solution: "write six fields: `{second} {minute} {hour} {day} {month} {day of week}`, like `0 0 * * * *` for every hour",
    source: "Azure documentation, Timer trigger for Azure Functions: NCRONTAB expressions",
    kind: Kind::Works,
    level: Level::Error,
};

/// A function has a name that the host takes.
pub static FUNCTION_NAME: Rule = Rule {
    id: "ATK-FUNC-008",
    title: "FunctionsError",
    message: "`{}` cannot be the name of a function",
    solution: "use 1 to 127 letters, digits, `-` and `_`, beginning with a letter",
    source: "Azure Functions host, validation of function names",
    kind: Kind::Works,
    level: Level::Error,
};

/// Every rule of this provider that stops a build.
pub static RULES: &[&Rule] = &[
    &crate::azure::functions::VERSION,
    &crate::azure::functions::INSTANCE_MEMORY,
    &crate::azure::functions::MAXIMUM_INSTANCES,
    &DOTNET_ON_FLEX,
    &RESERVED_SETTING,
    &APP_CODE,
    &SCHEDULE,
    &FUNCTION_NAME,
];

pub(super) const fn hosting(plan: Plan) -> Hosting {
    match plan {
        Plan::Flex => Hosting::FlexConsumption,
        Plan::ElasticPremium => Hosting::Linux,
    }
}

pub(super) const fn version(
    merged: &FunctionsMerged<'_>,
    _settings: &FunctionsSettings,
    _context: &Context,
) -> Option<Finding> {
    check_version(hosting(merged.plan), merged.runtime.name(), merged.runtime.version().as_str())
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
    let bytes = code.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_lowercase() && !bytes[i].is_ascii_digit() {
            return Some(Finding::of(&APP_CODE).text(0, code));
        }
        i += 1;
    }
    if bytes.is_empty() || bytes.len() > 4 { Some(Finding::of(&APP_CODE).text(0, code)) } else { None }
}

/// How many containers of its storage account an app takes: Flex keeps the deployed package in one.
pub(super) const fn deployment_containers(plan: Plan) -> u64 {
    match plan {
        Plan::Flex => 1,
        Plan::ElasticPremium => 0,
    }
}

/// Whether anybody may call one of the functions.
pub const fn is_open(functions: &[Function]) -> bool {
    let mut i = 0;
    while i < functions.len() {
        if let Trigger::Http { auth: Auth::Anonymous, .. } = functions[i].trigger {
            return true;
        }
        i += 1;
    }
    false
}

/// Whether one of the functions wants a key.
pub const fn wants_key(functions: &[Function]) -> bool {
    let mut i = 0;
    while i < functions.len() {
        if let Trigger::Http { auth: Auth::Function, .. } = functions[i].trigger {
            return true;
        }
        i += 1;
    }
    false
}

/// Are the functions of a list callable: names, schedules? That no name stands twice in an app is for the merge to see.
pub const fn check_functions(functions: &[Function]) -> Option<Finding> {
    let mut i = 0;
    while i < functions.len() {
        let function = &functions[i];
        if !is_function_name(function.name) {
            return Some(Finding::of(&FUNCTION_NAME).text(0, function.name));
        }
        if let Trigger::Timer { schedule } = function.trigger
            && let Some(wrong) = cron::check(schedule)
        {
            return Some(Finding::of(&SCHEDULE).text(0, schedule).text(1, function.name).text(2, wrong));
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
    }
}
