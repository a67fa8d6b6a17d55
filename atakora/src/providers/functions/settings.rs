//! What a backend sets for all its function apps: `functions: { … }`.

use super::{Functions, Runtime};
use crate::Settings;

/// `functions: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct FunctionsSettings {
    /// The runtime of the CRUD APIs. Default: `Runtime::Custom`.
    #[setting(default = Runtime::Custom)]
    pub crud_runtime: Runtime,
}

/// A requirement in the light of what the backend says.
pub(super) const fn resolve(mut requirement: Functions, settings: &FunctionsSettings) -> Functions {
    if let Runtime::Crud = requirement.runtime {
        requirement.runtime = match settings.crud_runtime {
            Runtime::Crud => Runtime::Custom,
            runtime => runtime,
        };
    }
    requirement
}
