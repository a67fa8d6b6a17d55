//! Azure Storage for what components keep themselves: one account with private blob containers.

mod account;
mod emit;
mod rules;
mod settings;

pub(crate) use account::{account, public_account};
pub use emit::StorageHandle;
pub(crate) use rules::check_container_name;
pub use rules::{RULES, containers};
pub use settings::{Redundancy, StorageSettings};

use crate::azure::resource_name::STORAGE_ACCOUNT;
use crate::deferred::{Deferred, Endpoint, Identity, KeyOf, Origin};
use crate::{Item, provider};

/// A private container for blobs.
#[derive(Clone, Copy, Debug, Item)]
pub struct BlobContainer {
    /// 3 to 63 lower-case letters, digits and single hyphens.
    pub name: &'static str,
}

/// An app that may work on the containers of the component that names it.
#[derive(Clone, Copy, Debug, Item)]
pub struct BlobAccess {
    /// Its identity: the output `identity` of a component, or a slot.
    pub identity: Deferred<Identity>,
    /// The identity's origin, by which two apps are told apart.
    pub origin: Origin,
    /// Whether it may write as well.
    pub writes: bool,
}

impl BlobAccess {
    /// The app of this identity reads: `Storage Blob Data Reader`.
    pub const fn read(identity: Deferred<Identity>) -> Self {
        BlobAccess { identity, origin: identity.origin(), writes: false }
    }

    /// The app of this identity reads and writes: `Storage Blob Data Contributor`.
    pub const fn write(identity: Deferred<Identity>) -> Self {
        BlobAccess { identity, origin: identity.origin(), writes: true }
    }

    fn name(&self) -> &'static str {
        KeyOf(self.origin).text()
    }
}

/// What a component asks of Azure Storage.
#[provider(
    id = "storage",
    label = "Storage",
    settings = StorageSettings,
    code = rules::code,
    names(STORAGE_ACCOUNT)
)]
#[limit(
    name = max_storage_accounts,
    count = groups,
    label = "storage accounts",
    solution = "each function app has one for its host, and blob containers share one: let components share apps, split them across backends, or raise max_storage_accounts"
)]
#[limit(
    name = max_containers_per_storage,
    per_group = containers.len(),
    label = "containers per storage account",
    solution = "keep several kinds of blobs in one container, split the components across backends, or raise max_containers_per_storage"
)]
pub struct Storage {
    /// Containers; one name is one container.
    #[merge(union, key = name)]
    pub containers: &[BlobContainer],
    /// The containers of the component, which the apps that it names work on; a container may be of several components.
    #[merge(collect, key = name)]
    pub uses: &[BlobContainer],
    /// Apps that may work on the component's containers.
    #[merge(collect, key = origin)]
    pub access: &[BlobAccess],
}

impl Storage {
    /// The address of the blobs, like `https://stshopdataprodweu.blob.core.windows.net/`.
    pub const BLOB_ENDPOINT: Deferred<Endpoint> = Deferred::provider("storage", "blob_endpoint");
}
