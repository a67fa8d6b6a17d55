//! Fields that do not say how they merge, or say it wrongly.

use atakora::{Item, provider};

#[derive(Clone, Copy, Debug, Item)]
pub struct Queue {
    pub name: &'static str,
}

#[provider(id = "bus", label = "Service Bus")]
pub struct Bus {
    pub topics: u32,
    #[merge(maximum)]
    pub size: u32,
    #[merge(concat, key = name)]
    pub filters: &[Queue],
    #[merge(union)]
    pub queues: &[Queue],
    #[merge(collect, name)]
    pub readers: &[Queue],
    #[merge(union, key = name)]
    pub owner: &'static str,
}

fn main() {}
