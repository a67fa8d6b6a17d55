//! What a backend sets for its storage account: `storage: { … }`.

use crate::{Settings, Sku};

/// How many copies there are, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum Redundancy {
    /// Three in one building (`LRS`).
    Local,
    /// One in each of three zones (`ZRS`), where the region has zones; three in one building elsewhere.
    Zone,
    /// Three here and three in the paired region (`GRS`).
    Geo,
}

/// `storage: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct StorageSettings {
    /// How many copies there are. Default: `Zone`.
    #[setting(default = Redundancy::Zone)]
    pub redundancy: Redundancy,
    /// How many days deleted blobs and containers can be brought back: 1 to 365. Default: 7.
    #[setting(default = 7, check = super::rules::delete_retention)]
    pub delete_retention_days: u32,
}
