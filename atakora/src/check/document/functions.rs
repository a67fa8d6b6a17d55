//! Function apps and their plans.

use std::collections::HashMap;

use super::common::known;
use super::reader::{Findings, On, Part, Read, World, azure};
use crate::azure::functions::{Hosting, RuntimeName};
use crate::check::Rule;

const FLEX: &str = "Azure documentation, Azure Functions Flex Consumption plan hosting, 2026";
const PROVIDER: &str =
    "azurerm 5.2.0, function_app_flex_consumption_resource.go and linux_function_app_resource.go, while applying";
const TITLE: &str = "FunctionsError";

static WINDOWS: Rule = azure(
    "ATK-DOC-170",
    TITLE,
    "{}: a plan of Flex Consumption (`FC1`) runs Linux, not `{}`",
    "set `os_type` to `Linux`",
    FLEX,
);
static ONE_APP: Rule = azure(
    "ATK-DOC-171",
    TITLE,
    "{}: a plan of Flex Consumption holds one app, and {} is in {} already",
    "give each app a plan of its own",
    FLEX,
);
static ENVIRONMENT: Rule = azure(
    "ATK-DOC-172",
    TITLE,
    "{}: in an App Service Environment there are only plans whose SKU begins with `I`, not `{}`",
    "choose one of those, or leave `app_service_environment_id` out",
    "azurerm 5.2.0, service_plan_resource.go, while applying",
);
static BALANCE: Rule = azure(
    "ATK-DOC-173",
    TITLE,
    "{}: `{}` has no availability zones to balance over",
    "leave `zone_balancing_enabled` out, or choose another region",
    "Azure documentation, Azure regions with availability zones, 2026",
);
static BALANCE_WORKERS: Rule = azure(
    "ATK-DOC-174",
    TITLE,
    "{}: one worker cannot be balanced over zones",
    "set `worker_count` to 2 or more",
    "Azure documentation, Reliability in Azure App Service, 2026",
);
static PLAN: Rule = azure(
    "ATK-DOC-175",
    TITLE,
    "{}: the plan {} is {}, and this app needs {}",
    "use another type of app, or another plan",
    PROVIDER,
);
static HOST_STORAGE: Rule = azure(
    "ATK-DOC-177",
    TITLE,
    "{}: it names a storage account, and no way to be let in",
    "set `storage_uses_managed_identity`, or `storage_account_access_key`",
    PROVIDER,
);
static HOST_IDENTITY: Rule = azure(
    "ATK-DOC-178",
    TITLE,
    "{}: its host is to read the storage account with an identity, and the app setting `{}` does not say so",
    "set `AzureWebJobsStorage__accountName`, with `__credential: managedidentity`, and `__clientId` of a user-assigned identity",
    "Azure documentation, App settings reference for Azure Functions, 2026; azurerm issue 29693",
);
static ALWAYS_ON: Rule = azure(
    "ATK-DOC-179",
    TITLE,
    "{}: the plan {} (`{}`) keeps no app always on",
    "leave `always_on` out",
    "azurerm 5.2.0, documentation of azurerm_linux_function_app",
);
static NOT_ON_PLAN: Rule = azure(
    "ATK-DOC-180",
    TITLE,
    "{}: the plan {} (`{}`) has no `{}`",
    "leave it out, or choose Flex Consumption, Elastic Premium or a dedicated plan",
    PROVIDER,
);
static CONTENT: Rule = azure(
    "ATK-DOC-181",
    TITLE,
    "{}: the app setting `WEBSITE_CONTENTOVERVNET` needs `WEBSITE_CONTENTSHARE`",
    "set both, or none",
    PROVIDER,
);
static RESERVED: Rule = azure(
    "ATK-DOC-182",
    TITLE,
    "{}: it cannot have the app setting `{}`",
    "leave it out: the arguments of the resource say the same",
    FLEX,
);
static RESTRICTION: Rule = azure(
    "ATK-DOC-183",
    TITLE,
    "{}: a rule for addresses names {} of `ip_address`, `service_tag` and `virtual_network_subnet_id`",
    "name exactly one of them",
    PROVIDER,
);
static ENDPOINT: Rule = azure(
    "ATK-DOC-184",
    TITLE,
    "{}: its package cannot lie at `{}`",
    "write `https://<account>.blob.core.windows.net/<container>`: `primary_blob_endpoint` of the account, then the container's name",
    PROVIDER,
);
static AUTHENTICATION: Rule = azure(
    "ATK-DOC-185",
    TITLE,
    "{}: with `storage_authentication_type` `{}` it needs `{}`",
    "set it, or choose another way to be let in",
    PROVIDER,
);
static FOREIGN_IDENTITY: Rule = azure(
    "ATK-DOC-186",
    TITLE,
    "{}: the identity that reads its package is none of its own",
    "put the same id into `identity.identity_ids`",
    PROVIDER,
);
static VERSION: Rule = azure("ATK-DOC-187", TITLE, "{}: Flex Consumption does not run {} {}", "use one of: {}", FLEX);
static ALWAYS_READY: Rule = azure(
    "ATK-DOC-189",
    TITLE,
    "{}: {} instances are always ready, and at most {} can run",
    "raise `maximum_instance_count`, or keep fewer ready",
    PROVIDER,
);

pub(super) static ALL: &[&Rule] = &[
    &WINDOWS,
    &ONE_APP,
    &ENVIRONMENT,
    &BALANCE,
    &BALANCE_WORKERS,
    &PLAN,
    &HOST_STORAGE,
    &HOST_IDENTITY,
    &ALWAYS_ON,
    &NOT_ON_PLAN,
    &CONTENT,
    &RESERVED,
    &RESTRICTION,
    &ENDPOINT,
    &AUTHENTICATION,
    &FOREIGN_IDENTITY,
    &VERSION,
    &ALWAYS_READY,
];

const APPS: [&str; 2] = ["function_app_flex_consumption", "linux_function_app"];
const HOST: &str = "AzureWebJobsStorage__accountName";

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("service_plan") {
        plan(on, out);
    }
    let mut in_plan: HashMap<_, On<'_>> = HashMap::new();
    for on in APPS.into_iter().flat_map(|kind| world.all(kind)) {
        app(on, out);
        let Some(plan) = world.named("service_plan", on.get("service_plan_id")) else { continue };
        fits(on, plan, out);
        if plan.get("sku_name").says("FC1") && !on.is_several() {
            match in_plan.get(&plan.key()) {
                Some(first) => out.tell(on, &ONE_APP, &[&first.shown(), &format!("`{}`", plan.address())]),
                None => drop(in_plan.insert(plan.key(), on)),
            }
        }
    }
    for on in world.all("linux_function_app") {
        linux(on, out);
    }
    for on in world.all("function_app_flex_consumption") {
        flex(on, out);
    }
}

fn plan(on: On<'_>, out: &mut Findings<'_>) {
    let Some(sku) = on.get("sku_name").text() else { return };
    if let Some(os) = on.get("os_type").text() {
        out.tell_if(sku == "FC1" && os != "Linux", on, &WINDOWS, &[os]);
    }
    let environment = on.get("app_service_environment_id").is_set();
    out.tell_if(environment && !sku.starts_with('I'), on, &ENVIRONMENT, &[sku]);
    if on.get("zone_balancing_enabled").flag() == Some(true) {
        if let Some(region) = on.get("location").text().and_then(known) {
            out.tell_if(!region.zones(), on, &BALANCE, &[region.name()]);
        }
        out.tell_if(on.get("worker_count").number() == Some(1), on, &BALANCE_WORKERS, &[]);
    }
}

/// The app and the plan that it is in.
fn fits(on: On<'_>, plan: On<'_>, out: &mut Findings<'_>) {
    let Some(sku) = plan.get("sku_name").text() else { return };
    let shown = format!("`{}`", plan.address());
    if on.kind() == "function_app_flex_consumption" {
        out.tell_if(sku != "FC1", on, &PLAN, &[&shown, &format!("`{sku}`"), "`FC1`"]);
        return;
    }
    out.tell_if(
        sku == "FC1",
        on,
        &PLAN,
        &[&shown, "`FC1`", "another one: Flex Consumption has a type of app of its own"],
    );
    let windows = plan.get("os_type").text().is_some_and(|os| os != "Linux");
    out.tell_if(windows, on, &PLAN, &[&shown, "not for Linux", "one with `os_type` `Linux`"]);
    let always_on = on.block("site_config").get("always_on").flag() == Some(true);
    out.tell_if(always_on && (sku == "Y1" || sku.starts_with("EP")), on, &ALWAYS_ON, &[&shown, sku]);
    for (argument, missing) in
        [("backup", sku == "Y1" || sku.starts_with('B')), ("virtual_network_subnet_id", sku == "Y1")]
    {
        out.tell_if(missing && on.get(argument).is_set(), on, &NOT_ON_PLAN, &[&shown, sku, argument]);
    }
}

fn app(on: On<'_>, out: &mut Findings<'_>) {
    let setting = |name| on.get("app_settings").get(name).is_set();
    out.tell_if(setting("WEBSITE_CONTENTOVERVNET") && !setting("WEBSITE_CONTENTSHARE"), on, &CONTENT, &[]);
    let config = on.block("site_config");
    for rule in ["ip_restriction", "scm_ip_restriction"].iter().flat_map(|list| config.get(list).each()) {
        let named =
            ["ip_address", "service_tag", "virtual_network_subnet_id"].iter().filter(|way| rule.get(way).is_set());
        let count = named.count();
        out.tell_if(count != 1, on, &RESTRICTION, &[if count == 0 { "none" } else { "several" }]);
    }
}

fn linux(on: On<'_>, out: &mut Findings<'_>) {
    let managed = on.get("storage_uses_managed_identity");
    let let_in = managed.is_set() && managed.flag() != Some(false) || on.get("storage_account_access_key").is_set();
    out.tell_if(on.get("storage_account_name").is_set() && !let_in, on, &HOST_STORAGE, &[]);
    // the provider writes `__accountName` itself, and nothing of an identity that is not the system's
    let user = on.block("identity").get("type").says("UserAssigned");
    let client = "AzureWebJobsStorage__clientId";
    let told = on.get("app_settings").get(client).is_set() || !readable(on.get("app_settings"));
    out.tell_if(managed.flag() == Some(true) && user && !told, on, &HOST_IDENTITY, &[client]);
    let stack = on.block("site_config").get("application_stack").block();
    let isolated = stack.get("use_dotnet_isolated_runtime").flag() == Some(true);
    let worker = "FUNCTIONS_WORKER_RUNTIME";
    out.tell_if(isolated && on.get("app_settings").get(worker).is_set(), on, &RESERVED, &[worker]);
}

/// Whether the keys of a map can be seen.
fn readable(map: Read<'_>) -> bool {
    !map.is_set() || !map.entries().is_empty()
}

fn flex(on: On<'_>, out: &mut Findings<'_>) {
    if let Some(wrong) = wrong_endpoint(on.get("storage_container_endpoint")) {
        out.tell(on, &ENDPOINT, &[&wrong]);
    }
    authentication(on, out);
    let runtime = on.get("runtime_name").text();
    let runtime = RUNTIMES.into_iter().find(|known| runtime == Some(known.name()));
    if let (Some(runtime), Some(version)) = (runtime, on.get("runtime_version").text()) {
        let versions = runtime.versions(Hosting::FlexConsumption);
        // what the table does not list, it does not know
        let known = versions.is_empty() || versions.contains(&version);
        out.tell_if(!known, on, &VERSION, &[runtime.name(), version, &versions.join(", ")]);
    }
    always_ready(on, out);
}

const RUNTIMES: [RuntimeName; 5] =
    [RuntimeName::DotnetIsolated, RuntimeName::Java, RuntimeName::Node, RuntimeName::PowerShell, RuntimeName::Python];

/// The place of the package, where it is surely none.
fn wrong_endpoint(endpoint: Read<'_>) -> Option<String> {
    match endpoint.pieces().as_slice() {
        [Part::Target(target)] => {
            let (kind, attribute) = (target.on.kind(), target.attribute);
            // in the provider's version 5, `url` of a container is the address of its data
            let right = kind == "storage_container" && attribute == "url";
            let about = kind == "storage_container" || kind == "storage_account";
            (about && !right).then(|| format!("{}.{attribute}", target.on.address()))
        }
        [Part::Target(target), Part::Text(text), ..] if target.attribute == "primary_blob_endpoint" => {
            // it ends with `/`
            text.starts_with('/').then(|| format!("{}.primary_blob_endpoint{text}", target.on.address()))
        }
        [Part::Target(target), ..] if target.on.kind().starts_with("storage_") => {
            let right =
                target.attribute.starts_with("primary_blob_") || target.attribute.starts_with("secondary_blob_");
            (!right).then(|| format!("{}.{}…", target.on.address(), target.attribute))
        }
        _ => None,
    }
}

fn authentication(on: On<'_>, out: &mut Findings<'_>) {
    let Some(way) = on.get("storage_authentication_type").text() else { return };
    let mut needs = |argument: &str| out.tell_if(!on.get(argument).is_set(), on, &AUTHENTICATION, &[way, argument]);
    match way {
        "StorageAccountConnectionString" => needs("storage_access_key"),
        "UserAssignedIdentity" => needs("storage_user_assigned_identity_id"),
        "SystemAssignedIdentity" => needs("identity"),
        _ => return,
    }
    if way == "UserAssignedIdentity" {
        let (reads, own) =
            (on.get("storage_user_assigned_identity_id"), on.block("identity").get("identity_ids").each());
        let known = reads.target().is_some() && !own.is_empty() && own.iter().all(|id| id.target().is_some());
        out.tell_if(known && !own.iter().any(|id| id.identity() == reads.identity()), on, &FOREIGN_IDENTITY, &[]);
    }
    let settings = on.get("app_settings");
    if way != "StorageAccountConnectionString" && readable(settings) {
        out.tell_if(!settings.get(HOST).is_set(), on, &HOST_IDENTITY, &[HOST]);
    }
}

fn always_ready(on: On<'_>, out: &mut Findings<'_>) {
    let ready = on.each("always_ready");
    let count: i64 = ready.iter().filter_map(|block| block.get("instance_count").number()).sum();
    let most = on.get("maximum_instance_count");
    let most = if most.is_set() { most.number() } else { Some(100) };
    if let Some(most) = most {
        out.tell_if(count > most, on, &ALWAYS_READY, &[&count.to_string(), &most.to_string()]);
    }
}
