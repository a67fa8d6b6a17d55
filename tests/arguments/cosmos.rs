//! What Azure takes of Azure Cosmos DB: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_cosmosdb_account "account" {
        name: "cosmos-shop-and-all-that-we-sell-in-the-west",
        location: "westeurope",
        offer_type: "Standard",
        resource_group_name: "rg",
        create_mode: "Restore",
        default_identity_type: "SystemAssignedIdentity",
        ip_range_filter: ["203.0.113.0/24"],
        key_vault_key_id: "https://shop.vault.azure.net/keys/data",
        kind: "GlobalDocumentDB",
        minimal_tls_version: "Tls12",
        mongo_server_version: "4.2",
        analytical_storage { schema_type: "FullFidelity" },
        backup {
            type: "Continuous",
            interval_in_minutes: 60,
            retention_in_hours: 720,
            storage_redundancy: "Geo",
            tier: "Continuous7Days",
        },
        capacity { total_throughput_limit: -1 },
        consistency_policy {
            consistency_level: "Session",
            max_interval_in_seconds: 5,
            max_staleness_prefix: 10,
        },
        cors_rule {
            allowed_headers: ["shop"],
            allowed_methods: ["shop"],
            allowed_origins: ["shop"],
            exposed_headers: ["shop"],
            max_age_in_seconds: 1,
        },
        geo_location { failover_priority: 0, location: "westeurope" },
        virtual_network_rule {
            id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
        },
    });
    resource!(scope, azurerm_cosmosdb_sql_database "database" {
        name: "orders-2026",
        account_name: "shop",
        resource_group_name: "rg",
        throughput: 400,
        autoscale_settings { max_throughput: 1000 },
    });
    resource!(scope, azurerm_cosmosdb_sql_container "container" {
        name: "orders-2026",
        account_name: "shop",
        database_name: "shop",
        partition_key_paths: ["/tenantId"],
        resource_group_name: "rg",
        analytical_storage_ttl: -1,
        default_ttl: -1,
        partition_key_kind: "Hash",
        partition_key_version: 2,
        throughput: 400,
        autoscale_settings { max_throughput: 1000 },
        conflict_resolution_policy { mode: "LastWriterWins" },
        indexing_policy {
            indexing_mode: "consistent",
            composite_index { index { order: "Ascending", path: "shop" } },
        },
        unique_key {
            paths: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11", "/12", "/13", "/14", "/15"],
        },
    });
    resource!(scope, azurerm_cosmosdb_sql_container "container_2" {
        name: "orders-2026",
        account_name: "shop",
        database_name: "shop",
        partition_key_paths: ["/0"],
        resource_group_name: "rg",
    });
    resource!(scope, azurerm_cosmosdb_sql_role_assignment "assignment" {
        account_name: "shop",
        principal_id: "00000000-0000-0000-0000-00000000000a",
        resource_group_name: "rg",
        role_definition_id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/a/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002",
        scope: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/a/dbs/shop",
        name: "00000000-0000-0000-0000-00000000000a",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
