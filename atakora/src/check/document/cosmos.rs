//! Cosmos DB: accounts, and roles on their data.

use std::collections::HashSet;

use super::common::{known, normal};
use super::findings::{Findings, azure};
use super::reader::{On, Part, Read};
use super::world::World;
use crate::check::Rule;

const PROVIDER: &str =
    "azurerm 5.2.0, cosmosdb_account_resource.go and cosmosdb_sql_container_resource.go, while applying";
const LIMITS: &str = "Azure documentation, Azure Cosmos DB service quotas and default limits, 2026";
const CONSISTENCY: &str = "Azure documentation, Consistency levels in Azure Cosmos DB, 2026";
const TITLE: &str = "CosmosError";

static STALENESS: Rule = azure(
    "ATK-DOC-111",
    TITLE,
    "{}: bounded staleness over several regions starts at 300 seconds and 100000 operations, not at {} and {}",
    "set `max_interval_in_seconds` to 300 and `max_staleness_prefix` to 100000, or more",
    PROVIDER,
);
static STRONG: Rule = azure(
    "ATK-DOC-112",
    TITLE,
    "{}: with writes in several regions there is no strong consistency",
    "choose another consistency, or write in one region",
    CONSISTENCY,
);
static PRIORITIES: Rule = azure(
    "ATK-DOC-113",
    TITLE,
    "{}: the failover priorities of {} regions are {}",
    "count them from 0, the region of writes, each number once",
    PROVIDER,
);
static REGION_TWICE: Rule =
    azure("ATK-DOC-114", TITLE, "{}: the region `{}` is there twice", "name each region once", PROVIDER);
static SERVERLESS_REGIONS: Rule = azure(
    "ATK-DOC-115",
    TITLE,
    "{}: a serverless account has one region, not {}",
    "name one region, or leave the capability `EnableServerless` out",
    LIMITS,
);
static CONTINUOUS: Rule = azure(
    "ATK-DOC-117",
    TITLE,
    "{}: continuous backup takes no `{}`",
    "leave it out, or make the backup `Periodic`",
    PROVIDER,
);
static PERIODIC: Rule = azure(
    "ATK-DOC-118",
    TITLE,
    "{}: periodic backup takes no `tier`",
    "leave it out, or make the backup `Continuous`",
    PROVIDER,
);
static CREATE_MODE: Rule = azure(
    "ATK-DOC-119",
    TITLE,
    "{}: only an account with continuous backup has a `create_mode`",
    "leave it out, or make the backup `Continuous`",
    PROVIDER,
);
static ZONES: Rule = azure(
    "ATK-DOC-120",
    TITLE,
    "{}: `{}` has no availability zones to be redundant over",
    "leave `zone_redundant` out there, or choose another region",
    "Azure documentation, Azure regions with availability zones, 2026",
);
static NETWORK_FILTER: Rule = azure(
    "ATK-DOC-121",
    TITLE,
    "{}: it has network rules that nothing makes effective",
    "set `is_virtual_network_filter_enabled` to true",
    "azurerm 5.2.0, documentation of azurerm_cosmosdb_account",
);
static SERVICE_ENDPOINT: Rule = azure(
    "ATK-DOC-122",
    TITLE,
    "{}: the subnet {} has no service endpoint for Cosmos DB",
    "give the subnet `service_endpoint { service: \"Microsoft.AzureCosmosDB\" }`, or use a private endpoint",
    "azurerm 5.2.0, documentation of azurerm_cosmosdb_account",
);
static LOCAL_AUTHENTICATION: Rule = azure(
    "ATK-DOC-123",
    TITLE,
    "{}: only accounts for NoSQL can do without keys",
    "leave `local_authentication_enabled` out",
    PROVIDER,
);
static ROLE_SCOPE: Rule = azure(
    "ATK-DOC-133",
    TITLE,
    "{}: its scope is `{}`, which is no place in an account",
    "write the account's `id`, or `<id>/dbs/<database>`, or `<id>/dbs/<database>/colls/<container>`",
    "azurerm 5.2.0, documentation of azurerm_cosmosdb_sql_role_assignment",
);
static API: Rule = azure(
    "ATK-DOC-134",
    TITLE,
    "{}: an account of the kind `{}` has no capability `{}`",
    "use `EnableMongo` with the kind `MongoDB`, and the other APIs with `GlobalDocumentDB`",
    "azurerm 5.2.0, cosmosdb_account_resource.go",
);
static MONGO_VERSION: Rule = azure(
    "ATK-DOC-135",
    TITLE,
    "{}: the capability `MongoDBv3.4` needs `EnableMongo`",
    "add it, or set `mongo_server_version` instead",
    "azurerm 5.2.0, cosmosdb_account_resource.go",
);
static KEY_VERSION: Rule = azure(
    "ATK-DOC-136",
    TITLE,
    "{}: its key is named with a version, `{}`",
    "use `versionless_id` of the key, so that it can be rotated",
    "azurerm 5.2.0, cosmosdb_account_resource.go",
);
static KEY_VAULT: Rule = azure(
    "ATK-DOC-137",
    TITLE,
    "{}: its key is in the vault {}, which can be purged",
    "set `purge_protection_enabled` to true there",
    "Azure documentation, Configure customer-managed keys for Azure Cosmos DB, 2026",
);
static OTHER_ACCOUNT: Rule = azure(
    "ATK-DOC-138",
    TITLE,
    "{}: it is in the account {}, and its `{}` in {}",
    "name one account in both",
    "azurerm 5.2.0, documentation of azurerm_cosmosdb_sql_role_assignment",
);

pub(super) static ALL: &[&Rule] = &[
    &API,
    &MONGO_VERSION,
    &KEY_VERSION,
    &KEY_VAULT,
    &OTHER_ACCOUNT,
    &STALENESS,
    &STRONG,
    &PRIORITIES,
    &REGION_TWICE,
    &SERVERLESS_REGIONS,
    &CONTINUOUS,
    &PERIODIC,
    &CREATE_MODE,
    &ZONES,
    &NETWORK_FILTER,
    &SERVICE_ENDPOINT,
    &LOCAL_AUTHENTICATION,
    &ROLE_SCOPE,
];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("cosmosdb_account") {
        account(on, world, out);
    }
    for on in world.all("cosmosdb_sql_role_assignment") {
        role(on, world, out);
    }
}

fn account<'c>(on: On<'c>, world: &World<'c>, out: &mut Findings<'_>) {
    regions(on, out);
    backup(on, out);
    apis(on, out);
    key(on, world, out);
    let rules = on.each("virtual_network_rule");
    if !rules.is_empty() {
        let filter = on.get("is_virtual_network_filter_enabled");
        out.tell_if(filter.flag() == Some(false) || !filter.is_set(), on, &NETWORK_FILTER, &[]);
    }
    for rule in rules {
        let Some(subnet) = world.named("subnet", rule.get("id")) else { continue };
        let ignored = rule.get("ignore_missing_vnet_service_endpoint").flag() == Some(true);
        let has = subnet
            .each("service_endpoint")
            .iter()
            .any(|e| e.get("service").text().is_none_or(|s| s == "Microsoft.AzureCosmosDB"));
        out.tell_if(!ignored && !has, on, &SERVICE_ENDPOINT, &[&format!("`{}`", subnet.address())]);
    }
    let other_api = on.get("kind").text().is_some_and(|kind| kind != "GlobalDocumentDB")
        || ["EnableCassandra", "EnableGremlin", "EnableTable"].iter().any(|api| has_capability(on, api));
    let without_keys = on.get("local_authentication_enabled").flag() == Some(false);
    out.tell_if(other_api && without_keys, on, &LOCAL_AUTHENTICATION, &[]);
}

pub(super) fn has_capability(on: On<'_>, name: &str) -> bool {
    on.each("capabilities").iter().any(|capability| capability.get("name").says(name))
}

/// The capabilities that only one kind has.
fn apis(on: On<'_>, out: &mut Findings<'_>) {
    let kind = on.get("kind");
    if let Some(kind) = if kind.is_set() { kind.text() } else { Some("GlobalDocumentDB") } {
        let mongo = kind == "MongoDB";
        for (api, of_mongo) in
            [("EnableMongo", true), ("EnableCassandra", false), ("EnableGremlin", false), ("EnableTable", false)]
        {
            out.tell_if(has_capability(on, api) && mongo != of_mongo, on, &API, &[kind, api]);
        }
    }
    out.tell_if(has_capability(on, "MongoDBv3.4") && !has_capability(on, "EnableMongo"), on, &MONGO_VERSION, &[]);
}

/// The key of a customer.
fn key<'c>(on: On<'c>, world: &World<'c>, out: &mut Findings<'_>) {
    let Some(target) = on.get("key_vault_key_id").target().filter(|target| target.on.kind() == "key_vault_key") else {
        return;
    };
    let versioned = matches!(target.attribute, "id" | "resource_id");
    out.tell_if(versioned, on, &KEY_VERSION, &[&format!("{}.{}", target.on.address(), target.attribute)]);
    let vault = world.named("key_vault", target.on.get("key_vault_id")).filter(|vault| vault.is_made());
    if let Some(vault) = vault {
        let kept = vault.get("purge_protection_enabled");
        let purged = !kept.is_set() || kept.flag() == Some(false);
        out.tell_if(purged, on, &KEY_VAULT, &[&format!("`{}`", vault.address())]);
    }
}

fn regions(on: On<'_>, out: &mut Findings<'_>) {
    let regions = on.each("geo_location");
    let policy = on.block("consistency_policy");
    if regions.len() > 1 && policy.get("consistency_level").says("BoundedStaleness") {
        let (seconds, operations) = (policy.get("max_interval_in_seconds"), policy.get("max_staleness_prefix"));
        let number = |read: Read<'_>, default| if read.is_set() { read.number() } else { Some(default) };
        if let (Some(seconds), Some(operations)) = (number(seconds, 5), number(operations, 100))
            && (seconds < 300 || operations < 100_000)
        {
            out.tell(on, &STALENESS, &[&seconds.to_string(), &operations.to_string()]);
        }
    }
    let writes_everywhere = on.get("multiple_write_locations_enabled").flag() == Some(true);
    let strong = policy.get("consistency_level").says("Strong");
    out.tell_if(regions.len() > 1 && writes_everywhere && strong, on, &STRONG, &[]);
    let priorities: Option<Vec<i64>> = regions.iter().map(|region| region.get("failover_priority").number()).collect();
    if let Some(mut priorities) = priorities {
        let shown: Vec<String> = priorities.iter().map(i64::to_string).collect();
        priorities.sort_unstable();
        let gap = priorities.iter().zip(0..).any(|(priority, expected)| *priority != expected);
        out.tell_if(gap, on, &PRIORITIES, &[&priorities.len().to_string(), &shown.join(", ")]);
    }
    let mut seen = HashSet::new();
    for region in &regions {
        let Some(name) = region.get("location").text() else { continue };
        out.tell_if(!seen.insert(normal(name)), on, &REGION_TWICE, &[name]);
        let zones = known(name).is_none_or(|region| region.zones());
        out.tell_if(region.get("zone_redundant").flag() == Some(true) && !zones, on, &ZONES, &[name]);
    }
    let serverless = has_capability(on, "EnableServerless");
    out.tell_if(serverless && regions.len() > 1, on, &SERVERLESS_REGIONS, &[&regions.len().to_string()]);
}

fn backup(on: On<'_>, out: &mut Findings<'_>) {
    let backup = on.block("backup");
    if backup.get("type").says("Continuous") {
        for argument in ["interval_in_minutes", "retention_in_hours", "storage_redundancy"] {
            out.tell_if(backup.get(argument).is_set(), on, &CONTINUOUS, &[argument]);
        }
    } else {
        let periodic = backup.get("type").says("Periodic");
        out.tell_if(periodic && backup.get("tier").is_set(), on, &PERIODIC, &[]);
        out.tell_if(on.get("create_mode").is_set() && (periodic || !backup.is_set()), on, &CREATE_MODE, &[]);
    }
}

/// An account's id, and below it `/dbs/…` and `/colls/…`: not the ids that Azure's own management uses.
fn role<'c>(on: On<'c>, world: &World<'c>, out: &mut Findings<'_>) {
    if let Some(account) = world.named("cosmosdb_account", on.get("account_name")) {
        for argument in ["scope", "role_definition_id"] {
            let pieces = on.get(argument).pieces();
            let Some(Part::Target(target)) = pieces.first() else { continue };
            let other = target.on.kind() == "cosmosdb_account" && target.on.key() != account.key();
            let [own, other_account] = [account, target.on].map(|account| format!("`{}`", account.address()));
            out.tell_if(other, on, &OTHER_ACCOUNT, &[&own, argument, &other_account]);
        }
    }
    let scope = on.get("scope").pieces();
    let wrong = match scope.as_slice() {
        [Part::Text(text), ..] => {
            let account = text.to_ascii_lowercase().contains("/providers/microsoft.documentdb/databaseaccounts/");
            (!account || text.contains("/sqlDatabases/")).then(|| (*text).to_owned())
        }
        [Part::Target(target), rest @ ..] => {
            let account = target.on.kind() == "cosmosdb_account" && target.attribute == "id";
            let below = match rest {
                [] => true,
                [Part::Text(text), ..] => text.starts_with("/dbs/"),
                _ => true,
            };
            (!account || !below).then(|| format!("{}.{}", target.on.address(), target.attribute))
        }
        _ => None,
    };
    if let Some(wrong) = wrong {
        out.tell(on, &ROLE_SCOPE, &[&wrong]);
    }
}
