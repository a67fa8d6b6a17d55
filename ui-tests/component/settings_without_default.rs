//! Settings without a default, with a misspelt word, and what cannot be settings at all.

use atakora::Settings;

#[derive(Clone, Copy, Debug, Settings)]
pub struct First {
    #[setting(default = 1)]
    pub shards: u32,
    pub eviction: &'static str,
    #[setting(defualt = 1)]
    pub memory: u32,
}

#[derive(Clone, Copy, Debug, Settings)]
pub struct Second(u32);

#[derive(Clone, Copy, Debug, Settings)]
pub enum Third {
    One,
}

fn main() {}
