//! What Azure refuses of storage.

use super::{BlobContainer, StorageMerged, StorageSettings};
use crate::check::{Finding, Kind, Level, Rule, same_text};

/// A container has a name that Azure takes.
pub static CONTAINER_NAME: Rule = Rule {
    id: "ATK-STORAGE-001",
    title: "StorageError",
    message: "`{}` cannot be the name of a blob container",
    solution: "use 3 to 63 lower-case letters, digits and single hyphens, a letter or digit at both ends",
    source: "Azure documentation, Naming and referencing containers, blobs, and metadata, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// What was deleted can be brought back for so long.
pub static DELETE_RETENTION: Rule = Rule {
    id: "ATK-STORAGE-002",
    title: "StorageError",
    message: "deleted blobs can be brought back for 1 to 365 days, not {}",
    solution: "use a number in this range",
    source: "azurerm 5.2.0, azurerm_storage_account.blob_properties.delete_retention_policy",
    kind: Kind::Azure,
    level: Level::Error,
};

/// The same name stands once.
pub static CONTAINER_TWICE: Rule = Rule {
    id: "ATK-STORAGE-003",
    title: "StorageError",
    message: "the blob container `{}` is listed twice",
    solution: "list it once",
    source: "names of containers are unique in an account",
    kind: Kind::Promise,
    level: Level::Error,
};

/// A region without a pair has nowhere to copy to.
pub static NO_PAIR: Rule = Rule {
    id: "ATK-STORAGE-004",
    title: "StorageError",
    message: "the region `{}` has no paired region, so storage there cannot be geo-redundant",
    solution: "use `Redundancy::Zone`, or another region",
    source: "Azure documentation, Azure cross-region replication pairings, 2026",
    kind: Kind::Azure,
    level: Level::Error,
};

/// Every rule of this provider.
pub static RULES: &[&Rule] = &[&CONTAINER_NAME, &DELETE_RETENTION, &CONTAINER_TWICE, &NO_PAIR];

/// Can these be the containers of an account?
pub const fn containers(containers: &[BlobContainer]) -> Option<Finding> {
    let mut i = 0;
    while i < containers.len() {
        if let Some(finding) = check_container_name(containers[i].name) {
            return Some(finding);
        }
        let mut j = 0;
        while j < i {
            if same_text(containers[j].name, containers[i].name) {
                return Some(Finding::of(&CONTAINER_TWICE).text(0, containers[i].name));
            }
            j += 1;
        }
        i += 1;
    }
    None
}

/// Can this be the name of a container? The rule of queues is the same.
pub(crate) const fn check_container_name(name: &'static str) -> Option<Finding> {
    if is_container_name(name) { None } else { Some(Finding::of(&CONTAINER_NAME).text(0, name)) }
}

const fn is_container_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    if bytes.len() < 3 || bytes.len() > 63 {
        return false;
    }
    let mut i = 0;
    while i < bytes.len() {
        let edge = i == 0 || i + 1 == bytes.len();
        let letter = bytes[i].is_ascii_lowercase() || bytes[i].is_ascii_digit();
        let hyphen = bytes[i] == b'-' && !edge && bytes[i - 1] != b'-';
        if !letter && !hyphen {
            return false;
        }
        i += 1;
    }
    true
}

pub(super) const fn delete_retention(settings: &StorageSettings) -> Option<Finding> {
    let days = settings.delete_retention_days;
    if days < 1 || days > 365 {
        return Some(Finding::of(&DELETE_RETENTION).number(0, days as i64));
    }
    None
}

/// The account for data; host storage has the code of its app.
pub(super) const fn code(_merged: &StorageMerged<'_>) -> &'static str {
    "data"
}
