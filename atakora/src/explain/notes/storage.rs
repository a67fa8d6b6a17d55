//! Storage accounts.

use crate::explain::note::{Note, note};

pub(in crate::explain) const STORAGE: &[Note] = &[
    note("ATK-STORAGE-001", "The name of a container is a part of URLs.").components(
        "files: BlobStorage { containers: &[BlobContainer { name: \"Up_loads\" }] },",
        "files: BlobStorage { containers: &[BlobContainer { name: \"up-loads\" }] },",
    ),
    note("ATK-STORAGE-002", "Soft delete keeps blobs for a day to a year.").settings(
        "files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }] },",
        "storage: { delete_retention_days: 366 },",
        "storage: { delete_retention_days: 365 },",
    ),
    note("ATK-STORAGE-003", "The second would be the first, and which of the two was meant to be another is for you to say.").components(
        "files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }, BlobContainer { name: \"uploads\" }] },",
        "files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }, BlobContainer { name: \"reports\" }] },",
    ),
    note("ATK-STORAGE-004", "Geo-redundant storage copies to the paired region, and newer regions have none.").statements(
        "backend! {
    pub Shop < files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }] } > with {
        environment: \"dev\",
        storage: { redundancy: Redundancy::Geo },
    }
}
let stack = app.stack(\"shop\").resource_group(\"rg-shop\", Region::PolandCentral);
Shop::new().add_to(&stack)?;",
        "backend! {
    pub Shop < files: BlobStorage { containers: &[BlobContainer { name: \"uploads\" }] } > with {
        environment: \"dev\",
        storage: { redundancy: Redundancy::Zone },
    }
}
let stack = app.stack(\"shop\").resource_group(\"rg-shop\", Region::PolandCentral);
Shop::new().add_to(&stack)?;",
    ),
];
