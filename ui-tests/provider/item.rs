//! Items of lists that are none, and SKUs that are none.

use atakora::{Item, Sku};

#[derive(Clone, Copy, Debug, Item)]
pub struct Queue(&'static str);

#[derive(Clone, Copy, Debug, Item)]
pub enum Topic {}

#[derive(Clone, Copy, Debug, Sku)]
pub enum Size {
    Small(u32),
    Large,
}

#[derive(Clone, Copy, Debug, Sku)]
pub struct Tier;

fn main() {}
