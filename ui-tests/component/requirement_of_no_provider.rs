//! A requirement of something that is no provider.

use atakora::component;

#[derive(Clone, Copy)]
pub struct Disk {
    pub size: u32,
}

#[component]
#[requires(Disk { size: 1 })]
pub struct Files;

fn main() {}
