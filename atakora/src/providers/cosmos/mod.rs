//! Azure Cosmos DB for NoSQL: one account for all components, unless they pin another, want another capacity mode, or
//! work on one that is there already.

mod emit;
mod existing;
mod recovery;
mod rules;
mod settings;

pub use emit::CosmosHandle;
pub use existing::{CosmosAccount, Existing};
pub use recovery::{Recovery, RecoveryPoint, WriteRecovery};
pub use rules::{RULES, check_throughput, check_time_to_live, check_unique_keys};
pub use settings::{Backup, BackupRedundancy, Consistency, CosmosSettings, GeoLocation};

use crate::azure::resource_name::COSMOSDB_ACCOUNT;
use crate::deferred::Deferred;
use crate::deferred::Endpoint;
use crate::merge::List;
use crate::{Item, Sku, provider};

/// How an account is paid for; fixed when it is made, so components that differ do not share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum CapacityMode {
    /// Request units are reserved. The default: one database shares autoscale throughput among its containers.
    Provisioned,
    /// Request units are paid as they are used. One region, no reserved throughput.
    Serverless,
}

/// The request units (RU/s) of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Item)]
pub enum Throughput {
    /// A share of the database's.
    Shared,
    /// Its own, fixed: 400 to 1,000,000 in steps of 100.
    Manual(u32),
    /// Its own, between a tenth of this and this: 1,000 to 1,000,000 in steps of 1,000.
    Autoscale(u32),
}

/// How long items live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Item)]
pub enum TimeToLive {
    /// For ever; items cannot say otherwise.
    Off,
    /// For ever, unless an item says otherwise.
    PerItem,
    /// This many seconds, unless an item says otherwise: 1 to 2,147,483,647.
    Seconds(u32),
}

/// A database of an account.
#[derive(Clone, Copy, Debug, Item)]
pub struct Database {
    /// Its name; empty: the backend's.
    pub name: &'static str,
}

/// A container of a database.
#[derive(Clone, Copy, Debug, Item)]
pub struct Container {
    /// The database; empty: the one with the backend's name.
    pub database: &'static str,
    /// Its name.
    pub name: &'static str,
    /// One path, or two to three of a hierarchical key.
    pub partition_key: &'static [&'static str],
    /// The path at which items say whose they are, if they belong to tenants: the first of `partition_key`.
    pub tenant_key: Option<&'static str>,
    /// Its request units.
    pub throughput: Throughput,
    /// How long its items live.
    pub time_to_live: TimeToLive,
    /// Sets of paths whose values no two items of a logical partition share.
    pub unique_keys: &'static [&'static [&'static str]],
}

/// A container that a component uses.
#[derive(Clone, Copy, Debug, Item)]
pub struct ContainerUse {
    /// The database; empty: the one with the backend's name.
    pub database: &'static str,
    /// The container.
    pub name: &'static str,
}

/// The role that reads and writes items.
pub const DATA_CONTRIBUTOR: &str = "Cosmos DB Built-in Data Contributor";
/// The role that reads items.
pub const DATA_READER: &str = "Cosmos DB Built-in Data Reader";

/// What a component asks of Cosmos DB.
#[provider(
    id = "cosmos",
    label = "Cosmos DB",
    settings = CosmosSettings,
    code = rules::code,
    names(COSMOSDB_ACCOUNT)
)]
#[rule(check = rules::capacity::serverless_throughput, blame = containers)]
#[rule(check = rules::capacity::serverless_settings, blame = capacity)]
#[rule(check = rules::capacity::databases_and_containers, blame = containers)]
#[rule(check = rules::containers::tenant_keys, blame = containers)]
#[rule(check = rules::existing::existing_containers, blame = containers)]
#[limit(
    name = max_cosmos_accounts,
    count = groups,
    label = "Cosmos DB accounts",
    solution = "let the components share one account by giving them one capacity mode and one `account`, split them across backends, or raise max_cosmos_accounts"
)]
#[limit(
    name = max_cosmos_containers,
    per_group = containers.len(),
    label = "containers per Cosmos DB account",
    solution = "keep several kinds of items in one container, split the components across backends, or raise max_cosmos_containers"
)]
pub struct Cosmos {
    /// How the account is paid for.
    #[group]
    pub capacity: CapacityMode,
    /// A code of at most four letters that pins the component to an account of its own.
    #[group]
    pub account: Option<&'static str>,
    /// Containers; equal ones are shared.
    #[merge(union, key = (database, name))]
    pub containers: List<Container>,
    /// The containers that the component's functions work on.
    #[merge(collect, key = (database, name))]
    pub uses: List<ContainerUse>,
}

impl Cosmos {
    /// What a component asks that has one container and works on it.
    pub const fn with_container(capacity: CapacityMode, account: Option<&'static str>, container: Container) -> Self {
        let used = ContainerUse { database: container.database, name: container.name };
        Cosmos { capacity, account, containers: List::One(container), uses: List::One(used) }
    }

    /// The address of the account, like `https://cosmos-shop-prod-weu.documents.azure.com:443/`.
    pub const ENDPOINT: Deferred<Endpoint> = Deferred::provider("cosmos", "endpoint");
    /// The database of the component that asks.
    pub const DATABASE: Deferred<String> = Deferred::provider("cosmos", "database");
    /// The first container of the component that asks.
    pub const CONTAINER: Deferred<String> = Deferred::provider("cosmos", "container");
    /// The regions that an app should ask first, by name, with commas: its own, then the others of the account in
    /// failover order. What SDKs call preferred regions.
    pub const PREFERRED_REGIONS: Deferred<String> = Deferred::provider("cosmos", "preferred_regions");
}
