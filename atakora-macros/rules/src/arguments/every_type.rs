//! Arguments that many types have, and resource groups.

use crate::argument::{ArgumentRule, rule, texts};
use crate::forms;
use crate::name::Name;
use crate::takes::Takes;

const REGIONS: &str = "Azure documentation, List of Azure regions, 2026; azurerm 5.2.0 takes any text";
const IDENTITY: &str = "azurerm 5.2.0 (August 2026), identities of resources";
const GROUPS: &str = "azurerm 5.2.0 (August 2026), resource groups; Azure documentation, Naming rules, 2026";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-001",
        REGIONS,
        &[
            "*.location",
            "azurerm_cosmosdb_account.geo_location.location",
            "azurerm_traffic_manager_external_endpoint.endpoint_location",
            "azurerm_cdn_frontdoor_origin.private_link.location",
        ],
        Takes::Form(forms::LOCATION),
        texts("atlantis", "West Europe"),
    )
    .solution(
        "name a region as `Region` does; for one that is newer than this version write `override location: \"..\"`",
    ),
    rule(
        "ATK-ARG-002",
        IDENTITY,
        &["*.identity.type"],
        Takes::OneOf(&["SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"]),
        texts("SystemAssigned,UserAssigned", "SystemAssigned, UserAssigned"),
    )
    .solution("both together are `\"SystemAssigned, UserAssigned\"`, with a comma and a space"),
    rule(
        "ATK-ARG-003",
        IDENTITY,
        &["azurerm_log_analytics_workspace.identity.type"],
        Takes::OneOf(&["SystemAssigned", "UserAssigned"]),
        texts("SystemAssigned, UserAssigned", "SystemAssigned"),
    )
    .solution("a workspace has one of the two, not both"),
    rule(
        "ATK-ARG-101",
        GROUPS,
        &["azurerm_resource_group.name", "*.resource_group_name"],
        Takes::Name(Name::new(1, 90, "a-zA-Z0-9_().-").not_ending(&["."])),
        texts("rg/shop", "rg-(shop)"),
    ),
];
