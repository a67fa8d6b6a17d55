//! Cosmos DB: databases and containers.

use super::cosmos::has_capability;
use super::findings::{Findings, azure};
use super::reader::On;
use super::world::World;
use crate::check::Rule;

const PROVIDER: &str = "azurerm 5.2.0, cosmosdb_sql_container_resource.go, while applying";
const LIMITS: &str = "Azure documentation, Azure Cosmos DB service quotas and default limits, 2026";
const TITLE: &str = "CosmosError";

static SERVERLESS_THROUGHPUT: Rule = azure(
    "ATK-DOC-116",
    TITLE,
    "{}: it sets a throughput, and the account {} is serverless",
    "leave `throughput` and `autoscale_settings` out: serverless is paid by the request",
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
    "{}: {} unique keys, and Azure takes 10",
    "keep fewer: unique keys are fixed when the container is created",
    LIMITS,
);
static COMPOSITE: Rule = azure(
    "ATK-DOC-139",
    TITLE,
    "{}: a composite index has {} properties, and Azure takes 8",
    "keep those that queries sort by",
    LIMITS,
);

pub(super) static ALL: &[&Rule] = &[
    &SERVERLESS_THROUGHPUT,
    &KEY_PATHS,
    &KEY_VERSION,
    &TIME_TO_LIVE,
    &INDEXING_NONE,
    &INDEXING_ROOT,
    &UNIQUE_KEYS,
    &COMPOSITE,
];

pub(super) fn check(world: &World<'_>, out: &mut Findings<'_>) {
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
        for composite in on.block("indexing_policy").get("composite_index").each() {
            let properties = composite.get("index").each().len();
            out.tell_if(properties > 8, on, &COMPOSITE, &[&properties.to_string()]);
        }
    }
}

fn child(on: On<'_>, world: &World<'_>, out: &mut Findings<'_>) {
    let manual = on.get("throughput");
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
    out.tell_if(keys.len() > 10, on, &UNIQUE_KEYS, &[&keys.len().to_string()]);
}
