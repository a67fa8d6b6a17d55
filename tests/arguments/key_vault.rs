//! What Azure takes of key vaults and roles: for each rule the value that is nearest to what it refuses.

use atakora::resource;

use crate::scope::Scope;

#[test]
fn the_nearest_legal_values_are_taken() {
    let scope = Scope::default();
    resource!(scope, azurerm_key_vault "vault" {
        name: "kv-shop",
        location: "westeurope",
        rbac_authorization_enabled: true,
        resource_group_name: "rg",
        sku_name: "standard",
        tenant_id: "00000000-0000-0000-0000-00000000000a",
        access_policy {
            key_permissions: ["Get"],
            secret_permissions: ["Get"],
            certificate_permissions: ["Get"],
            storage_permissions: ["Get"],
        },
        soft_delete_retention_days: 90,
        network_acls { bypass: "AzureServices", default_action: "Deny" },
    });
    resource!(scope, azurerm_key_vault_access_policy "policy" {
        key_vault_id: "/key_vault",
        object_id: "/object",
        tenant_id: "/tenant",
        certificate_permissions: ["Get"],
        key_permissions: ["Get"],
        secret_permissions: ["Get"],
        storage_permissions: ["Get"],
    });
    resource!(scope, azurerm_key_vault_secret "secret" {
        name: "db-password",
        key_vault_id: "/key_vault",
        expiration_date: "2026-12-31T00:00:00Z",
        not_before_date: "2026-12-31T00:00:00Z",
        value_wo_version: 1,
    });
    resource!(scope, azurerm_user_assigned_identity "identity" {
        name: "id-shop",
        location: "westeurope",
        resource_group_name: "rg",
    });
    resource!(scope, azurerm_role_assignment "assignment" {
        principal_id: "/principal",
        scope: "shop",
        name: "00000000-0000-0000-0000-00000000000a",
        condition_version: "2.0",
        principal_type: "ServicePrincipal",
    });
    assert_eq!(scope.judged(), [""; 0]);
}
