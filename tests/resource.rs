//! `resource!` and its family: every kind of value, every form of block, what the documents then hold.

mod scope;

use std::collections::BTreeMap;

use atakora::terraform::declare::{Mode, Resource};
use atakora::terraform::{Any, ProviderAlias, Ref, Template, Text, Tf, count_index, each_key, each_value, items};
use atakora::{data, resource, resource_type, template, tf};
use scope::{Scope, json};

resource_type! {
    /// The network of the tests.
    pub Vnet = azurerm_virtual_network;
    pub Group = azurerm_resource_group;
    Client = data azurerm_client_config;
}

/// A named handle can be returned.
fn network(scope: &Scope, group: &Group) -> Vnet {
    resource!(scope, Vnet = azurerm_virtual_network "vnet" {
        name: "vnet",
        resource_group_name: group.name(),
        location: group.location(),
        address_space: ["10.0.0.0/16"],
    })
}

fn group(scope: &Scope) -> Group {
    resource!(scope, Group = azurerm_resource_group "main" { name: "rg", location: "westeurope" })
}

#[test]
fn a_function_returns_a_handle() {
    let scope = Scope::default();
    let vnet = network(&scope, &group(&scope));
    assert_eq!(vnet.id().expression().text.as_ref(), "azurerm_virtual_network.vnet.id");
    assert_eq!(vnet.handle().address(), "azurerm_virtual_network.vnet");
    let stored: Vec<Vnet> = vec![vnet.clone(), vnet];
    assert_eq!(stored.len(), 2);
}

#[test]
fn values_convert_and_data_is_data() {
    let scope = Scope::default();
    let group = group(&scope);
    let tags = BTreeMap::from([("env", "prod".to_owned())]);
    let none: Option<&str> = None;
    let (owned, borrowed) = (String::from("owned ${x}"), "10.1.0.0/16");
    let vnet = resource!(&scope, azurerm_virtual_network "values" {
        name: owned,
        resource_group_name: template!["rg-", group.name(), "-${literal}-", 7],
        location: group.location(),
        address_space: ["10.0.0.0/16", borrowed, template![group.name(), "!"]],
        dns_servers: items((4..6).map(|i| format!("10.0.0.{i}"))),
        tags: &tags,
        edge_zone?: none,
        bgp_community?: Some("12076:20000"),
        flow_timeout_in_minutes: 2 + 2,
    });
    assert_eq!(
        json(&scope.body("azurerm_virtual_network.values")),
        serde_json::json!({
            "name": "owned $${x}",
            "resource_group_name": "rg-${azurerm_resource_group.main.name}-$${literal}-7",
            "location": "${azurerm_resource_group.main.location}",
            "address_space": ["10.0.0.0/16", "10.1.0.0/16", "${azurerm_resource_group.main.name}!"],
            "dns_servers": ["10.0.0.4", "10.0.0.5"],
            "tags": {"env": "prod"},
            "bgp_community": "12076:20000",
            "flow_timeout_in_minutes": 4,
        })
    );

    resource!(scope, azurerm_storage_account "maps" {
        name: "st1", resource_group_name: vnet.resource_group_name(), location: vnet.location(),
        account_tier: "Standard", account_replication_type: "LRS",
        https_traffic_only_enabled: true,
        tags: { plain: "a", "with-dash": template!["${x}", vnet.guid()], (format!("k{}", 1)): "v" },
        large_file_share_enabled: !false,
    } );
}

#[test]
fn blocks_in_all_forms() {
    let scope = Scope::default();
    let group = group(&scope);
    let regions = ["westeurope", "eastus"];
    let serverless = true;
    resource!(scope, azurerm_cosmosdb_account "db" {
        name: "db", resource_group_name: group.name(), location: group.location(), offer_type: "Standard",
        consistency_policy { consistency_level: "Session" },
        geo_location: for (i, region) in regions.iter().enumerate() { location: region, failover_priority: i },
        capabilities: if serverless { name: "EnableServerless" } else { name: "EnableTable" },
        backup: if !serverless { type: "Periodic" },
        timeouts { create: "1h30m" },
        kind: if serverless { "GlobalDocumentDB" } else { "MongoDB" },
    });
    assert_eq!(
        json(&scope.body("azurerm_cosmosdb_account.db")),
        serde_json::json!({
            "name": "db",
            "resource_group_name": "${azurerm_resource_group.main.name}",
            "location": "${azurerm_resource_group.main.location}",
            "offer_type": "Standard",
            "kind": "GlobalDocumentDB",
            "consistency_policy": [{"consistency_level": "Session"}],
            "geo_location": [
                {"location": "westeurope", "failover_priority": 0},
                {"location": "eastus", "failover_priority": 1},
            ],
            "capabilities": [{"name": "EnableServerless"}],
            "timeouts": {"create": "1h30m"},
        })
    );
    assert_eq!(scope.problems(), Vec::<String>::new());
}
