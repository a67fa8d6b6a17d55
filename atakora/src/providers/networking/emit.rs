//! What every later provider asks of the network.

use super::{NetworkMode, Networking, NetworkingMerged, NetworkingSettings};
use crate::Result;
use crate::backend::Scope;
use crate::provider::{Emit, Provided};

/// The network of a backend; without resources where everything is public.
#[derive(Clone)]
pub struct NetworkingHandle {
    mode: NetworkMode,
}

impl NetworkingHandle {
    /// Who can reach what the backend has.
    pub fn mode(&self) -> NetworkMode {
        self.mode
    }

    /// Whether nothing is reached from outside, apps included.
    pub fn isolated(&self) -> bool {
        self.mode == NetworkMode::Isolated
    }
}

#[diagnostic::do_not_recommend]
impl Emit for Networking {
    type Handle = NetworkingHandle;

    fn emit(
        _merged: &NetworkingMerged<'_>,
        settings: &NetworkingSettings,
        _scope: &Scope<'_>,
    ) -> Result<NetworkingHandle> {
        Ok(NetworkingHandle { mode: settings.mode })
    }

    fn is_shared(settings: &NetworkingSettings) -> bool {
        settings.mode != NetworkMode::Public
    }
}

impl Provided for NetworkingHandle {}
