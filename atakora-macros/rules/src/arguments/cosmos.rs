//! Azure Cosmos DB.

use crate::argument::{ArgumentRule, counts, numbers, rule, texts};
use crate::forms;
use crate::name::Name;
use crate::takes::Takes;

const ACCOUNT: &str = "azurerm 5.2.0 (August 2026), cosmosdb_account";
const NAMES: &str =
    "azurerm 5.2.0 (August 2026), cosmosdb_account, takes 50 characters; Azure documentation, Naming rules, 2026: 44";
const DATABASE: &str = "azurerm 5.2.0 (August 2026), cosmosdb_sql_database and cosmosdb_sql_container";
const ITEM_NAMES: &str = "azurerm 5.2.0 (August 2026), cosmosdb_sql_database; Azure documentation, Naming rules, 2026";
const LIMITS: &str = "Azure Cosmos DB documentation, Service quotas, 2026";
const ROLES: &str = "azurerm 5.2.0 (August 2026), cosmosdb_sql_role_assignment";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-201",
        NAMES,
        &["azurerm_cosmosdb_account.name"],
        Takes::Name(Name::new(3, 44, "a-z0-9-").first("a-z0-9")),
        texts("cosmos-shop-and-all-that-we-sell-in-west-europe", "cosmos-shop-and-all-that-we-sell-in-the-west"),
    ),
    rule(
        "ATK-ARG-202",
        ACCOUNT,
        &["azurerm_cosmosdb_account.offer_type"],
        Takes::OneOf(&["Standard"]),
        texts("Premium", "Standard"),
    ),
    rule(
        "ATK-ARG-203",
        ACCOUNT,
        &["azurerm_cosmosdb_account.kind"],
        Takes::OneOf(&["GlobalDocumentDB", "MongoDB", "Parse"]),
        texts("Sql", "GlobalDocumentDB"),
    )
    .solution("Cosmos DB for NoSQL is `\"GlobalDocumentDB\"`; Cassandra, Gremlin and Table are capabilities of it"),
    rule(
        "ATK-ARG-204",
        ACCOUNT,
        &["azurerm_cosmosdb_account.consistency_policy.consistency_level"],
        Takes::OneOf(&["BoundedStaleness", "ConsistentPrefix", "Eventual", "Session", "Strong"]),
        texts("session", "Session"),
    ),
    rule(
        "ATK-ARG-205",
        ACCOUNT,
        &["azurerm_cosmosdb_account.consistency_policy.max_interval_in_seconds"],
        Takes::between(5, 86_400),
        numbers(4, 5),
    )
    .solution("more than one region needs 300 or more"),
    rule(
        "ATK-ARG-206",
        ACCOUNT,
        &["azurerm_cosmosdb_account.consistency_policy.max_staleness_prefix"],
        Takes::between(10, 2_147_483_647),
        numbers(9, 10),
    )
    .solution("more than one region needs 100000 or more"),
    rule(
        "ATK-ARG-207",
        ACCOUNT,
        &["azurerm_cosmosdb_account.geo_location.failover_priority"],
        Takes::at_least(0),
        numbers(-1, 0),
    )
    .solution("number the regions from 0, the one that is written to"),
    rule(
        "ATK-ARG-208",
        ACCOUNT,
        &["azurerm_cosmosdb_account.backup.type"],
        Takes::OneOf(&["Continuous", "Periodic"]),
        texts("continuous", "Continuous"),
    ),
    rule(
        "ATK-ARG-209",
        ACCOUNT,
        &["azurerm_cosmosdb_account.backup.tier"],
        Takes::OneOf(&["Continuous7Days", "Continuous30Days"]),
        texts("Continuous14Days", "Continuous7Days"),
    ),
    rule(
        "ATK-ARG-210",
        ACCOUNT,
        &["azurerm_cosmosdb_account.backup.interval_in_minutes"],
        Takes::between(60, 1_440),
        numbers(30, 60),
    ),
    rule(
        "ATK-ARG-211",
        ACCOUNT,
        &["azurerm_cosmosdb_account.backup.retention_in_hours"],
        Takes::between(8, 720),
        numbers(721, 720),
    ),
    rule(
        "ATK-ARG-212",
        ACCOUNT,
        &["azurerm_cosmosdb_account.backup.storage_redundancy"],
        Takes::OneOf(&["Geo", "Local", "Zone"]),
        texts("GRS", "Geo"),
    ),
    rule(
        "ATK-ARG-213",
        ACCOUNT,
        &["azurerm_cosmosdb_account.create_mode"],
        Takes::OneOf(&["Default", "Restore"]),
        texts("PointInTime", "Restore"),
    ),
    rule(
        "ATK-ARG-214",
        ACCOUNT,
        &["azurerm_cosmosdb_account.minimal_tls_version"],
        Takes::OneOf(&["Tls12"]),
        texts("Tls11", "Tls12"),
    ),
    rule(
        "ATK-ARG-215",
        ACCOUNT,
        &["azurerm_cosmosdb_account.capacity.total_throughput_limit"],
        Takes::at_least(-1),
        numbers(-2, -1),
    )
    .solution("-1 is no limit"),
    rule(
        "ATK-ARG-216",
        ACCOUNT,
        &["azurerm_cosmosdb_account.key_vault_key_id"],
        Takes::Form(forms::VERSIONLESS_KEY),
        texts("https://shop.vault.azure.net/keys/data/0123456789abcdef", "https://shop.vault.azure.net/keys/data"),
    )
    .solution("take `versionless_id()` of the key"),
    rule(
        "ATK-ARG-217",
        ACCOUNT,
        &["azurerm_cosmosdb_account.ip_range_filter"],
        Takes::Form(forms::ADDRESS_OR_RANGE),
        texts("shop.example.com", "203.0.113.0/24"),
    )
    .solution("`0.0.0.0` lets callers in Azure in"),
    rule(
        "ATK-ARG-218",
        ACCOUNT,
        &["azurerm_cosmosdb_account.virtual_network_rule.id"],
        Takes::Form(forms::SUBNET_ID),
        texts(
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v",
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/s",
        ),
    )
    .solution("take `id()` of the subnet"),
    rule(
        "ATK-ARG-219",
        ACCOUNT,
        &["azurerm_cosmosdb_account.cors_rule.max_age_in_seconds"],
        Takes::between(1, 2_147_483_647),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-220",
        ACCOUNT,
        &["azurerm_cosmosdb_account.default_identity_type"],
        Takes::Form(forms::DEFAULT_IDENTITY),
        texts("SystemAssigned", "SystemAssignedIdentity"),
    ),
    rule(
        "ATK-ARG-221",
        ACCOUNT,
        &["azurerm_cosmosdb_account.mongo_server_version"],
        Takes::Version(&["3.2", "3.6", "4.0", "4.2", "5.0", "6.0", "7.0"]),
        texts("4.4", "4.2"),
    ),
    rule(
        "ATK-ARG-222",
        ACCOUNT,
        &["azurerm_cosmosdb_account.analytical_storage.schema_type"],
        Takes::OneOf(&["WellDefined", "FullFidelity"]),
        texts("Full", "FullFidelity"),
    ),
    rule(
        "ATK-ARG-230",
        ITEM_NAMES,
        &["azurerm_cosmosdb_sql_database.name", "azurerm_cosmosdb_sql_container.name"],
        Takes::Name(Name::new(1, 255, r"^/\#?").not_ending(&[" "])),
        texts("orders/2026", "orders-2026"),
    ),
    rule(
        "ATK-ARG-231",
        DATABASE,
        &["azurerm_cosmosdb_sql_database.throughput", "azurerm_cosmosdb_sql_container.throughput"],
        Takes::steps(400, 100),
        numbers(450, 400),
    ),
    rule(
        "ATK-ARG-232",
        DATABASE,
        &[
            "azurerm_cosmosdb_sql_database.autoscale_settings.max_throughput",
            "azurerm_cosmosdb_sql_container.autoscale_settings.max_throughput",
        ],
        Takes::steps(1_000, 1_000),
        numbers(400, 1_000),
    )
    .solution("it scales down to a tenth of it"),
    rule(
        "ATK-ARG-233",
        LIMITS,
        &["azurerm_cosmosdb_sql_container.partition_key_paths"],
        Takes::Form(forms::PARTITION_KEY_PATH),
        texts("tenantId", "/tenantId"),
    ),
    rule(
        "ATK-ARG-234",
        LIMITS,
        &["azurerm_cosmosdb_sql_container.partition_key_paths"],
        Takes::Count(1, 3),
        counts(0, 1),
    )
    .solution("one path, or two to three with `partition_key_kind: \"MultiHash\"`"),
    rule(
        "ATK-ARG-235",
        DATABASE,
        &["azurerm_cosmosdb_sql_container.partition_key_kind"],
        Takes::OneOf(&["Hash", "MultiHash"]),
        texts("Range", "Hash"),
    ),
    rule(
        "ATK-ARG-236",
        DATABASE,
        &["azurerm_cosmosdb_sql_container.partition_key_version"],
        Takes::OneOfNumbers(&[1, 2]),
        numbers(3, 2),
    ),
    rule(
        "ATK-ARG-237",
        DATABASE,
        &["azurerm_cosmosdb_sql_container.default_ttl", "azurerm_cosmosdb_sql_container.analytical_storage_ttl"],
        Takes::between(-1, 2_147_483_647),
        numbers(-2, -1),
    )
    .solution("-1 keeps items that say nothing for ever, and no argument at all switches expiry off"),
    rule(
        "ATK-ARG-238",
        DATABASE,
        &["azurerm_cosmosdb_sql_container.indexing_policy.indexing_mode"],
        Takes::OneOf(&["consistent", "none"]),
        texts("lazy", "consistent"),
    ),
    rule(
        "ATK-ARG-239",
        DATABASE,
        &["azurerm_cosmosdb_sql_container.indexing_policy.composite_index.index.order"],
        Takes::OneOfAnyCase(&["ascending", "descending"]),
        texts("up", "Ascending"),
    ),
    rule(
        "ATK-ARG-240",
        LIMITS,
        &["azurerm_cosmosdb_sql_container.unique_key.paths"],
        Takes::Count(1, 16),
        counts(17, 16),
    ),
    rule(
        "ATK-ARG-241",
        DATABASE,
        &["azurerm_cosmosdb_sql_container.conflict_resolution_policy.mode"],
        Takes::OneOf(&["LastWriterWins", "Custom"]),
        texts("FirstWriterWins", "LastWriterWins"),
    ),
    rule(
        "ATK-ARG-250",
        ROLES,
        &["azurerm_cosmosdb_sql_role_assignment.principal_id", "azurerm_cosmosdb_sql_role_assignment.name"],
        Takes::Form(forms::UUID),
        texts("deployer", "00000000-0000-0000-0000-00000000000a"),
    ),
    rule(
        "ATK-ARG-251",
        ROLES,
        &["azurerm_cosmosdb_sql_role_assignment.role_definition_id"],
        Takes::Form(forms::COSMOS_ROLE_DEFINITION),
        texts(
            "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/00000000-0000-0000-0000-000000000002",
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/a/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002",
        ),
    )
    .solution("write `template![\"{}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002\", account.id()]`"),
    rule(
        "ATK-ARG-252",
        ROLES,
        &["azurerm_cosmosdb_sql_role_assignment.scope"],
        Takes::Form(forms::COSMOS_SCOPE),
        texts(
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/a/sqlDatabases/shop",
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.DocumentDB/databaseAccounts/a/dbs/shop",
        ),
    ),
];
