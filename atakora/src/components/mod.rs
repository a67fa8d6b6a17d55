//! The built-in components, written with the same macro as a user's.

mod blob_storage;
mod cosmos_container;
mod crud_api;
mod functions_app;

pub use blob_storage::{BlobStorage, BlobStorageHandle, BlobStorageOutputs, BlobStorageSettings};
pub use cosmos_container::{CosmosContainer, CosmosContainerHandle, CosmosContainerOutputs, CosmosContainerSettings};
pub use crud_api::{CrudApi, CrudApiHandle, CrudApiOutputs, CrudApiSettings};
pub use functions_app::{FunctionsApp, FunctionsAppHandle, FunctionsAppOutputs, FunctionsAppSettings};
