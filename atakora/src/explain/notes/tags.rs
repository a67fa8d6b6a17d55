//! Tags.

use crate::explain::note::{Note, note};

pub(in crate::explain) const TAGS: &[Note] = &[
    note("ATK-TAG-001", "A resource has room for 50 tags.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
let mut shop = Shop::new();
for number in 0..51 {
    shop = shop.tag(format!(\"tag-{number}\"), \"\");
}
shop.add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
let mut shop = Shop::new();
for number in 0..50 {
    shop = shop.tag(format!(\"tag-{number}\"), \"\");
}
shop.add_to(&stack)?;",
    ),
    note("ATK-TAG-002", "Some characters have a meaning where Azure reads names of tags.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
Shop::new().tag(\"cost/center\", \"42\").add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
Shop::new().tag(\"cost-center\", \"42\").add_to(&stack)?;",
    ),
    note("ATK-TAG-003", "The value of a tag has at most 256 characters.").statements(
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
Shop::new().tag(\"notes\", \"x\".repeat(257)).add_to(&stack)?;",
        "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
Shop::new().tag(\"notes\", \"x\".repeat(256)).add_to(&stack)?;",
    ),
    note("ATK-TAG-004", "Azure takes tags whose names differ in case for one, and one of the values would be lost.")
        .statements(
            "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
Shop::new().tag(\"team\", \"sales\").tag(\"Team\", \"shop\").add_to(&stack)?;",
            "backend! {
    pub Shop < jobs: FunctionsApp > with { environment: \"dev\" }
}
Shop::new().tag(\"team\", \"sales\").tag(\"owner\", \"shop\").add_to(&stack)?;",
        ),
];
