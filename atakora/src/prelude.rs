//! What a program that defines back ends needs: `use atakora::prelude::*;`.

pub use crate::azure::{Label, Region};
pub use crate::backend::Backend;
pub use crate::components::{
    BlobStorage, CosmosContainer, CrudApi, FrontDoor, FrontDoorProfile, FunctionsApp, StaticSiteWithCdn, TrafficManager,
};
pub use crate::deferred::{Deferred, Endpoint, FunctionApp, Identity};
pub use crate::providers::cosmos::{
    Backup, BackupRedundancy, CapacityMode, Consistency, CosmosAccount, Existing, GeoLocation, Throughput, TimeToLive,
};
pub use crate::providers::front_door::{Domain, FrontDoorId, FrontDoorSku, Origin, Route, Shift, Waf, WafMode};
pub use crate::providers::functions::{Auth, CorsOrigin, DedicatedSku, Function, Method, Plan, Runtime};
pub use crate::providers::networking::{Network, NetworkMode, ServiceTag};
pub use crate::providers::storage::{BlobAccess, BlobContainer, Redundancy};
pub use crate::providers::traffic_manager::{RoutingMethod, TrafficEndpoint};
pub use crate::terraform::{App, Ref, RemoteState, Stack};
pub use crate::{Entity, backend, data, resource, resource_type, template, tf};
