//! Key vaults, identities and roles.

use crate::argument::{ArgumentRule, numbers, rule, texts};
use crate::forms;
use crate::name::{ALPHANUMERIC, Name};
use crate::takes::Takes;

const VAULT: &str = "azurerm 5.2.0 (August 2026), key_vault";
const SECRET: &str = "azurerm 5.2.0 (August 2026), key_vault_secret";
const ROLE: &str = "azurerm 5.2.0 (August 2026), role_assignment";

pub(super) static RULES: &[ArgumentRule] = &[
    rule(
        "ATK-ARG-1201",
        VAULT,
        &["azurerm_key_vault.name"],
        Takes::Name(Name::new(3, 24, "a-zA-Z0-9-").first("a-zA-Z").last(ALPHANUMERIC).without("--")),
        texts("kv--shop", "kv-shop"),
    ),
    rule(
        "ATK-ARG-1202",
        VAULT,
        &["azurerm_key_vault.tenant_id"],
        Takes::Form(forms::UUID),
        texts("shop.onmicrosoft.com", "00000000-0000-0000-0000-00000000000a"),
    )
    .solution("take `tenant_id()` of `data!(.., azurerm_client_config \"me\" {})`"),
    rule(
        "ATK-ARG-1203",
        VAULT,
        &["azurerm_key_vault.sku_name"],
        Takes::OneOf(&["standard", "premium"]),
        texts("Standard", "standard"),
    ),
    rule(
        "ATK-ARG-1204",
        VAULT,
        &["azurerm_key_vault.soft_delete_retention_days"],
        Takes::between(7, 90),
        numbers(91, 90),
    ),
    rule(
        "ATK-ARG-1205",
        VAULT,
        &["azurerm_key_vault.network_acls.default_action"],
        Takes::OneOf(&["Allow", "Deny"]),
        texts("deny", "Deny"),
    ),
    rule(
        "ATK-ARG-1206",
        VAULT,
        &["azurerm_key_vault.network_acls.bypass"],
        Takes::OneOf(&["AzureServices", "None"]),
        texts("Logging", "AzureServices"),
    ),
    rule(
        "ATK-ARG-1207",
        VAULT,
        &[
            "azurerm_key_vault.access_policy.key_permissions",
            "azurerm_key_vault_access_policy.key_permissions",
            "azurerm_key_vault.access_policy.secret_permissions",
            "azurerm_key_vault_access_policy.secret_permissions",
            "azurerm_key_vault.access_policy.certificate_permissions",
            "azurerm_key_vault_access_policy.certificate_permissions",
            "azurerm_key_vault.access_policy.storage_permissions",
            "azurerm_key_vault_access_policy.storage_permissions",
        ],
        // each kind has its own, and new ones come: only the spelling is sure
        Takes::Spelt(&[
            "Get",
            "List",
            "Set",
            "Backup",
            "Create",
            "Decrypt",
            "Delete",
            "DeleteIssuers",
            "DeleteSAS",
            "Encrypt",
            "GetIssuers",
            "GetRotationPolicy",
            "GetSAS",
            "Import",
            "ListIssuers",
            "ListSAS",
            "ManageContacts",
            "ManageIssuers",
            "Purge",
            "Recover",
            "RegenerateKey",
            "Release",
            "Restore",
            "Rotate",
            "SetIssuers",
            "SetRotationPolicy",
            "SetSAS",
            "Sign",
            "UnwrapKey",
            "Update",
            "Verify",
            "WrapKey",
        ]),
        texts("get", "Get"),
    ),
    rule(
        "ATK-ARG-1211",
        SECRET,
        &["azurerm_key_vault_secret.name"],
        Takes::Name(Name::new(1, 127, "a-zA-Z0-9-")),
        texts("db_password", "db-password"),
    ),
    rule("ATK-ARG-1212", SECRET, &["azurerm_key_vault_secret.value_wo_version"], Takes::at_least(1), numbers(0, 1)),
    rule(
        "ATK-ARG-1213",
        SECRET,
        &["azurerm_key_vault_secret.expiration_date", "azurerm_key_vault_secret.not_before_date"],
        Takes::Form(forms::RFC_3339),
        texts("2026-12-31", "2026-12-31T00:00:00Z"),
    ),
    rule(
        "ATK-ARG-1221",
        "Azure documentation, Naming rules, 2026; azurerm 5.2.0 takes any text",
        &["azurerm_user_assigned_identity.name"],
        Takes::Name(Name::new(3, 128, "a-zA-Z0-9_-").first(ALPHANUMERIC)),
        texts("id", "id-shop"),
    ),
    rule(
        "ATK-ARG-1231",
        ROLE,
        &["azurerm_role_assignment.name"],
        Takes::Form(forms::UUID),
        texts("reader", "00000000-0000-0000-0000-00000000000a"),
    )
    .solution("leave it out: Azure makes one"),
    rule(
        "ATK-ARG-1232",
        ROLE,
        &["azurerm_role_assignment.condition_version"],
        Takes::OneOf(&["1.0", "2.0"]),
        texts("2", "2.0"),
    ),
    rule(
        "ATK-ARG-1233",
        ROLE,
        &["azurerm_role_assignment.principal_type"],
        Takes::OneOf(&["User", "Group", "ServicePrincipal"]),
        texts("ManagedIdentity", "ServicePrincipal"),
    )
    .solution("a managed identity is a `\"ServicePrincipal\"`"),
];
