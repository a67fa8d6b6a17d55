//! Something that is no struct.

use atakora::component;

#[component]
pub enum Sessions {
    Short,
}

fn main() {}
