//! Monitoring: workspaces, Application Insights, diagnostic settings.

use std::collections::HashMap;

use super::findings::{Findings, azure};
use super::world::World;
use crate::check::Rule;

const TITLE: &str = "MonitoringError";
const WORKSPACE: &str = "azurerm 5.2.0, log_analytics_workspace_resource.go, while applying";

static RESERVATION: Rule = azure(
    "ATK-DOC-210",
    TITLE,
    "{}: a reserved capacity and the SKU `CapacityReservation` go together",
    "set `reservation_capacity_in_gb_per_day` with that SKU and with no other",
    WORKSPACE,
);
static CLUSTER: Rule = azure(
    "ATK-DOC-211",
    TITLE,
    "{}: no workspace begins with the SKU `LACluster`",
    "choose `PerGB2018`, and link the cluster afterwards",
    WORKSPACE,
);
static CLASSIC: Rule = azure(
    "ATK-DOC-212",
    TITLE,
    "{}: Application Insights without a workspace was retired",
    "set `workspace_id`",
    "Azure documentation, Migrate to workspace-based Application Insights resources, 2026",
);
static SETTINGS: Rule = azure(
    "ATK-DOC-215",
    TITLE,
    "{}: it is the {}th diagnostic setting of one resource, and Azure takes 5",
    "send several categories with one setting",
    "Azure documentation, Azure Monitor service limits, 2026",
);
static DESTINATION_TYPE: Rule = azure(
    "ATK-DOC-216",
    TITLE,
    "{}: `log_analytics_destination_type` is about a workspace, and it names none",
    "set `log_analytics_workspace_id`, or leave the type out",
    "azurerm 5.2.0, monitor_diagnostic_setting_resource.go",
);

pub(super) static ALL: &[&Rule] = &[&DESTINATION_TYPE, &RESERVATION, &CLUSTER, &CLASSIC, &SETTINGS];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("log_analytics_workspace") {
        let reserved = on.get("reservation_capacity_in_gb_per_day").is_set();
        let sku = on.get("sku");
        if let Some(sku) = if sku.is_set() { sku.text() } else { Some("PerGB2018") } {
            out.tell_if(reserved != (sku == "CapacityReservation"), on, &RESERVATION, &[]);
            out.tell_if(sku == "LACluster", on, &CLUSTER, &[]);
        }
    }
    for on in world.all("application_insights") {
        out.tell_if(!on.get("workspace_id").is_set(), on, &CLASSIC, &[]);
    }
    let mut settings: HashMap<_, usize> = HashMap::new();
    for on in world.all("monitor_diagnostic_setting") {
        let workspace = on.get("log_analytics_workspace_id").is_set();
        out.tell_if(on.get("log_analytics_destination_type").is_set() && !workspace, on, &DESTINATION_TYPE, &[]);
        if let Some(target) = on.get("target_resource_id").target() {
            // the services of a storage account have settings of their own
            let count = settings.entry((target.on.key(), target.attribute)).or_default();
            *count += 1;
            let whole = on.get("target_resource_id").pieces().len() == 1;
            out.tell_if(whole && *count > 5, on, &SETTINGS, &[&count.to_string()]);
        }
    }
}
