//! Rules that name what does not exist, or lack what they need.

use atakora::provider;

#[provider(id = "bus", label = "Service Bus")]
#[rule(id = "BUS-001", when = topcs > 3, message = "too many")]
#[rule(id = "BUS-002", when = topics > 3, message = "too many", blame = queues)]
#[rule(when = topics > 3, message = "too many")]
#[rule(id = "BUS-004", when = topics > 3, message = "too many", arguments = topics)]
#[rule(warn, check = too_many)]
#[rule(id = "BUS-006", wen = topics > 3, message = "too many")]
pub struct Bus {
    #[merge(sum)]
    pub topics: u32,
}

fn main() {}
