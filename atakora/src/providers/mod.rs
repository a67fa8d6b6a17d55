//! The built-in providers, written with the same macro as a user's. Each folder: requirements, rules, emission.

pub mod cosmos;
pub mod front_door;
pub mod functions;
pub mod monitoring;
pub mod networking;
pub mod static_site;
pub mod storage;
pub mod traffic_manager;
mod types;

pub use cosmos::Cosmos;
pub use front_door::CdnFrontDoor;
pub use functions::Functions;
pub use monitoring::Monitoring;
pub use networking::Networking;
pub use static_site::StaticSite;
pub use storage::Storage;
pub use traffic_manager::TrafficManagerProfiles;
