//! Limits that count in no way, in two ways, or what does not exist.

use atakora::provider;

#[provider(id = "bus", label = "Service Bus")]
#[limit(name = max_bus_topics, label = "topics", solution = "use fewer")]
#[limit(name = max_bus_sizes, count = groups, per_group = topics, label = "sizes", solution = "use fewer")]
#[limit(name = max_bus_queues, count = queues, label = "queues", solution = "use fewer")]
#[limit(name = max_bus_readers, count = topics)]
pub struct Bus {
    #[merge(sum)]
    pub topics: u32,
}

fn main() {}
