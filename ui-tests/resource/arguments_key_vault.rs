//! What Azure refuses of key vaults and roles, one argument at a time.

use atakora::resource;
use atakora::terraform::declare::Declare;

fn declare(stack: &impl Declare) {
    resource!(stack, azurerm_key_vault "vault" {
        name: "kv--shop",
        location: "westeurope",
        rbac_authorization_enabled: true,
        resource_group_name: "rg",
        sku_name: "Standard",
        tenant_id: "shop.onmicrosoft.com",
        access_policy {
            key_permissions: ["get"],
        },
        soft_delete_retention_days: 91,
        network_acls { bypass: "Logging", default_action: "deny" },
    });
    resource!(stack, azurerm_key_vault_secret "secret" {
        name: "db_password",
        key_vault_id: "/key_vault",
        expiration_date: "2026-12-31",
        value_wo_version: 0,
    });
    resource!(stack, azurerm_user_assigned_identity "identity" {
        name: "id",
        location: "westeurope",
        resource_group_name: "rg",
    });
    resource!(stack, azurerm_role_assignment "assignment" {
        principal_id: "/principal",
        scope: "shop",
        name: "reader",
        condition_version: "2",
        principal_type: "ManagedIdentity",
    });
}

fn main() {}
