//! What a backend sets for all its Cosmos DB accounts: `cosmos: { … }`.

use super::{Throughput, rules};
use crate::{Settings, Sku};

/// How current reads are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum Consistency {
    /// No order.
    Eventual,
    /// In order, perhaps late.
    ConsistentPrefix,
    /// A session reads its own writes.
    Session,
    /// Late by a bounded time and number of writes.
    BoundedStaleness,
    /// Always the newest.
    Strong,
}

/// `cosmos: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct CosmosSettings {
    /// How current reads are. Default: `Session`.
    #[setting(default = Consistency::Session)]
    pub consistency: Consistency,
    /// What the containers of a database share. Default: autoscale up to 1,000 RU/s, the least that Azure takes; it is
    /// raised by 1,000 for each container beyond 25, as Azure demands.
    #[setting(default = Throughput::Autoscale(1000), check = rules::database_throughput)]
    pub throughput: Throughput,
    /// Whether one account of the subscription is free up to 1,000 RU/s. Default: no.
    #[setting(default = false)]
    pub free_tier: bool,
}
