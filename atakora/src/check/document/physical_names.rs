//! Names in Azure that must differ: two resources of one name in one scope. Only names that are data can be compared.

use std::collections::HashMap;

use super::{problem, rule};
use crate::check::{Kind, Rule};
use crate::terraform::close::{Closed, ClosedStack};
use crate::terraform::contents::Declared;
use crate::terraform::declare::Mode;
use crate::terraform::sources::place;
use crate::terraform::value::Value;

static TWICE: Rule = rule(
    "ATK-DOC-080",
    "NameError",
    "two resources are called `{}`, which must be unique {}\n  First:  {}\n  Second: {}",
    "rename one of them",
    (Kind::Azure, "Azure documentation, Naming rules and restrictions for Azure resources, 2026"),
);

pub(super) static ALL: &[&Rule] = &[&TWICE];

/// Where a name must be unique.
#[derive(Clone, Copy)]
enum Scope {
    /// In all of Azure, together with whatever shares this host name.
    Global(&'static str),
    Subscription,
    ResourceGroup,
}

fn scope(type_name: &str) -> Option<Scope> {
    Some(match type_name.strip_prefix("azurerm_")? {
        "api_management" => Scope::Global("azure-api.net"),
        "app_configuration" => Scope::Global("azconfig.io"),
        "container_registry" => Scope::Global("azurecr.io"),
        "cosmosdb_account" => Scope::Global("documents.azure.com"),
        "data_factory" => Scope::Global("data factories"),
        "eventhub_namespace" | "relay_namespace" | "servicebus_namespace" => Scope::Global("servicebus.windows.net"),
        "function_app_flex_consumption"
        | "linux_function_app"
        | "linux_web_app"
        | "logic_app_standard"
        | "windows_function_app"
        | "windows_web_app" => Scope::Global("azurewebsites.net"),
        "key_vault" => Scope::Global("vault.azure.net"),
        "mssql_server" => Scope::Global("database.windows.net"),
        "mysql_flexible_server" => Scope::Global("mysql.database.azure.com"),
        "postgresql_flexible_server" => Scope::Global("postgres.database.azure.com"),
        "redis_cache" => Scope::Global("redis.cache.windows.net"),
        "search_service" => Scope::Global("search.windows.net"),
        "storage_account" => Scope::Global("core.windows.net"),
        "resource_group" => Scope::Subscription,
        "application_gateway"
        | "application_insights"
        | "cdn_frontdoor_profile"
        | "container_app"
        | "container_app_environment"
        | "dns_zone"
        | "eventgrid_system_topic"
        | "lb"
        | "log_analytics_workspace"
        | "managed_redis"
        | "monitor_action_group"
        | "monitor_metric_alert"
        | "nat_gateway"
        | "network_interface"
        | "network_security_group"
        | "private_dns_zone"
        | "private_endpoint"
        | "public_ip"
        | "route_table"
        | "service_plan"
        | "static_web_app"
        | "traffic_manager_profile"
        | "user_assigned_identity"
        | "virtual_network" => Scope::ResourceGroup,
        _ => return None,
    })
}

/// A resource, and the stack that it is in.
type Found<'a> = (&'a ClosedStack<'a>, &'a Declared);

pub(crate) fn check(closed: &Closed<'_>, problems: &mut Vec<String>) {
    let mut seen: HashMap<String, (usize, usize)> = HashMap::new();
    for (stack, here) in closed.stacks.iter().enumerate() {
        for (position, resource) in here.contents.resources.iter().enumerate() {
            let Some((key, name, scope)) = key(here, resource) else {
                continue;
            };
            let Some(&(stack, position)) = seen.get(&key) else {
                seen.insert(key, (stack, position));
                continue;
            };
            let first = &closed.stacks[stack];
            let wide = match scope {
                Scope::Global(_) => "in all of Azure",
                Scope::Subscription => "in a subscription",
                Scope::ResourceGroup => "in a resource group",
            };
            let both = [(first, &first.contents.resources[position]), (here, resource)].map(shown);
            problems.push(problem(&TWICE, &[name, wide, &both[0], &both[1]]));
        }
    }
}

fn shown((stack, resource): Found<'_>) -> String {
    format!("`{}` in the stack `{}` ({})", resource.address, stack.stack.name(), place(&resource.source))
}

/// What must be unique, with the name and the scope. Azure compares names without regard to case.
fn key<'a>(here: &ClosedStack<'_>, resource: &'a Declared) -> Option<(String, &'a str, Scope)> {
    let several = resource.body.get("for_each").is_some() || resource.body.get("count").is_some();
    let Value::Text(name) = resource.body.get("name")? else {
        return None;
    };
    if resource.mode != Mode::Managed || several {
        return None;
    }
    let scope = scope(&resource.type_name)?;
    let within = match scope {
        Scope::Global(host) => host.to_owned(),
        Scope::Subscription => format!("{}|{}", subscription(here, resource), resource.type_name),
        Scope::ResourceGroup => {
            let group = resource.body.get("resource_group_name").and_then(|group| group_name(here, group))?;
            format!("{}|{}|{}", subscription(here, resource), group.to_ascii_lowercase(), resource.type_name)
        }
    };
    Some((format!("{within}|{}", name.to_ascii_lowercase()), name, scope))
}

/// The subscription of a resource, as far as documents tell: what the stack or its provider alias says, else the same.
fn subscription(here: &ClosedStack<'_>, resource: &Declared) -> String {
    match (resource.provider_alias(), &here.contents.subscription) {
        (Some(alias), _) => format!("{}.{alias}", here.stack.name()),
        (None, Some(Value::Text(id))) => id.to_string(),
        (None, Some(_)) => here.stack.name().to_owned(),
        (None, None) => String::new(),
    }
}

/// A resource group's name, where it is data, or the name of a group that the stack makes under a name that is data.
fn group_name<'a>(here: &'a ClosedStack<'_>, group: &'a Value) -> Option<&'a str> {
    match group {
        Value::Text(name) => Some(name),
        Value::Expression(expression) if expression.stack == here.stack.id() => {
            let group = here.contents.resource(expression.text.strip_suffix(".name")?)?;
            match group.body.get("name")? {
                Value::Text(name) => Some(name),
                _ => None,
            }
        }
        _ => None,
    }
}
