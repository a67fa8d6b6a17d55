//! Notes on rules, a file for each family.
//!
//! Samples leave out `use atakora::prelude::*;` and an entity `User` with the fields `id` and `region`, of which the second
//! is its partition key. Tests put them to the test: wrong items do not compile and name the rule, right ones compile;
//! statements are run.

mod command_line;
mod cosmos;
mod front_door;
mod functions;
mod merge;
mod monitoring;
mod naming;
mod networking;
mod routing;
mod schema;
mod stacks;
mod static_site;
mod storage;
mod tags;
mod traffic_manager;

pub(super) use command_line::COMMAND_LINE;
pub(super) use cosmos::COSMOS;
pub(super) use front_door::FRONT_DOOR;
pub(super) use functions::FUNCTIONS;
pub(super) use merge::MERGE;
pub(super) use monitoring::MONITORING;
pub(super) use naming::NAMING;
pub(super) use networking::NETWORKING;
pub(super) use routing::ROUTING;
pub(super) use schema::SCHEMA;
pub(super) use stacks::STACKS;
pub(super) use static_site::STATIC_SITE;
pub(super) use storage::STORAGE;
pub(super) use tags::TAGS;
pub(super) use traffic_manager::TRAFFIC_MANAGER;
