//! What Azure refuses of Azure Cosmos DB, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_cosmosdb_account "account" {
        name: "cosmos-shop-and-all-that-we-sell-in-west-europe",
        location: "westeurope",
        offer_type: "Premium",
        resource_group_name: "rg",
        create_mode: "PointInTime",
        default_identity_type: "SystemAssigned",
        ip_range_filter: ["shop.example.com"],
        key_vault_key_id: "https://shop.vault.azure.net/keys/data/0123456789abcdef",
        kind: "Sql",
        minimal_tls_version: "Tls11",
        mongo_server_version: "4.4",
        analytical_storage { schema_type: "Full" },
        backup {
            type: "continuous",
            interval_in_minutes: 30,
            retention_in_hours: 721,
            storage_redundancy: "GRS",
            tier: "Continuous14Days",
        },
        capacity { total_throughput_limit: -2 },
        consistency_policy {
            consistency_level: "session",
            max_interval_in_seconds: 4,
            max_staleness_prefix: 9,
        },
        cors_rule {
            allowed_headers: ["shop"],
            allowed_methods: ["shop"],
            allowed_origins: ["shop"],
            exposed_headers: ["shop"],
            max_age_in_seconds: 0,
        },
        geo_location { failover_priority: -1, location: "westeurope" },
        virtual_network_rule {
            id: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v",
        },
    });
    resource!(stack, azurerm_cosmosdb_sql_database "database" {
        name: "orders/2026",
        account_name: "shop",
        resource_group_name: "rg",
        throughput: 450,
        autoscale_settings { max_throughput: 400 },
    });
    resource!(stack, azurerm_cosmosdb_sql_container "container" {
        name: "orders-2026",
        account_name: "shop",
        database_name: "shop",
        partition_key_paths: ["tenantId"],
        resource_group_name: "rg",
        default_ttl: -2,
        partition_key_kind: "Range",
        partition_key_version: 3,
        conflict_resolution_policy { mode: "FirstWriterWins" },
        indexing_policy { indexing_mode: "lazy", composite_index { index { order: "up", path: "shop" } } },
        unique_key {
            paths: ["/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7", "/8", "/9", "/10", "/11", "/12", "/13", "/14", "/15", "/16"],
        },
    });
    resource!(stack, azurerm_cosmosdb_sql_container "container_2" {
        name: "orders-2026",
        account_name: "shop",
        database_name: "shop",
        partition_key_paths: [],
        resource_group_name: "rg",
    });
    resource!(stack, azurerm_cosmosdb_sql_role_assignment "assignment" {
        account_name: "shop",
        principal_id: "deployer",
        resource_group_name: "rg",
        role_definition_id: "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-000000000002",
        scope: "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/a/sqlDatabases/shop",
    });
}

fn main() {}
