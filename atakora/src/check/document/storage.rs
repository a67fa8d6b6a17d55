//! Storage: accounts, containers, queues, static sites.

use super::common::known;
use super::findings::{Findings, azure};
use super::reader::On;
use super::world::World;
use crate::check::Rule;

const PROVIDER: &str = "azurerm 5.2.0, storage_account_resource.go, while applying";
const ACCOUNTS: &str = "Azure documentation, Storage account overview, 2026";
const REDUNDANCY: &str = "Azure documentation, Azure Storage redundancy and List of Azure regions, 2026";
const TITLE: &str = "StorageError";

static PREMIUM: Rule = azure(
    "ATK-DOC-140",
    TITLE,
    "{}: a premium account is replicated as LRS or ZRS, not as {}",
    "choose one of the two, or the tier `Standard`",
    ACCOUNTS,
);
static BLOB_ZRS: Rule = azure(
    "ATK-DOC-141",
    TITLE,
    "{}: an account of the kind `BlobStorage` cannot be replicated as ZRS",
    "make it `StorageV2`",
    PROVIDER,
);
static NO_PAIR: Rule = azure(
    "ATK-DOC-142",
    TITLE,
    "{}: `{}` has no paired region, to which {} would replicate",
    "choose LRS or ZRS, or another region",
    REDUNDANCY,
);
static NO_ZONES: Rule = azure(
    "ATK-DOC-143",
    TITLE,
    "{}: `{}` has no availability zones, over which {} would replicate",
    "choose LRS or GRS, or another region",
    REDUNDANCY,
);
static NEEDS: Rule = azure("ATK-DOC-144", TITLE, "{}: `{}` needs {}", "set that, or leave the first out", PROVIDER);
static HNS_VERSIONS: Rule = azure(
    "ATK-DOC-145",
    TITLE,
    "{}: an account with a hierarchical namespace keeps no versions of blobs",
    "leave `versioning_enabled` or `is_hns_enabled` out",
    PROVIDER,
);
static RESTORE_DAYS: Rule = azure(
    "ATK-DOC-146",
    TITLE,
    "{}: blobs cannot be restored for {} days when deleted ones are kept for {}",
    "make the days of `restore_policy` fewer than those of `delete_retention_policy`",
    PROVIDER,
);
static SHARED_KEY: Rule = azure(
    "ATK-DOC-147",
    TITLE,
    "{}: it uses the key of {}, which accepts none",
    "use an identity, or set `shared_access_key_enabled` to true there",
    "azurerm 5.2.0, documentation of azurerm_storage_account",
);
static PUBLIC_CONTAINER: Rule = azure(
    "ATK-DOC-149",
    TITLE,
    "{}: everyone could read it, and {} allows that to nothing in it",
    "leave `container_access_type` out, or set `allow_nested_items_to_be_public` on the account",
    "azurerm 5.2.0, 5.0 upgrade guide, and Azure documentation, Configure anonymous read access, 2026",
);
static ENCRYPTION_SCOPE: Rule = azure(
    "ATK-DOC-150",
    TITLE,
    "{}: it allows other encryption scopes than a default that it does not have",
    "set `default_encryption_scope` as well",
    "azurerm 5.2.0, storage_container_resource.go, while applying",
);
static NO_SERVICE: Rule = azure(
    "ATK-DOC-151",
    TITLE,
    "{}: {} has no {}: it is of the tier `{}` and the kind `{}`",
    "use an account of the tier `Standard` and the kind `StorageV2`",
    "azurerm 5.2.0, helpers of storage accounts, while applying",
);
static PERMANENT: Rule = azure(
    "ATK-DOC-152",
    TITLE,
    "{}: blobs that can be restored cannot be deleted for good",
    "leave `permanent_delete_enabled` or `restore_policy` out",
    PROVIDER,
);

pub(super) static ALL: &[&Rule] = &[
    &PERMANENT,
    &PREMIUM,
    &BLOB_ZRS,
    &NO_PAIR,
    &NO_ZONES,
    &NEEDS,
    &HNS_VERSIONS,
    &RESTORE_DAYS,
    &SHARED_KEY,
    &PUBLIC_CONTAINER,
    &ENCRYPTION_SCOPE,
    &NO_SERVICE,
];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("storage_account") {
        replication(on, out);
        features(on, out);
        restore(on, out);
    }
    for on in world.all("storage_container") {
        if let Some(account) = world.named("storage_account", on.get("storage_account_id")) {
            let public = on.get("container_access_type").text().is_some_and(|access| access != "private");
            let allowed = account.get("allow_nested_items_to_be_public");
            let refused = !allowed.is_set() || allowed.flag() == Some(false);
            out.tell_if(public && refused, on, &PUBLIC_CONTAINER, &[&format!("`{}`", account.address())]);
        }
        let overrides = on.get("encryption_scope_override_enabled").is_set();
        out.tell_if(overrides && !on.get("default_encryption_scope").is_set(), on, &ENCRYPTION_SCOPE, &[]);
    }
    for (kind, service) in SERVICES {
        for on in world.all(kind) {
            let Some(account) = world.named("storage_account", on.get("storage_account_id")) else { continue };
            let (tier, of) = (account.get("account_tier").text(), kind_of(account));
            let arguments = [&format!("`{}`", account.address()), service, tier.unwrap_or("?"), of.unwrap_or("?")];
            out.tell_if(!serves(kind, tier, of), on, &NO_SERVICE, &arguments);
        }
    }
    for kind in ["linux_function_app", "function_app_flex_consumption"] {
        for on in world.all(kind) {
            let key = if kind == "linux_function_app" { "storage_account_access_key" } else { "storage_access_key" };
            let Some(target) = on.get(key).target() else { continue };
            let without = target.on.get("shared_access_key_enabled").flag() == Some(false);
            let account = target.on.kind() == "storage_account";
            out.tell_if(account && without, on, &SHARED_KEY, &[&format!("`{}`", target.on.address())]);
        }
    }
}

/// What is in an account, and the service that it needs.
const SERVICES: [(&str, &str); 5] = [
    ("storage_container", "blobs"),
    ("storage_queue", "queues"),
    ("storage_share", "file shares"),
    ("storage_table", "tables"),
    ("storage_account_static_website", "static site"),
];

/// Whether an account of this tier and kind has what is in it, as far as both are known.
fn serves(what: &str, tier: Option<&str>, of: Option<&str>) -> bool {
    let Some(of) = of else { return true };
    let general = tier.is_none_or(|tier| tier == "Standard") && matches!(of, "StorageV2" | "Storage");
    match what {
        "storage_container" => of != "FileStorage",
        "storage_share" => general || of == "FileStorage",
        "storage_account_static_website" => matches!(of, "StorageV2" | "BlockBlobStorage"),
        _ => general,
    }
}

/// The kind of an account, where it is not known only to Terraform.
fn kind_of(on: On<'_>) -> Option<&str> {
    let kind = on.get("account_kind");
    if kind.is_set() { kind.text() } else { Some("StorageV2") }
}

fn replication(on: On<'_>, out: &mut Findings<'_>) {
    let Some(replication) = on.get("account_replication_type").text() else { return };
    let premium = on.get("account_tier").says("Premium");
    out.tell_if(premium && !matches!(replication, "LRS" | "ZRS"), on, &PREMIUM, &[replication]);
    out.tell_if(kind_of(on) == Some("BlobStorage") && replication == "ZRS", on, &BLOB_ZRS, &[]);
    let Some(region) = on.get("location").text().and_then(known) else { return };
    let (pair, zones) = (replication.contains("GRS") || replication.contains("GZRS"), replication.contains("ZRS"));
    out.tell_if(pair && region.pair().is_none(), on, &NO_PAIR, &[region.name(), replication]);
    out.tell_if(zones && !region.zones(), on, &NO_ZONES, &[region.name(), replication]);
}

/// What only some kinds of accounts have.
fn features(on: On<'_>, out: &mut Findings<'_>) {
    let Some(kind) = kind_of(on) else { return };
    let tier = on.get("account_tier").text();
    let is = |argument: &str| on.get(argument).flag() == Some(true);
    let premium = tier == Some("Premium");
    let block = kind == "BlockBlobStorage";
    let mut needs = |argument: &str, met: bool, what: &str| out.tell_if(!met, on, &NEEDS, &[argument, what]);
    if is("is_hns_enabled") {
        needs(
            "is_hns_enabled",
            matches!(kind, "BlobStorage" | "BlockBlobStorage" | "StorageV2"),
            "the kind `StorageV2`",
        );
    }
    if is("nfsv3_enabled") {
        needs("nfsv3_enabled", is("is_hns_enabled"), "`is_hns_enabled`");
        let fits = tier.is_none() || (!premium && kind == "StorageV2") || (premium && block);
        needs("nfsv3_enabled", fits, "the kind `StorageV2`, or `BlockBlobStorage` of the tier `Premium`");
    }
    if is("sftp_enabled") {
        needs("sftp_enabled", is("is_hns_enabled"), "`is_hns_enabled`");
    }
    if is("infrastructure_encryption_enabled") {
        let fits =
            tier.is_none() || kind == "StorageV2" || premium && matches!(kind, "BlockBlobStorage" | "FileStorage");
        needs("infrastructure_encryption_enabled", fits, "the kind `StorageV2`, or a premium one");
    }
    if is("large_file_share_enabled") {
        needs(
            "large_file_share_enabled",
            matches!(kind, "FileStorage" | "StorageV2"),
            "the kind `StorageV2` or `FileStorage`",
        );
    }
    if on.get("access_tier").is_set() {
        needs(
            "access_tier",
            matches!(kind, "BlobStorage" | "FileStorage" | "StorageV2"),
            "the kind `StorageV2`, `BlobStorage` or `FileStorage`",
        );
    }
    if on.get("customer_managed_key").is_set() {
        let user = on.block("identity").get("type").text().is_some_and(|kind| kind.contains("UserAssigned"));
        needs("customer_managed_key", user, "a user-assigned identity");
        needs(
            "customer_managed_key",
            tier.is_none() || kind == "StorageV2" || premium,
            "the kind `StorageV2`, or the tier `Premium`",
        );
    }
    for key in ["queue_encryption_key_type", "table_encryption_key_type"] {
        if on.get(key).says("Account") {
            needs(key, kind != "Storage", "another kind than `Storage`");
        }
    }
    let versions = on.block("blob_properties").get("versioning_enabled").flag() == Some(true);
    out.tell_if(is("is_hns_enabled") && versions, on, &HNS_VERSIONS, &[]);
}

fn restore(on: On<'_>, out: &mut Findings<'_>) {
    let properties = on.block("blob_properties");
    let (restore, deleted) = (properties.get("restore_policy").block(), properties.get("delete_retention_policy"));
    if !restore.is_set() {
        return;
    }
    for (there, what) in [
        (deleted.is_set(), "`delete_retention_policy`"),
        (
            properties.get("versioning_enabled").flag() != Some(false) && properties.get("versioning_enabled").is_set(),
            "`versioning_enabled`",
        ),
        (
            properties.get("change_feed_enabled").flag() != Some(false)
                && properties.get("change_feed_enabled").is_set(),
            "`change_feed_enabled`",
        ),
    ] {
        out.tell_if(!there, on, &NEEDS, &["restore_policy", what]);
    }
    let permanent = deleted.block().get("permanent_delete_enabled").flag() == Some(true);
    out.tell_if(permanent, on, &PERMANENT, &[]);
    let kept = deleted.block().get("days");
    let kept = if deleted.is_set() && !kept.is_set() { Some(7) } else { kept.number() };
    if let (Some(days), Some(kept)) = (restore.get("days").number(), kept) {
        out.tell_if(days >= kept, on, &RESTORE_DAYS, &[&days.to_string(), &kept.to_string()]);
    }
}
