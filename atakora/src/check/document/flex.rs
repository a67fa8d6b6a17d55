//! Function apps on Flex Consumption.

use super::findings::{Findings, azure};
use super::functions::{HOST_IDENTITY, readable};
use super::reader::{On, Part, Read};
use super::world::World;
use crate::azure::functions::{Hosting, RuntimeName};
use crate::check::Rule;

const FLEX: &str = "Azure documentation, Azure Functions Flex Consumption plan hosting, 2026";
const PROVIDER: &str = "azurerm 5.2.0, function_app_flex_consumption_resource.go, while applying";
const TITLE: &str = "FunctionsError";

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
static READY_TWICE: Rule = azure(
    "ATK-DOC-200",
    TITLE,
    "{}: its plan is balanced over zones, and of `{}` one instance is always ready",
    "keep 2 or more ready, or none",
    FLEX,
);

pub(super) static ALL: &[&Rule] =
    &[&ENDPOINT, &AUTHENTICATION, &FOREIGN_IDENTITY, &VERSION, &ALWAYS_READY, &READY_TWICE];

const HOST: &str = "AzureWebJobsStorage__accountName";

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("function_app_flex_consumption") {
        flex(on, out);
        let plan = world.named("service_plan", on.get("service_plan_id"));
        if plan.is_some_and(|plan| plan.get("zone_balancing_enabled").flag() == Some(true)) {
            for ready in on.each("always_ready") {
                let name = ready.get("name").text().unwrap_or("?");
                out.tell_if(ready.get("instance_count").number() == Some(1), on, &READY_TWICE, &[name]);
            }
        }
    }
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
