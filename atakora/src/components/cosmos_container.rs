//! `CosmosContainer<E>`: a container for an entity, and nothing that works on it.

use std::marker::PhantomData;

use super::or;
use crate::check::Finding;
use crate::deferred::{ChangeFeed, Endpoint};
use crate::entity::Entity;
use crate::providers::cosmos::{self, CapacityMode, Container, Cosmos, CosmosAccount, Throughput, TimeToLive};
use crate::providers::networking::Networking;
use crate::terraform::reference::Tf;
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`CosmosContainer`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct CosmosContainerSettings {
    /// The request units of the container. Default: a share of the database's.
    #[setting(default = Throughput::Shared, check = checks::throughput)]
    pub throughput: Throughput,
    /// How long items live. Default: for ever.
    #[setting(default = TimeToLive::Off, check = checks::time_to_live)]
    pub time_to_live: TimeToLive,
    /// Sets of paths whose values no two items of a logical partition share: at most 10 of at most 16 paths. Fixed when
    /// the container is made. Default: none.
    #[setting(default = &[], check = checks::unique_keys)]
    pub unique_keys: &'static [&'static [&'static str]],
    /// How the account is paid for. Default: provisioned.
    #[setting(default = CapacityMode::Provisioned)]
    pub capacity: CapacityMode,
    /// A code of at most four letters or digits that pins the container to an account of its own. Default: none.
    #[setting(default = None)]
    pub account: Option<&'static str>,
    /// The database. Default: the backend's name.
    #[setting(default = None)]
    pub database: Option<&'static str>,
    /// The container. Default: the entity's name.
    #[setting(default = None)]
    pub container: Option<&'static str>,
    /// The path at which an item says which tenant it belongs to, like `/tenantId`. It must be the first level of the
    /// entity's partition key. Default: items belong to no tenant.
    #[setting(default = None)]
    pub tenant_key: Option<&'static str>,
}

/// A container for an entity, in the backend's Cosmos DB account, without functions: for a stack that holds nothing but
/// data, which the back ends of other stacks work on.
#[component(settings = CosmosContainerSettings)]
#[requires(Networking = Networking::EMPTY)]
#[requires(Cosmos = Cosmos::with_container(settings.capacity, settings.account, Container {
    database: or(settings.database, ""),
    name: or(settings.container, E::SCHEMA.name),
    partition_key: E::SCHEMA.partition_key,
    tenant_key: settings.tenant_key,
    throughput: settings.throughput,
    time_to_live: settings.time_to_live,
    unique_keys: settings.unique_keys,
}))]
#[output(
    /// The address of the account, like `https://cosmos-shop-prod-weu.documents.azure.com:443/`.
    endpoint: Endpoint = parts.of::<Cosmos>()?.endpoint()
)]
#[output(
    /// The name of the database.
    database: Tf<Text> = parts.of::<Cosmos>()?.database_of(parts.component())?
)]
#[output(
    /// The name of the container.
    container: Tf<Text> = parts.of::<Cosmos>()?.container_of(parts.component())?
)]
#[output(
    /// The account, for backends that work on it.
    account: CosmosAccount = parts.of::<Cosmos>()?.account()
)]
#[output(
    /// The changes of the items, for functions that hear of them.
    changes: ChangeFeed = parts.of::<Cosmos>()?.changes_of(parts.component())?
)]
pub struct CosmosContainer<E: Entity>(PhantomData<E>);

mod checks {
    use super::{CosmosContainerSettings, Finding, cosmos};

    pub(super) const fn throughput(settings: &CosmosContainerSettings) -> Option<Finding> {
        cosmos::check_throughput(settings.throughput)
    }

    pub(super) const fn time_to_live(settings: &CosmosContainerSettings) -> Option<Finding> {
        cosmos::check_time_to_live(settings.time_to_live)
    }

    pub(super) const fn unique_keys(settings: &CosmosContainerSettings) -> Option<Finding> {
        cosmos::check_unique_keys(settings.unique_keys)
    }
}
