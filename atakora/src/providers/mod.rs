//! The built-in providers, written with the same macro as a user's. Each folder: requirements, rules, emission.

pub mod cosmos;
pub mod functions;
pub mod monitoring;
pub mod networking;
pub mod storage;
mod types;

pub use cosmos::Cosmos;
pub use functions::Functions;
pub use monitoring::Monitoring;
pub use networking::Networking;
pub use storage::Storage;
