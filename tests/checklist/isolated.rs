//! Unreachable from outside, and reachable from inside: public access off, private endpoints, names that lead to them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::network::*;
use super::*;

/// All of them, by their numbers; beside those of [`secure`].
pub const RULES: [(&str, Rule); 19] = [
    ("N1", apps_are_closed),
    ("N2", storage_is_closed),
    ("N3", cosmos_is_closed),
    ("N4", service_bus_is_closed),
    ("N5", vaults_are_closed),
    ("N6", monitoring_is_closed),
    ("P1", everything_has_its_endpoints),
    ("P2", endpoints_need_no_approval),
    ("P3", endpoints_have_their_names),
    ("P4", zones_are_linked),
    ("P5", endpoint_subnets_obey),
    ("G1", subnets_have_groups),
    ("G2", |document| groups_are_closed(document, &[])),
    ("G3", no_lent_addresses),
    ("G4", priorities_differ),
    ("G5", addresses_fit),
    ("F1", apps_are_in_their_subnets),
    ("F3", everything_goes_through_the_network),
    ("D1", apps_wait_for_endpoints),
];
/// Beside these: what is logged.
pub const OBSERVED: [(&str, Rule); 2] = [("O1", everything_is_logged), ("O2", monitoring_is_linked)];

/// N1.
pub fn apps_are_closed(document: &Value) -> Violations {
    all_have(document, APPS, "/public_network_access_enabled", json!(false))
}

/// N2.
pub fn storage_is_closed(document: &Value) -> Violations {
    [
        all_have(document, STORAGE, "/public_network_access_enabled", json!(false)),
        all_have(document, STORAGE, "/network_rules/0/default_action", json!("Deny")),
    ]
    .concat()
}

/// N3.
pub fn cosmos_is_closed(document: &Value) -> Violations {
    all_have(document, COSMOS, "/public_network_access_enabled", json!(false))
}

/// N4: only Premium can be closed; a rule set that denies without rules is refused.
pub fn service_bus_is_closed(document: &Value) -> Violations {
    const NAMESPACES: &[&str] = &["azurerm_servicebus_namespace"];
    let mut violations = [
        all_have(document, NAMESPACES, "/public_network_access_enabled", json!(false)),
        all_have(document, NAMESPACES, "/sku", json!("Premium")),
    ]
    .concat();
    for (address, namespace) in resources(document, NAMESPACES) {
        let set = &namespace["network_rule_set"][0];
        if set["default_action"] == "Deny" && set.get("ip_rules").is_none() && set.get("network_rules").is_none() {
            violations.push(format!("{address} denies without a rule, which Azure refuses"));
        }
    }
    violations
}

/// N5.
pub fn vaults_are_closed(document: &Value) -> Violations {
    const VAULTS: &[&str] = &["azurerm_key_vault"];
    [
        all_have(document, VAULTS, "/public_network_access_enabled", json!(false)),
        all_have(document, VAULTS, "/network_acls/0/default_action", json!("Deny")),
    ]
    .concat()
}

/// N6.
pub fn monitoring_is_closed(document: &Value) -> Violations {
    const WORKSPACES: &[&str] = &["azurerm_log_analytics_workspace"];
    const INSIGHTS: &[&str] = &["azurerm_application_insights"];
    [
        all_have(document, WORKSPACES, "/internet_ingestion_access_type", json!("Disabled")),
        all_have(document, WORKSPACES, "/internet_query_access_type", json!("Disabled")),
        all_have(document, INSIGHTS, "/internet_ingestion_enabled", json!(false)),
        all_have(document, INSIGHTS, "/internet_query_enabled", json!(false)),
    ]
    .concat()
}

/// The parts of a type that need an endpoint each, with the zones that each needs.
const ENDPOINTS: &[(&str, &str, &[&str])] = &[
    ("azurerm_storage_account", "blob", &["blob.core.windows.net"]),
    ("azurerm_storage_account", "queue", &["queue.core.windows.net"]),
    ("azurerm_storage_account", "table", &["table.core.windows.net"]),
    ("azurerm_cosmosdb_account", "Sql", &["documents.azure.com"]),
    ("azurerm_servicebus_namespace", "namespace", &["servicebus.windows.net"]),
    ("azurerm_key_vault", "vault", &["vaultcore.azure.net"]),
    ("azurerm_function_app_flex_consumption", "sites", &["azurewebsites.net"]),
    ("azurerm_linux_function_app", "sites", &["azurewebsites.net"]),
    (
        "azurerm_monitor_private_link_scope",
        "azuremonitor",
        &[
            "monitor.azure.com",
            "oms.opinsights.azure.com",
            "ods.opinsights.azure.com",
            "agentsvc.azure-automation.net",
            "blob.core.windows.net",
        ],
    ),
];

/// A private endpoint: its address, what it leads to, which part of it.
struct Endpoint<'d> {
    address: String,
    target: String,
    part: &'d str,
    body: &'d Value,
}

fn endpoints(document: &Value) -> Vec<Endpoint<'_>> {
    let all = resources(document, &["azurerm_private_endpoint"]).into_iter();
    all.map(|(address, body)| {
        let connection = &body["private_service_connection"][0];
        let target = address_in(&connection["private_connection_resource_id"]).unwrap_or_default();
        let part = connection["subresource_names"][0].as_str().unwrap_or_default();
        Endpoint { address, target, part, body }
    })
    .collect()
}

/// P1.
pub fn everything_has_its_endpoints(document: &Value) -> Violations {
    let there: BTreeSet<(String, &str)> =
        endpoints(document).into_iter().map(|endpoint| (endpoint.target, endpoint.part)).collect();
    let mut violations = Vec::new();
    for (kind, part, _) in ENDPOINTS {
        for (address, _) in resources(document, &[*kind]) {
            if !there.contains(&(address.clone(), *part)) {
                violations.push(format!("{address} has no private endpoint for `{part}`"));
            }
        }
    }
    violations
}

/// P2.
pub fn endpoints_need_no_approval(document: &Value) -> Violations {
    all_have(
        document,
        &["azurerm_private_endpoint"],
        "/private_service_connection/0/is_manual_connection",
        json!(false),
    )
}

/// P3.
pub fn endpoints_have_their_names(document: &Value) -> Violations {
    let zones: BTreeMap<String, &str> = resources(document, &["azurerm_private_dns_zone"])
        .into_iter()
        .filter_map(|(address, zone)| Some((address, zone["name"].as_str()?)))
        .collect();
    let mut violations = Vec::new();
    for Endpoint { address, target, part, body } in endpoints(document) {
        let kind = target.split('.').next().unwrap_or_default();
        let Some((_, _, wanted)) = ENDPOINTS.iter().find(|(of, sub, _)| *of == kind && *sub == part) else {
            violations.push(format!("{address} leads to `{part}` of {target}"));
            continue;
        };
        let ids = body["private_dns_zone_group"][0]["private_dns_zone_ids"].as_array().into_iter().flatten();
        let has: BTreeSet<&str> = ids.filter_map(|id| zones.get(&address_in(id)?).copied()).collect();
        for zone in wanted.iter().map(|zone| format!("privatelink.{zone}")) {
            if !has.contains(zone.as_str()) {
                violations.push(format!("{address} is not in `{zone}`"));
            }
        }
    }
    violations
}

/// P4.
pub fn zones_are_linked(document: &Value) -> Violations {
    let links = resources(document, &["azurerm_private_dns_zone_virtual_network_link"]);
    let subnets = resources(document, &["azurerm_subnet"]);
    // the networks that the private endpoints are in
    let networks: BTreeSet<String> = endpoints(document)
        .iter()
        .filter_map(|endpoint| address_in(&endpoint.body["subnet_id"]))
        .filter_map(|subnet| {
            let (_, body) = subnets.iter().find(|(address, _)| *address == subnet)?;
            address_in(&body["virtual_network_name"])
        })
        .collect();
    let mut violations = Vec::new();
    for (zone, _) in resources(document, &["azurerm_private_dns_zone"]) {
        for network in &networks {
            let linked = links.iter().any(|(_, link)| {
                address_in(&link["private_dns_zone_id"]).as_ref() == Some(&zone)
                    && address_in(&link["virtual_network_id"]).as_ref() == Some(network)
            });
            if !linked {
                violations.push(format!("{zone} is not linked to {network}"));
            }
        }
    }
    if networks.is_empty() {
        violations.push("no private endpoint is in a network".into());
    }
    violations
}

/// D1: an app waits for the endpoints of what it uses, its own storage first, and for the links of their zones.
pub fn apps_wait_for_endpoints(document: &Value) -> Violations {
    let mut violations = Vec::new();
    for (address, app) in resources(document, APPS) {
        let waits: BTreeSet<String> = texts_of(&app["depends_on"]).into_iter().collect();
        let used: BTreeSet<String> = all_texts(app).iter().flat_map(|text| addresses_in(text)).collect();
        for endpoint in endpoints(document) {
            if used.contains(&endpoint.target) && endpoint.part != "sites" && !waits.contains(&endpoint.address) {
                violations.push(format!("{address} does not wait for {}", endpoint.address));
            }
        }
        for (link, body) in resources(document, &["azurerm_private_dns_zone_virtual_network_link"]) {
            let zone = address_in(&body["private_dns_zone_id"]).unwrap_or_default();
            // that of apps is for who calls them
            if !zone.contains("azurewebsites") && !waits.contains(&link) {
                violations.push(format!("{address} does not wait for {link}"));
            }
        }
    }
    violations
}

/// O1: what works writes logs; storage accounts by their services, because they have none themselves.
pub fn everything_is_logged(document: &Value) -> Violations {
    const LOGGED: [(&str, &str); 6] = [
        ("azurerm_cosmosdb_account", ".id}"),
        ("azurerm_servicebus_namespace", ".id}"),
        ("azurerm_key_vault", ".id}"),
        ("azurerm_function_app_flex_consumption", ".id}"),
        ("azurerm_linux_function_app", ".id}"),
        ("azurerm_storage_account", ".id}/blobServices/default"),
    ];
    let settings = resources(document, &["azurerm_monitor_diagnostic_setting"]);
    let mut violations = Vec::new();
    for (kind, of) in LOGGED {
        for (address, _) in resources(document, &[kind]) {
            let target = format!("${{{address}{of}");
            let logged = settings.iter().any(|(_, setting)| {
                setting["target_resource_id"] == target.as_str()
                    && setting["enabled_log"].as_array().is_some_and(|logs| !logs.is_empty())
                    && address_in(&setting["log_analytics_workspace_id"]).is_some()
            });
            if !logged {
                violations.push(format!("nobody keeps the logs of {address}"));
            }
        }
    }
    violations
}

/// O2: workspace and component are in the private link scope, which takes telemetry from the network only.
pub fn monitoring_is_linked(document: &Value) -> Violations {
    const SCOPES: &[&str] = &["azurerm_monitor_private_link_scope"];
    let services = resources(document, &["azurerm_monitor_private_link_scoped_service"]);
    let mut violations = all_have(document, SCOPES, "/ingestion_access_mode", json!("PrivateOnly"));
    for (address, _) in resources(document, INSIGHTS) {
        let linked = services.iter().any(|(_, service)| {
            let scope = address_in(&service["scope_name"]);
            let scope_is_there = resources(document, SCOPES).iter().any(|(known, _)| scope.as_ref() == Some(known));
            scope_is_there && address_in(&service["linked_resource_id"]).as_ref() == Some(&address)
        });
        if !linked {
            violations.push(format!("{address} is in no private link scope"));
        }
    }
    violations
}
