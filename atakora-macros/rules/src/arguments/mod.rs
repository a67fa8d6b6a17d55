//! The rules, a file for each service. The first digits of an id say which; what is taken away leaves its id unused.
//!
//! A rule refuses no value that Azure takes: lists that grow (versions, delegations) refuse what cannot become right,
//! limits that support raises are no rules here.

mod cosmos;
mod dns;
mod event_hubs;
mod every_type;
mod front_door;
mod functions;
mod key_vault;
mod monitoring;
mod network;
mod private_endpoint;
mod redis;
mod service_bus;
mod storage;
mod traffic_manager;

use crate::argument::ArgumentRule;

pub(crate) static ALL: &[&[ArgumentRule]] = &[
    every_type::RULES,
    cosmos::RULES,
    storage::RULES,
    functions::RULES,
    monitoring::RULES,
    service_bus::RULES,
    network::RULES,
    private_endpoint::RULES,
    traffic_manager::RULES,
    front_door::RULES,
    dns::RULES,
    key_vault::RULES,
    event_hubs::RULES,
    redis::RULES,
];
