//! Arguments of `#[provider]` that are missing, misspelt, or name what does not exist.

use atakora::provider;

#[provider(id = "bus")]
pub struct First {
    #[merge(sum)]
    pub topics: u32,
}

#[provider(id = "bus", label = "Service Bus", stage = dta)]
pub struct Second {
    #[merge(sum)]
    pub topics: u32,
}

#[provider(id = "bus", label = "Service Bus", settigns = Second)]
pub struct Third {
    #[merge(sum)]
    pub topics: u32,
}

#[provider(id = "bus", label = "Service Bus")]
pub struct Fourth;

fn main() {}
