//! Storage accounts and what is in them.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::forms;
use crate::name::Name;
use crate::takes::Takes;

const ACCOUNT: &str = "azurerm 5.2.0 (August 2026), storage_account";
const CHILDREN: &str = "azurerm 5.2.0 (August 2026), storage_container, storage_queue, storage_table, storage_share";
const CHILD_NAMES: &str =
    "azurerm 5.2.0 (August 2026) takes two hyphens; Azure documentation, Naming and referencing containers, 2026";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-301",
        ACCOUNT,
        &["azurerm_storage_account.name"],
        Takes::Name(Name::new(3, 24, "a-z0-9")),
        texts("st-shop", "stshop"),
    ),
    rule(
        "ATK-ARG-302",
        ACCOUNT,
        &["azurerm_storage_account.account_tier"],
        Takes::OneOf(&["Standard", "Premium"]),
        texts("Basic", "Standard"),
    ),
    rule(
        "ATK-ARG-303",
        ACCOUNT,
        &["azurerm_storage_account.account_replication_type"],
        Takes::OneOf(&["LRS", "ZRS", "GRS", "RAGRS", "GZRS", "RAGZRS"]),
        texts("RA-GRS", "RAGRS"),
    ),
    rule(
        "ATK-ARG-304",
        ACCOUNT,
        &["azurerm_storage_account.account_kind"],
        Takes::OneOf(&["BlobStorage", "BlockBlobStorage", "FileStorage", "Storage", "StorageV2"]),
        texts("storagev2", "StorageV2"),
    ),
    rule(
        "ATK-ARG-305",
        ACCOUNT,
        &["azurerm_storage_account.access_tier"],
        Takes::OneOf(&["Hot", "Cool", "Cold", "Premium", "Smart"]),
        texts("Archive", "Cold"),
    )
    .solution("`Archive` is a tier of single blobs: a management policy puts them there"),
    rule(
        "ATK-ARG-306",
        ACCOUNT,
        &["azurerm_storage_account.queue_encryption_key_type", "azurerm_storage_account.table_encryption_key_type"],
        Takes::OneOf(&["Service", "Account"]),
        texts("Customer", "Account"),
    ),
    rule(
        "ATK-ARG-307",
        ACCOUNT,
        &["azurerm_storage_account.blob_properties.restore_policy.days"],
        Takes::between(1, 365),
        numbers(366, 365),
    ),
    rule(
        "ATK-ARG-308",
        ACCOUNT,
        &[
            "azurerm_storage_account.blob_properties.delete_retention_policy.days",
            "azurerm_storage_account.blob_properties.container_delete_retention_policy.days",
        ],
        Takes::between(1, 365),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-309",
        ACCOUNT,
        &["azurerm_storage_account.blob_properties.change_feed_retention_in_days"],
        Takes::between(1, 146_000),
        numbers(0, 1),
    ),
    rule(
        "ATK-ARG-310",
        ACCOUNT,
        &["azurerm_storage_account.blob_properties.cors_rule.max_age_in_seconds"],
        Takes::between(0, 2_000_000_000),
        numbers(-1, 0),
    ),
    rule(
        "ATK-ARG-311",
        ACCOUNT,
        &["azurerm_storage_account.network_rules.default_action"],
        Takes::OneOf(&["Allow", "Deny"]),
        texts("deny", "Deny"),
    ),
    rule(
        "ATK-ARG-312",
        ACCOUNT,
        &["azurerm_storage_account.network_rules.bypass"],
        Takes::OneOf(&["AzureServices", "Logging", "Metrics", "None"]),
        texts("Azure", "AzureServices"),
    ),
    rule(
        "ATK-ARG-313",
        ACCOUNT,
        &["azurerm_storage_account.network_rules.ip_rules"],
        Takes::Form(forms::PUBLIC_ADDRESS),
        texts("10.0.0.0/16", "203.0.113.0/24"),
    )
    .solution(
        "write a single address without a prefix, and let private networks in by subnet or by a private endpoint",
    ),
    rule(
        "ATK-ARG-314",
        ACCOUNT,
        &["azurerm_storage_account.dns_endpoint_type"],
        Takes::OneOf(&["Standard", "AzureDnsZone"]),
        texts("Private", "AzureDnsZone"),
    ),
    rule(
        "ATK-ARG-315",
        "azurerm 5.0 upgrade guide, 2026",
        &["azurerm_storage_account.min_tls_version"],
        Takes::OneOf(&["TLS1_2"]),
        texts("TLS1_0", "TLS1_2"),
    ),
    rule(
        "ATK-ARG-321",
        CHILD_NAMES,
        &["azurerm_storage_container.name"],
        Takes::Name(Name::new(3, 63, "a-z0-9-").first("a-z0-9").last("a-z0-9").without("--").or(&["$root", "$web"])),
        texts("order--items", "order-items"),
    ),
    rule(
        "ATK-ARG-322",
        CHILDREN,
        &["azurerm_storage_container.container_access_type"],
        Takes::OneOf(&["private", "blob", "container"]),
        texts("public", "private"),
    ),
    rule(
        "ATK-ARG-323",
        CHILD_NAMES,
        &["azurerm_storage_queue.name"],
        Takes::Name(Name::new(3, 63, "a-z0-9-").first("a-z0-9").last("a-z0-9").without("--")),
        texts("Order-Items", "order-items"),
    ),
    rule(
        "ATK-ARG-324",
        CHILDREN,
        &["azurerm_storage_table.name"],
        Takes::Name(Name::new(3, 63, "a-zA-Z0-9").first("a-zA-Z").never(&["table"])),
        texts("order-items", "OrderItems"),
    ),
    rule(
        "ATK-ARG-325",
        CHILDREN,
        &["azurerm_storage_share.name"],
        Takes::Name(Name::new(3, 63, "a-z0-9-").first("a-z0-9").last("a-z0-9").without("--")),
        texts("-orders", "orders"),
    ),
    rule(
        "ATK-ARG-326",
        "azurerm 5.2.0 (August 2026), storage_account_static_website",
        &["azurerm_storage_account_static_website.index_document"],
        Takes::Name(Name::new(3, 255, "^/")),
        texts("site/index.html", "index.html"),
    )
    .solution("name the document alone: Azure looks for it in each folder"),
];
