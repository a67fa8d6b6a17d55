//! The built-in components, written with the same macro as a user's.

mod blob_storage;
mod cosmos_container;
mod crud_api;
mod front_door;
mod front_door_profile;
mod functions_app;
mod static_site_with_cdn;
mod traffic_manager;

pub use blob_storage::{BlobStorage, BlobStorageHandle, BlobStorageOutputs, BlobStorageSettings};
pub use cosmos_container::{CosmosContainer, CosmosContainerHandle, CosmosContainerOutputs, CosmosContainerSettings};
pub use crud_api::{CrudApi, CrudApiHandle, CrudApiOutputs, CrudApiSettings};
pub use front_door::{FrontDoor, FrontDoorComponentSettings, FrontDoorHandle, FrontDoorOutputs};
pub use front_door_profile::{
    FrontDoorProfile, FrontDoorProfileHandle, FrontDoorProfileOutputs, FrontDoorProfileSettings,
};
pub use functions_app::{FunctionsApp, FunctionsAppHandle, FunctionsAppOutputs, FunctionsAppSettings};
pub use static_site_with_cdn::{
    StaticSiteWithCdn, StaticSiteWithCdnHandle, StaticSiteWithCdnOutputs, StaticSiteWithCdnSettings,
};
pub use traffic_manager::{TrafficManager, TrafficManagerHandle, TrafficManagerOutputs, TrafficManagerSettings};

/// What a setting says, or what holds without it.
const fn or(setting: Option<&'static str>, default: &'static str) -> &'static str {
    match setting {
        Some(text) => text,
        None => default,
    }
}
