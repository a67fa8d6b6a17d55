//! Plans that apps run on.

use super::common::known;
use super::findings::{Findings, azure};
use super::reader::On;
use super::rule;
use super::world::World;
use crate::check::{Kind, Rule};

const FLEX: &str = "Azure documentation, Azure Functions Flex Consumption plan hosting, 2026";
const PROVIDER: &str = "azurerm 5.2.0, service_plan_resource.go";
const TITLE: &str = "FunctionsError";

static WINDOWS: Rule = azure(
    "ATK-DOC-170",
    TITLE,
    "{}: a plan of Flex Consumption (`FC1`) runs Linux, not `{}`",
    "set `os_type` to `Linux`",
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
static AUTO_SCALE: Rule = azure(
    "ATK-DOC-191",
    TITLE,
    "{}: only plans whose SKU begins with `P` scale by themselves, not `{}`",
    "leave `premium_plan_auto_scale_enabled` out, or choose a SKU like `P1v3`",
    PROVIDER,
);
static ELASTIC: Rule = azure(
    "ATK-DOC-192",
    TITLE,
    "{}: a plan `{}` that does not scale by itself takes no `maximum_elastic_worker_count`",
    "set `premium_plan_auto_scale_enabled` to true, or leave the count out",
    PROVIDER,
);
static NOT_ELASTIC: Rule = rule(
    "ATK-DOC-193",
    TITLE,
    "{}: a plan `{}` is not elastic, so that `maximum_elastic_worker_count` does nothing",
    "leave it out: it is for Elastic Premium, Workflow Standard and plans that scale by themselves",
    (Kind::Works, "azurerm 5.2.0, documentation of azurerm_service_plan"),
);
static NO_BALANCE: Rule = azure(
    "ATK-DOC-194",
    TITLE,
    "{}: a plan `{}` cannot be balanced over zones",
    "leave `zone_balancing_enabled` out, or choose a Premium plan",
    PROVIDER,
);
static WORKERS: Rule = azure(
    "ATK-DOC-195",
    TITLE,
    "{}: a plan `{}` has at most {} workers, not {}",
    "ask for fewer, or choose another SKU",
    "Azure documentation, Azure subscription and service limits, 2026",
);

pub(super) static ALL: &[&Rule] =
    &[&WINDOWS, &ENVIRONMENT, &BALANCE, &BALANCE_WORKERS, &AUTO_SCALE, &ELASTIC, &NOT_ELASTIC, &NO_BALANCE, &WORKERS];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("service_plan") {
        plan(on, out);
        scaling(on, out);
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

fn scaling(on: On<'_>, out: &mut Findings<'_>) {
    let Some(sku) = on.get("sku_name").text() else { return };
    let scales = on.get("premium_plan_auto_scale_enabled");
    let (premium, elastic) = (sku.starts_with('P'), sku.starts_with("EP") || sku.starts_with("WS"));
    out.tell_if(scales.flag() == Some(true) && !premium, on, &AUTO_SCALE, &[sku]);
    if on.get("maximum_elastic_worker_count").is_set() {
        out.tell_if(premium && (!scales.is_set() || scales.flag() == Some(false)), on, &ELASTIC, &[sku]);
        out.tell_if(!premium && !elastic, on, &NOT_ELASTIC, &[sku]);
    }
    let small = ['B', 'S', 'F', 'D'].iter().any(|first| sku.starts_with(*first)) && sku != "FC1";
    out.tell_if(small && on.get("zone_balancing_enabled").flag() == Some(true), on, &NO_BALANCE, &[sku]);
    let most = match sku.as_bytes() {
        b"SHARED" => return,
        [b'B', ..] => 3,
        [b'S', ..] => 10,
        [b'I', ..] => 100,
        _ => return,
    };
    if let Some(workers) = on.get("worker_count").number() {
        out.tell_if(workers > most, on, &WORKERS, &[sku, &most.to_string(), &workers.to_string()]);
    }
}
