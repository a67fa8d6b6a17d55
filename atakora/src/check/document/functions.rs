//! Function apps, and the plan that each is in.

use std::collections::HashMap;

use super::findings::{Findings, azure};
use super::reader::{On, Read};
use super::rule;
use super::world::World;
use crate::check::{Kind, Rule};

const FLEX: &str = "Azure documentation, Azure Functions Flex Consumption plan hosting, 2026";
const PROVIDER: &str =
    "azurerm 5.2.0, function_app_flex_consumption_resource.go and linux_function_app_resource.go, while applying";
const TITLE: &str = "FunctionsError";

static ONE_APP: Rule = azure(
    "ATK-DOC-171",
    TITLE,
    "{}: a plan of Flex Consumption holds one app, and {} is in {} already",
    "give each app a plan of its own",
    FLEX,
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
pub(super) static HOST_IDENTITY: Rule = azure(
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
static QUOTA: Rule = rule(
    "ATK-DOC-199",
    TITLE,
    "{}: the plan {} (`{}`) has no daily quota, so that `daily_memory_time_quota` does nothing",
    "leave it out: only Consumption (`Y1`) counts memory",
    (Kind::Works, "azurerm 5.2.0, documentation of azurerm_linux_function_app"),
);
static SLOT_OF_FLEX: Rule = azure(
    "ATK-DOC-201",
    TITLE,
    "{}: it is a slot of {}, and Flex Consumption has none",
    "leave it out, or choose Elastic Premium or a dedicated plan",
    "Azure documentation, Azure Functions Flex Consumption plan hosting, 2026",
);
static SLOTS: Rule = azure(
    "ATK-DOC-202",
    TITLE,
    "{}: with it {} has {} slots, and its plan (`{}`) takes {} beside production",
    "keep fewer, or choose another plan",
    "Azure documentation, Azure Functions scale and hosting, 2026",
);

pub(super) static ALL: &[&Rule] = &[
    &QUOTA,
    &SLOT_OF_FLEX,
    &SLOTS,
    &ONE_APP,
    &PLAN,
    &HOST_STORAGE,
    &HOST_IDENTITY,
    &ALWAYS_ON,
    &NOT_ON_PLAN,
    &CONTENT,
    &RESERVED,
];

const APPS: [&str; 2] = ["function_app_flex_consumption", "linux_function_app"];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
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
    slots(world, out);
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
    let pull = "vnet_image_pull_enabled";
    out.tell_if(sku == "Y1" && on.get(pull).flag() == Some(true), on, &NOT_ON_PLAN, &[&shown, sku, pull]);
    let quota = on.get("daily_memory_time_quota").number().is_some_and(|quota| quota > 0);
    out.tell_if(quota && sku != "Y1", on, &QUOTA, &[&shown, sku]);
}

/// The slots of apps; what is counted by the plan.
fn slots(world: &World<'_>, out: &mut Findings<'_>) {
    let mut counts: HashMap<_, i64> = HashMap::new();
    for on in world.all("linux_function_app_slot") {
        let Some(target) = on.get("function_app_id").target() else { continue };
        let shown = format!("`{}`", target.on.address());
        out.tell_if(target.on.kind() == "function_app_flex_consumption", on, &SLOT_OF_FLEX, &[&shown]);
        let plan = world.named("service_plan", target.on.get("service_plan_id"));
        let Some(sku) = plan.and_then(|plan| plan.get("sku_name").text()).filter(|_| !on.is_several()) else {
            continue;
        };
        let most = match sku {
            "Y1" => 1,
            sku if sku.starts_with("EP") => 2,
            sku if sku.starts_with('S') && sku != "SHARED" => 4,
            sku if sku.starts_with('P') => 19,
            _ => continue,
        };
        let count = counts.entry(target.on.key()).or_default();
        *count += 1;
        out.tell_if(*count > most, on, &SLOTS, &[&shown, &count.to_string(), sku, &most.to_string()]);
    }
}

fn app(on: On<'_>, out: &mut Findings<'_>) {
    let setting = |name| on.get("app_settings").get(name).is_set();
    out.tell_if(setting("WEBSITE_CONTENTOVERVNET") && !setting("WEBSITE_CONTENTSHARE"), on, &CONTENT, &[]);
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
pub(super) fn readable(map: Read<'_>) -> bool {
    !map.is_set() || !map.entries().is_empty()
}
