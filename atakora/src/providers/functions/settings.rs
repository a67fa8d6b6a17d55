//! What a backend sets for all its function apps: `functions: { … }`.

use super::{Functions, Plan, Runtime};
use crate::Settings;
use crate::check::Rule;
use crate::deferred::Deferred;
use crate::providers::front_door::FrontDoorId;

/// `functions: { … }` of a backend.
#[derive(Clone, Copy, Debug, Settings)]
pub struct FunctionsSettings {
    /// The runtime of the CRUD APIs. Default: `Runtime::Custom`.
    #[setting(default = Runtime::Custom, retires = crud_runtime)]
    pub crud_runtime: Runtime,
    /// The Front Door of another backend: `Some(given(profile: FrontDoorId))`. The apps then answer nobody else. One of the
    /// same backend need not be named here. Default: none.
    #[setting(default = None)]
    pub front_door: Option<Deferred<FrontDoorId>>,
}

/// CRUD APIs run on Flex Consumption.
const fn crud_runtime(settings: &FunctionsSettings) -> Option<&'static Rule> {
    settings.crud_runtime.retires(Plan::Flex)
}

/// A requirement in the light of what the backend says.
pub(super) const fn resolve(requirement: &mut Functions, settings: &FunctionsSettings) {
    if let Runtime::Crud = requirement.runtime {
        requirement.runtime = match settings.crud_runtime {
            Runtime::Crud => Runtime::Custom,
            runtime => runtime,
        };
    }
}
