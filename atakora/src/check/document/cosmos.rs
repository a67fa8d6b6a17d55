//! Cosmos DB: accounts, databases, containers, roles on data.

use std::collections::HashSet;

use super::common::{known, normal};
use super::reader::{Findings, On, Part, Read, World, azure};
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
static SERVERLESS_THROUGHPUT: Rule = azure(
    "ATK-DOC-116",
    TITLE,
    "{}: it sets a throughput, and the account {} is serverless",
    "leave `throughput` and `autoscale_settings` out: serverless is paid by the request",
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
static MOST_THROUGHPUT: Rule = azure(
    "ATK-DOC-125",
    TITLE,
    "{}: {} request units per second are more than the 1000000 that Azure gives by default",
    "ask for less",
    LIMITS,
);
static KEY_PATHS: Rule = azure(
    "ATK-DOC-126",
    TITLE,
    "{}: a partition key of the kind `{}` takes {}, not {}",
    "give one path, or two or three with `partition_key_kind: \"MultiHash\"`",
    LIMITS,
);
static KEY_VERSION: Rule = azure(
    "ATK-DOC-128",
    TITLE,
    "{}: a partition key of several levels needs version 2",
    "set `partition_key_version` to 2",
    LIMITS,
);
static TIME_TO_LIVE: Rule = azure(
    "ATK-DOC-129",
    TITLE,
    "{}: a `default_ttl` of 0 is none: the provider takes it for unset",
    "leave it out, or set -1 (items decide) or a number of seconds",
    "azurerm 5.2.0, cosmosdb_sql_container_resource.go",
);
static INDEXING_NONE: Rule = azure(
    "ATK-DOC-130",
    TITLE,
    "{}: without an index there are no paths to put into it or to leave out",
    "leave the paths out, or make the mode `consistent`",
    PROVIDER,
);
static INDEXING_ROOT: Rule = azure(
    "ATK-DOC-131",
    TITLE,
    "{}: the path `/*` is {} of the lists of an indexing policy that has paths",
    "put `/*` into exactly one of `included_path` and `excluded_path`",
    PROVIDER,
);
static UNIQUE_KEYS: Rule = azure(
    "ATK-DOC-132",
    TITLE,
    "{}: {} {}, and Azure takes {}",
    "keep fewer: unique keys are fixed when the container is created",
    LIMITS,
);
static ROLE_SCOPE: Rule = azure(
    "ATK-DOC-133",
    TITLE,
    "{}: its scope is `{}`, which is no place in an account",
    "write the account's `id`, or `<id>/dbs/<database>`, or `<id>/dbs/<database>/colls/<container>`",
    "azurerm 5.2.0, documentation of azurerm_cosmosdb_sql_role_assignment",
);

pub(super) static ALL: &[&Rule] = &[
    &STALENESS,
    &STRONG,
    &PRIORITIES,
    &REGION_TWICE,
    &SERVERLESS_REGIONS,
    &SERVERLESS_THROUGHPUT,
    &CONTINUOUS,
    &PERIODIC,
    &CREATE_MODE,
    &ZONES,
    &NETWORK_FILTER,
    &SERVICE_ENDPOINT,
    &LOCAL_AUTHENTICATION,
    &MOST_THROUGHPUT,
    &KEY_PATHS,
    &KEY_VERSION,
    &TIME_TO_LIVE,
    &INDEXING_NONE,
    &INDEXING_ROOT,
    &UNIQUE_KEYS,
    &ROLE_SCOPE,
];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
    for on in world.all("cosmosdb_account") {
        account(on, world, out);
    }
    for kind in ["cosmosdb_sql_database", "cosmosdb_sql_container"] {
        for on in world.all(kind) {
            child(on, world, out);
        }
    }
    for on in world.all("cosmosdb_sql_container") {
        partition_key(on, out);
        indexing(on, out);
        unique_keys(on, out);
        out.tell_if(on.get("default_ttl").number() == Some(0), on, &TIME_TO_LIVE, &[]);
    }
    for on in world.all("cosmosdb_sql_role_assignment") {
        role(on, out);
    }
}

fn account(on: On<'_>, world: &World<'_>, out: &mut Findings<'_>) {
    regions(on, out);
    backup(on, out);
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

fn has_capability(on: On<'_>, name: &str) -> bool {
    on.each("capabilities").iter().any(|capability| capability.get("name").says(name))
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

fn child(on: On<'_>, world: &World<'_>, out: &mut Findings<'_>) {
    let (manual, autoscale) = (on.get("throughput"), on.block("autoscale_settings").get("max_throughput"));
    for throughput in [manual, autoscale].into_iter().filter_map(Read::number) {
        out.tell_if(throughput > 1_000_000, on, &MOST_THROUGHPUT, &[&throughput.to_string()]);
    }
    if let Some(account) = world.named("cosmosdb_account", on.get("account_name"))
        && has_capability(account, "EnableServerless")
        && (manual.is_set() || on.get("autoscale_settings").is_set())
    {
        out.tell(on, &SERVERLESS_THROUGHPUT, &[&format!("`{}`", account.address())]);
    }
}

fn partition_key(on: On<'_>, out: &mut Findings<'_>) {
    let paths = on.get("partition_key_paths").each();
    let kind = on.get("partition_key_kind");
    let kind = if kind.is_set() { kind.text() } else { Some("Hash") };
    let literal = matches!(on.get("partition_key_paths").pieces().as_slice(), []);
    let most = match kind {
        Some("Hash") if paths.len() > 1 => "one path",
        Some("MultiHash") if !(2..=3).contains(&paths.len()) => "two or three paths",
        _ => "",
    };
    if let Some(kind) = kind {
        out.tell_if(literal && !most.is_empty(), on, &KEY_PATHS, &[kind, most, &paths.len().to_string()]);
        let version = on.get("partition_key_version").number();
        out.tell_if(kind == "MultiHash" && version.is_some_and(|version| version != 2), on, &KEY_VERSION, &[]);
    }
}

fn indexing(on: On<'_>, out: &mut Findings<'_>) {
    let policy = on.block("indexing_policy");
    let paths =
        |list| policy.get(list).each().into_iter().filter_map(|block| block.get("path").text()).collect::<Vec<_>>();
    let (included, excluded) = (paths("included_path"), paths("excluded_path"));
    if included.is_empty() && excluded.is_empty() {
        return;
    }
    // the provider compares the mode in lower case
    if policy.get("indexing_mode").text().is_some_and(|mode| mode.eq_ignore_ascii_case("none")) {
        out.tell(on, &INDEXING_NONE, &[]);
        return;
    }
    let roots = [&included, &excluded].iter().filter(|list| list.contains(&"/*")).count();
    out.tell_if(roots != 1, on, &INDEXING_ROOT, &[if roots == 0 { "in none" } else { "in both" }]);
}

fn unique_keys(on: On<'_>, out: &mut Findings<'_>) {
    let keys = on.each("unique_key");
    out.tell_if(keys.len() > 10, on, &UNIQUE_KEYS, &[&keys.len().to_string(), "unique keys", "10"]);
}

/// An account's id, and below it `/dbs/…` and `/colls/…`: not the ids that Azure's own management uses.
fn role(on: On<'_>, out: &mut Findings<'_>) {
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
