//! What Azure refuses of storage accounts, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_storage_account "account" {
        name: "st-shop",
        account_replication_type: "RA-GRS",
        account_tier: "Basic",
        location: "westeurope",
        resource_group_name: "rg",
        access_tier: "Archive",
        account_kind: "storagev2",
        dns_endpoint_type: "Private",
        min_tls_version: "TLS1_0",
        queue_encryption_key_type: "Customer",
        blob_properties {
            change_feed_retention_in_days: 0,
            cors_rule {
                allowed_headers: ["shop"],
                allowed_methods: ["shop"],
                allowed_origins: ["shop"],
                exposed_headers: ["shop"],
                max_age_in_seconds: -1,
            },
            delete_retention_policy { days: 0 },
            restore_policy { days: 366 },
        },
        network_rules { default_action: "deny", bypass: ["Azure"], ip_rules: ["10.0.0.0/16"] },
    });
    resource!(stack, azurerm_storage_container "container" {
        name: "order--items",
        storage_account_id: "/storage_account",
        container_access_type: "public",
    });
    resource!(stack, azurerm_storage_queue "queue" {
        name: "Order-Items",
        storage_account_id: "/storage_account",
    });
    resource!(stack, azurerm_storage_table "table" {
        name: "order-items",
        storage_account_id: "/storage_account",
    });
    resource!(stack, azurerm_storage_share "share" {
        name: "-orders",
        quota: 1,
        storage_account_id: "/storage_account",
    });
    resource!(stack, azurerm_storage_account_static_website "website" {
        storage_account_id: "/storage_account",
        index_document: "site/index.html",
    });
}

fn main() {}
