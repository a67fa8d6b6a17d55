//! `resource!` and its family: every kind of value, every form of block, what the documents then hold.

mod scope;

use std::collections::BTreeMap;
use std::sync::Mutex;

use atakora::terraform::declare::{Mode, Resource};
use atakora::terraform::value::{StackId, Value};
use atakora::terraform::{
    Any, List, Mapping, Number, ProviderAlias, Ref, Sensitive, Set, Text, Tf, count_index, each_key, each_value, items,
};
use atakora::{data, resource, resource_type, template, tf};
use scope::{Scope, json};
use serde_json::json as document;

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
        document!({
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

    let serverless = true;
    resource!(scope, azurerm_storage_account "maps" {
        name: "st1", resource_group_name: vnet.resource_group_name(), location: vnet.location(),
        account_tier: "Standard", account_replication_type: "LRS",
        https_traffic_only_enabled: true,
        tags: { plain: "a", "with-dash": template!["${x}", vnet.guid()], (format!("k{}", 1)): "v" },
        large_file_share_enabled: serverless,
    } );
}

#[test]
fn blocks_in_all_forms() {
    let scope = Scope::default();
    let group = group(&scope);
    let regions = ["westeurope", "eastus"];
    let serverless = true;
    resource!(scope, azurerm_cosmosdb_account "db" {
        name: "cosmos", resource_group_name: group.name(), location: group.location(), offer_type: "Standard",
        consistency_policy { consistency_level: "Session" },
        geo_location: for (i, region) in regions.iter().enumerate() { location: region, failover_priority: i },
        capabilities: if serverless { name: "EnableServerless" } else { name: "EnableTable" },
        backup: if !serverless { type: "Periodic" },
        timeouts { create: "1h30m" },
        kind: if serverless { "GlobalDocumentDB" } else { "MongoDB" },
    });
    assert_eq!(
        json(&scope.body("azurerm_cosmosdb_account.db")),
        document!({
            "name": "cosmos",
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

#[test]
fn attributes_that_are_objects_carry_every_key() {
    let scope = Scope::default();
    let group = group(&scope);
    let object = Value::Object(vec![("name".into(), Value::Text("c".into()))]);
    resource!(scope, azurerm_virtual_network "hub" {
        name: "hub", location: "westeurope", resource_group_name: group.name(), address_space: ["10.0.0.0/16"],
        subnet {
            name: "a", address_prefixes: ["10.0.0.0/24"],
            delegation { name: "d", service_delegation { name: "Microsoft.Web/serverFarms" } },
        },
        subnet: for i in 1..2 { name: format!("b{i}"), address_prefixes: [format!("10.0.{i}.0/24")] },
    });
    resource!(scope, azurerm_route_table "routes" {
        name: "rt", location: "westeurope", resource_group_name: group.name(),
        route: [object],
    });
    resource!(scope, azurerm_route_table "none" {
        name: "rt2", location: "westeurope", resource_group_name: group.name(),
        route: [],
    });
    let subnets = json(&scope.body("azurerm_virtual_network.hub"))["subnet"].clone();
    assert_eq!(
        subnets[0],
        document!({
            "name": "a",
            "address_prefixes": ["10.0.0.0/24"],
            "default_outbound_access_enabled": null,
            "delegation": [{
                "name": "d",
                "service_delegation": [{"name": "Microsoft.Web/serverFarms", "actions": null}],
            }],
            "id": null,
            "private_endpoint_network_policies": null,
            "private_link_service_network_policies_enabled": null,
            "route_table_id": null,
            "security_group": null,
            "service_endpoint": null,
            "service_endpoint_policy_ids": null,
        })
    );
    assert_eq!(subnets[1]["name"], "b1");
    assert_eq!(
        json(&scope.body("azurerm_route_table.routes"))["route"],
        document!([{"name": "c", "address_prefix": null, "next_hop_in_ip_address": null, "next_hop_type": null}])
    );
    assert_eq!(json(&scope.body("azurerm_route_table.none"))["route"], document!([]));
    terraform_accepts(&scope);
}

#[test]
fn meta_arguments_become_terraforms() {
    let scope = Scope::default();
    let group = group(&scope);
    let hub = ProviderAlias::new("azurerm.hub");
    let zones = resource!(scope, azurerm_private_dns_zone "zones" {
        for_each: ["b.example.com", "a.example.com"],
        name: each_key(),
        resource_group_name: group.name(),
        tags: { key: each_value::<Text>() },
    });
    let disks = resource!(scope, azurerm_managed_disk "disks" {
        count: 2,
        name: template!["disk-", count_index()],
        resource_group_name: group.name(), location: group.location(),
        storage_account_type: "Standard_LRS", create_option: "Empty", disk_size_gb: 1,
    });
    let last = resource!(scope, azurerm_user_assigned_identity "last" {
        name: "id-web", resource_group_name: group.name(), location: group.location(),
        tags: { first: zones.at("a.example.com").name(), disk: disks.at(1).id() },
        lifecycle {
            prevent_destroy: false,
            create_before_destroy: true,
            ignore_changes: [tags, name],
            replace_triggered_by: [group, disks.at(0).id()],
            precondition {
                condition: Ref::raw(StackId(0), "azurerm_resource_group.main.location != \"\""),
                error_message: "the group has no ${location}",
            },
        },
        depends_on: [zones, &disks, zones.at("b.example.com")],
        timeouts { create: "30m" },
    });
    resource!(scope, azurerm_resource_group "other" {
        name: "rg-other", location: "westeurope", provider: &hub,
        lifecycle { ignore_changes: all },
    });
    let last = json(&scope.body(last.handle().address()));
    assert_eq!(
        last["lifecycle"],
        document!({
            "prevent_destroy": false,
            "create_before_destroy": true,
            "ignore_changes": ["tags", "name"],
            "replace_triggered_by": ["azurerm_resource_group.main", "azurerm_managed_disk.disks[0].id"],
            "precondition": [{
                "condition": "${azurerm_resource_group.main.location != \"\"}",
                "error_message": "the group has no $${location}",
            }],
        })
    );
    assert_eq!(
        last["depends_on"],
        document!(["azurerm_private_dns_zone.zones", "azurerm_managed_disk.disks", "azurerm_private_dns_zone.zones"])
    );
    assert_eq!(
        last["tags"],
        document!({
            "first": "${azurerm_private_dns_zone.zones[\"a.example.com\"].name}",
            "disk": "${azurerm_managed_disk.disks[1].id}",
        })
    );
    let zones_body = json(&scope.body("azurerm_private_dns_zone.zones"));
    assert_eq!(zones_body["for_each"], document!({"a.example.com": "a.example.com", "b.example.com": "b.example.com"}));
    assert_eq!(zones_body["name"], "${each.key}");
    let all = zones.all(|zone| zone.id());
    assert_eq!(all.expression().text.as_ref(), "values(azurerm_private_dns_zone.zones)[*].id");
    let all = disks.all(|disk| disk.name());
    assert_eq!(all.expression().text.as_ref(), "azurerm_managed_disk.disks[*].name");
    let other = json(&scope.body("azurerm_resource_group.other"));
    assert_eq!((&other["provider"], &other["lifecycle"]["ignore_changes"]), (&"azurerm.hub".into(), &"all".into()));
    terraform_accepts(&scope);
}

#[test]
fn data_sources_and_paths() {
    let scope = Scope::default();
    let me: Client = data!(scope, Client = azurerm_client_config "me" {});
    let vault = data!(scope, azurerm_key_vault "shared" { name: "kv", resource_group_name: "rg" });
    assert_eq!(me.tenant_id().expression().text.as_ref(), "data.azurerm_client_config.me.tenant_id");
    assert_eq!(scope.declaration("data.azurerm_key_vault.shared").mode, Mode::Data);
    let policy: Ref<Text> = tf!(data azurerm_key_vault: vault.access_policy[0].object_id);
    assert_eq!(policy.expression().text.as_ref(), "data.azurerm_key_vault.shared.access_policy[0].object_id");

    let network = network(&scope, &group(&scope));
    let borrowed = &&network;
    let enforcement = tf!(azurerm_virtual_network: borrowed.encryption[0].enforcement);
    assert_eq!(enforcement.expression().text.as_ref(), "azurerm_virtual_network.vnet.encryption[0].enforcement");
    let space: Ref<Set<Text>> = tf!(azurerm_virtual_network: (network.clone()).address_space);
    let as_list: Tf<List<Text>> = Tf::new(space);
    let Value::Expression(as_list) = as_list.into_value() else { panic!("it is an expression") };
    assert_eq!(as_list.text.as_ref(), "tolist(azurerm_virtual_network.vnet.address_space)");
    terraform_accepts(&scope);
}

#[test]
// a type with a secret map; it ends
#[allow(deprecated)]
fn secrets_are_references() {
    let scope = Scope::default();
    let group = group(&scope);
    let password: Ref<Text> = Ref::raw(StackId(0), "var.password").sensitive();
    let server = resource!(scope, azurerm_postgresql_flexible_server "db" {
        name: "db", location: group.location(), resource_group_name: group.name(),
        administrator_login: "admin",
        administrator_password: &password,
        administrator_password_wo?: Some(password.clone()),
    });
    assert!(server.administrator_password().expression().sensitive);
    assert!(!server.fqdn().expression().sensitive);
    let gateway = resource!(scope, azurerm_spring_cloud_gateway "g" {
        name: "default", spring_cloud_service_id: "id",
        sensitive_environment_variables: { KEY: password.clone(), URL: template!["https://u:", &password, "@host"] },
    });
    assert!(gateway.sensitive_environment_variables().expression().sensitive);
    assert_eq!(scope.problems(), Vec::<String>::new());

    // what only a running program can see is reported by it
    let typed: Tf<Sensitive<Text>> = Tf::new(template!["hunter2"]);
    resource!(scope, azurerm_postgresql_flexible_server "leak" {
        name: "db", location: "westeurope", resource_group_name: "rg",
        administrator_password: typed,
    });
    assert_eq!(
        scope.problems(),
        [
            "`administrator_password` of azurerm_postgresql_flexible_server is secret: a literal would stand in the file \
          and in the state\n  Solution: take it as an input variable: `stack.secret(\"administrator_password\")`"
        ]
    );
}

#[test]
fn values_that_are_no_literals_are_judged_when_they_are_there() {
    let scope = Scope::default();
    let (name, minutes, regions) = ("Not_Allowed", 40, ["a"; 0]);
    resource!(scope, azurerm_storage_account (format!("{name}!")) {
        name: name, resource_group_name: "rg", location: "westeurope",
        account_tier: "Standard", account_replication_type: "LRS",
    });
    resource!(scope, azurerm_virtual_network "vnet" {
        name: "vnet", resource_group_name: "rg", location: "westeurope", address_space: ["10.0.0.0/8"],
        flow_timeout_in_minutes: minutes,
        ip_address_pool: for i in 0..3 { id: format!("{i}"), number_of_ip_addresses: "1" },
    });
    resource!(scope, azurerm_cosmosdb_account "db" {
        name: "cosmos", resource_group_name: "rg", location: "westeurope", offer_type: "Standard",
        consistency_policy { consistency_level: "Session" },
        geo_location: for region in regions { location: region, failover_priority: 0 },
    });
    assert_eq!(
        scope.problems(),
        [
            "\"Not_Allowed!\" cannot be the name of a resource (azurerm_storage_account): letters, digits, `_` and `-`, a letter or `_` in front",
            "`azurerm_virtual_network` takes at most 2 `ip_address_pool` blocks, and has 3",
            "`azurerm_cosmosdb_account` takes at least 1 `geo_location` blocks, and has 0",
        ]
    );
    assert_eq!(
        scope.judged(),
        [
            "ArgumentError: `azurerm_storage_account.name` must be 3 to 24 lower-case letters or digits, and \"Not_Allowed\" has `N`\n  Rule: ATK-ARG-301",
            "ArgumentError: `azurerm_virtual_network.flow_timeout_in_minutes` must be 4 to 30, not 40\n  Rule: ATK-ARG-706",
        ]
    );
}

#[test]
fn override_reaches_whatever_the_schema_has() {
    let scope = Scope::default();
    let group = group(&scope);
    resource!(scope, azurerm_virtual_network "vnet" {
        name: "vnet", location: "westeurope", resource_group_name: group.name(), address_space: ["10.0.0.0/16"],
        ip_address_pool { id: "1", number_of_ip_addresses: "1" },
        override ip_address_pool[0].number_of_ip_addresses: "16",
        override ip_address_pool[1].id: "2",
        override flow_timeout_in_minutes: 40,
        override encryption[0].enforcement: template!["${x}", group.name()],
    });
    let vnet = json(&scope.body("azurerm_virtual_network.vnet"));
    assert_eq!(vnet["ip_address_pool"], document!([{"id": "1", "number_of_ip_addresses": "16"}, {"id": "2"}]));
    assert_eq!(vnet["flow_timeout_in_minutes"], 40);
    assert_eq!(vnet["encryption"], document!([{"enforcement": "$${x}${azurerm_resource_group.main.name}"}]));
    assert_eq!(scope.problems(), Vec::<String>::new());
    resource!(scope, azurerm_virtual_network "gap" {
        name: "vnet", location: "westeurope", resource_group_name: "rg",
        override address_space: ["10.0.0.0/16"],
        override ip_address_pool[3].id: "4",
    });
    assert_eq!(scope.problems(), ["`override` goes to number 3, and there are 0"]);
}

#[test]
fn numbers_lists_and_anything() {
    let scope = Scope::default();
    let tf = |value: Tf<Any>| value.into_value();
    assert_eq!(tf(Tf::new(vec![1u8])), Value::List(vec![Value::Integer(1)]));
    assert_eq!(tf(Tf::new("a${b}")), Value::Text("a${b}".into()));
    assert_eq!(Tf::<Number>::new(u64::MAX).into_value(), Value::Text("18446744073709551615".into()));
    assert_eq!(Tf::<Number>::new(-3i64).into_value(), Value::Integer(-3));
    assert_eq!(Tf::<Number>::new(1.5f32).into_value(), Value::Float(1.5));
    let object: Ref<Any> = Ref::raw(StackId(0), "var.settings");
    let tags: Ref<Mapping<Text>> = object.typed();
    assert_eq!(tags.get("a\"${b}").expression().text.as_ref(), r#"var.settings["a\"$${b}"]"#);
    let map: Tf<Mapping<Text>> = Tf::new([("b", "2"), ("a", "1")]);
    assert!(matches!(map.value(), Value::Object(pairs) if pairs.len() == 2));
    let mixed: [Tf<Text>; 2] = [Tf::new("literal"), Tf::new(template!["x", 1])];
    resource!(scope, azurerm_resource_group "a" { name: "a", location: "eastus", tags: [("mixed", mixed[0].clone())] });
    assert_eq!(json(&scope.body("azurerm_resource_group.a"))["tags"], document!({"mixed": "literal"}));
}

#[test]
fn a_declaration_knows_where_it_was_written() {
    let scope = Scope::default();
    let above = line!();
    resource!(
        scope,
        azurerm_resource_group "here" { name: "a", location: "eastus" }
    );
    let source = scope.declaration("azurerm_resource_group.here").source;
    assert!(source.file.ends_with("resource.rs"), "{}", source.file);
    assert_eq!((source.line, source.crate_dir), (above + 3, env!("CARGO_MANIFEST_DIR")));
}

/// Validates what the scope holds, if the tools are there: one at a time, they are no light ones.
fn terraform_accepts(scope: &Scope) {
    static ONE: Mutex<()> = Mutex::new(());
    let Some(tools) = std::env::var_os("ATAKORA_TFTOOLS") else {
        return eprintln!("skipped: ATAKORA_TFTOOLS is not set");
    };
    let _one = ONE.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    let folder = tempfile::tempdir().expect("a folder");
    let mut main = scope.document();
    main["terraform"] =
        document!({"required_providers": {"azurerm": {"source": "hashicorp/azurerm", "version": "~> 5.0"}}});
    main["provider"] = document!({"azurerm": [{"features": {}}, {"features": {}, "alias": "hub"}]});
    std::fs::write(folder.path().join("main.tf.json"), main.to_string()).expect("written");
    let check = std::path::Path::new(&tools).join("tfcheck");
    let output = std::process::Command::new(check).arg(folder.path()).output().expect("tfcheck runs");
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{main:#}\n{}", String::from_utf8_lossy(&said));
}
