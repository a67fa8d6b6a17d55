//! Who may do what: roles and key vaults.

use std::collections::HashMap;

use super::findings::{Findings, azure};
use super::reader::{On, Part};
use super::world::World;
use crate::check::Rule;

const ROLES: &str = "Azure documentation, Understand Azure role assignments, 2026";
const TITLE: &str = "RoleError";

static PRINCIPAL: Rule = azure(
    "ATK-DOC-340",
    TITLE,
    "{}: `{}` is not the id of a principal",
    "use the `principal_id` of the identity",
    ROLES,
);
static SCOPE: Rule = azure(
    "ATK-DOC-341",
    TITLE,
    "{}: `{}` is not the id of a resource, group or subscription",
    "use the `id` of what the role is about",
    ROLES,
);
static TWICE: Rule = azure(
    "ATK-DOC-342",
    TITLE,
    "{}: {} gives the same principal the same role on the same thing, and Azure takes that once",
    "remove one of the two",
    ROLES,
);
static POLICY: Rule = azure(
    "ATK-DOC-343",
    "KeyVaultError",
    "{}: the vault {} goes by roles and looks at no access policy",
    "assign a role instead, for example `Key Vault Secrets User`",
    "Azure documentation, Azure RBAC vs. access policies, 2026",
);
static BOTH_POLICIES: Rule = azure(
    "ATK-DOC-344",
    "KeyVaultError",
    "{}: the vault {} has policies of its own, and each would remove the other's",
    "write all policies in the vault, or none",
    "azurerm 5.2.0, documentation of azurerm_key_vault_access_policy",
);
static SECRET_BEFORE_ROLE: Rule = azure(
    "ATK-DOC-345",
    "KeyVaultError",
    "{}: nothing makes it wait for {}, which lets whoever applies write secrets",
    "name that in `depends_on`",
    "Azure documentation, Azure RBAC for Key Vault, 2026",
);

pub(super) static ALL: &[&Rule] = &[&SECRET_BEFORE_ROLE, &PRINCIPAL, &SCOPE, &TWICE, &POLICY, &BOTH_POLICIES];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    let mut seen: HashMap<[String; 4], On<'_>> = HashMap::new();
    for on in world.all("role_assignment").chain(world.all("cosmosdb_sql_role_assignment")) {
        if let Some(target) = on.get("principal_id").target() {
            let attribute = target.attribute;
            let right = attribute.ends_with("principal_id") || attribute.ends_with("object_id");
            if !right && target.on.is_made() {
                out.tell(on, &PRINCIPAL, &[&format!("{}.{attribute}", target.on.address())]);
            }
        }
        if on.kind() == "role_assignment" {
            scope(on, out);
        }
        if on.is_several() {
            continue;
        }
        let Some(what) = what(on) else { continue };
        match seen.get(&what) {
            Some(first) => out.tell(on, &TWICE, &[&first.shown()]),
            None => drop(seen.insert(what, on)),
        }
    }
    secrets(world, out);
    for on in world.all("key_vault_access_policy") {
        let Some(vault) = world.named("key_vault", on.get("key_vault_id")) else { continue };
        let shown = format!("`{}`", vault.address());
        let roles = vault.get("rbac_authorization_enabled").flag() == Some(true);
        out.tell_if(roles, on, &POLICY, &[&shown]);
        out.tell_if(!roles && !vault.each("access_policy").is_empty(), on, &BOTH_POLICIES, &[&shown]);
    }
}

/// Secrets of a vault that goes by roles, where whoever applies gets a role that lets him write them.
fn secrets(world: &World<'_>, out: &mut Findings<'_>) {
    let mut writers: HashMap<_, Vec<On<'_>>> = HashMap::new();
    for on in world.all("role_assignment") {
        let role = on.get("role_definition_name").text();
        let writes = matches!(role, Some("Key Vault Secrets Officer" | "Key Vault Administrator"));
        let applies = || on.get("principal_id").target().is_some_and(|target| target.on.kind() == "client_config");
        if writes
            && applies()
            && let Some(vault) = world.named("key_vault", on.get("scope"))
        {
            writers.entry(vault.key()).or_default().push(on);
        }
    }
    for on in world.all("key_vault_secret").filter(|on| !on.get("depends_on").is_set()) {
        let vault = world.named("key_vault", on.get("key_vault_id"));
        let writers = vault.and_then(|vault| writers.get(&vault.key())).map_or(&[][..], Vec::as_slice);
        if let Some(first) = writers.first() {
            let waits = writers.iter().any(|role| on.waits_for(*role));
            out.tell_if(!waits, on, &SECRET_BEFORE_ROLE, &[&format!("`{}`", first.address())]);
        }
    }
}

/// Which role on what for whom.
fn what(on: On<'_>) -> Option<[String; 4]> {
    let role = on.get("role_definition_name").identity().or_else(|| on.get("role_definition_id").identity())?;
    Some([on.kind().to_owned(), role, on.get("scope").identity()?, on.get("principal_id").identity()?])
}

fn scope(on: On<'_>, out: &mut Findings<'_>) {
    match on.get("scope").pieces().as_slice() {
        [Part::Text(text), ..] => out.tell_if(!text.starts_with('/'), on, &SCOPE, &[text]),
        [Part::Target(target), ..] => {
            let name = matches!(target.attribute, "name" | "location" | "principal_id" | "client_id");
            out.tell_if(name, on, &SCOPE, &[&format!("{}.{}", target.on.address(), target.attribute)]);
        }
        _ => {}
    }
}
