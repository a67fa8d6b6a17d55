//! Values that the strategy cannot merge.

use atakora::provider;

#[provider(id = "bus", label = "Service Bus")]
pub struct Bus {
    #[merge(sum)]
    pub topics: &'static str,
    #[merge(any)]
    pub open: u32,
}

fn main() {}
