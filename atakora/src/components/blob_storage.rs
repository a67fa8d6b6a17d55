//! `BlobStorage`: private containers, and who may read and write them.

use crate::check::Finding;
use crate::deferred::{BlobService, Endpoint};
use crate::providers::networking::Networking;
use crate::providers::storage::{self, BlobAccess, BlobContainer, Storage};
use crate::terraform::reference::Ref;
use crate::terraform::types::Text;
use crate::{Settings, component};

/// What a [`BlobStorage`] can be given.
#[derive(Clone, Copy, Debug, Settings)]
pub struct BlobStorageSettings {
    /// The containers. Default: none.
    #[setting(default = &[], check = checks::containers)]
    pub containers: &'static [BlobContainer],
    /// The apps that may read, or read and write them: outputs `identity` of other components. Default: none.
    #[setting(default = &[])]
    pub access: &'static [BlobAccess],
}

/// Private containers for blobs, in the backend's one account for data.
///
/// An app that works on them is named here, and finds them by their address:
///
/// ```text
/// files: BlobStorage { containers: &[BlobContainer { name: "uploads" }], access: &[BlobAccess::write(jobs.identity)] },
/// jobs: FunctionsApp { env: &[("FILES__blobServiceUri", files.endpoint)] },
/// ```
#[component(settings = BlobStorageSettings)]
#[requires(Networking = Networking::EMPTY)]
#[requires(Storage { containers: settings.containers, uses: settings.containers, access: settings.access })]
#[output(
    /// Where the blobs are, like `https://stshopdataprodweu.blob.core.windows.net/`.
    endpoint: Endpoint = parts.of::<Storage>()?.blob_endpoint()
)]
#[output(
    /// The name of the account.
    account: Ref<Text> = parts.of::<Storage>()?.account()
)]
#[output(
    /// The blobs, for functions that hear of new ones.
    blobs: BlobService = parts.of::<Storage>()?.blobs()
)]
pub struct BlobStorage;

mod checks {
    use super::{BlobStorageSettings, Finding, storage};

    pub(super) const fn containers(settings: &BlobStorageSettings) -> Option<Finding> {
        storage::containers(settings.containers)
    }
}
