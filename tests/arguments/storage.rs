//! What Azure takes of storage accounts: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_storage_account "account" {
        name: "stshop",
        account_replication_type: "RAGRS",
        account_tier: "Standard",
        location: "westeurope",
        resource_group_name: "rg",
        access_tier: "Cold",
        account_kind: "StorageV2",
        dns_endpoint_type: "Standard",
        min_tls_version: "TLS1_2",
        queue_encryption_key_type: "Account",
        table_encryption_key_type: "Account",
        blob_properties {
            change_feed_retention_in_days: 1,
            container_delete_retention_policy { days: 1 },
            cors_rule {
                allowed_headers: ["shop"],
                allowed_methods: ["shop"],
                allowed_origins: ["shop"],
                exposed_headers: ["shop"],
                max_age_in_seconds: 0,
            },
            delete_retention_policy { days: 1 },
            restore_policy { days: 365 },
        },
        network_rules { default_action: "Deny", bypass: ["AzureServices"], ip_rules: ["203.0.113.0/24"] },
    });
    resource!(scope, azurerm_storage_container "container" {
        name: "order-items",
        storage_account_id: "/storage_account",
        container_access_type: "private",
    });
    resource!(scope, azurerm_storage_queue "queue" {
        name: "order-items",
        storage_account_id: "/storage_account",
    });
    resource!(scope, azurerm_storage_table "table" {
        name: "OrderItems",
        storage_account_id: "/storage_account",
    });
    resource!(scope, azurerm_storage_share "share" {
        name: "orders",
        quota: 1,
        storage_account_id: "/storage_account",
    });
    resource!(scope, azurerm_storage_account_static_website "website" {
        storage_account_id: "/storage_account",
        index_document: "index.html",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
