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

// `backend!` asks a built-in provider for no more warnings than it has, because each question costs the compiler
// something. It cannot see them: its table (`backend/model.rs` of the macros) has to say how many there are.
const _: () = {
    assert!(warnings::<Networking>() == 0);
    assert!(warnings::<Monitoring>() == 0);
    assert!(warnings::<Storage>() == 0);
    assert!(warnings::<Cosmos>() == 0);
    assert!(warnings::<Functions>() == 1);
    assert!(warnings::<StaticSite>() == 0);
    assert!(warnings::<CdnFrontDoor>() == 0);
    assert!(warnings::<TrafficManagerProfiles>() == 0);
};

/// How many rules of its own a provider warns of: the first warning is everyone's.
const fn warnings<P: crate::provider::Provider>() -> usize {
    P::WARNINGS.len() - 1
}
