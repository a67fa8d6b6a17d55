//! What a backend sets for its network: `networking: { … }`.

use crate::{Settings, Sku};

/// Who can reach what a backend has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Sku)]
pub enum NetworkMode {
    /// Everything has a public address; roles and keys of functions decide who gets in. The default.
    Public,
    /// Whatever holds data is reached from inside a network only; apps answer publicly.
    Hybrid,
    /// Nothing is reached from outside a network.
    Isolated,
}

/// `networking: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct NetworkingSettings {
    /// Who can reach what the backend has. Default: `Public`.
    #[setting(default = NetworkMode::Public)]
    pub mode: NetworkMode,
}
