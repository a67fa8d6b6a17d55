//! Rules that can be asked only when an app closes: about names, references, files and resources of whole documents. One
//! file for each family; the ids are counted through all of them.
//!
//! # Rules about resources
//!
//! What Azure, or its provider while applying, refuses of a resource, whoever wrote it: a provider of the library, one of
//! a user, or `resource!`. They read literals and references between the app's resources ([`reader`]) and fall silent
//! where only Terraform knows a value. What `terraform validate` and `terraform plan` report by themselves is here where it
//! costs a line: they are asked minutes later, and fall silent behind references. Rules of single arguments are those that
//! `resource!` asks about literals; [`arguments`] asks them about the rest.
//!
//! Not here either, because no document shows it:
//!
//! - *What else is in the subscription*: quotas of a subscription or a region, names that strangers have taken, names of
//!   deleted vaults, registered namespaces that another team took out, whether a region lets this subscription in.
//! - *What was there before*: changes that replace (replication, capacity mode, backup from continuous to periodic, a
//!   Premium namespace), a write region that cannot move, purge protection that cannot be turned off. `terraform plan`
//!   shows replacements, and `lifecycle` keeps them from happening.
//! - *Who applies*: whether the deploying principal may write secrets or assign roles, and when a new role takes effect.
//! - *Distances and measures*: strong consistency over more than 5,000 miles; sizes of items and partitions; how many
//!   instances a region has left.
//! - *What the code does*: whether a probed path answers, whether a package fits its runtime.
//! - *What stands in values that only Terraform knows*: variables, function calls, attributes that Azure makes. The names
//!   of resources that are looked up are such values as well.
//! - *What is on the other side*: records at a registrar, certificates in a vault that was given, a DNS zone that another
//!   program linked.

mod access;
mod arguments;
mod choices;
mod common;
mod cosmos;
mod cosmos_containers;
pub(crate) mod cycles;
mod dns;
pub(crate) mod environments;
pub(crate) mod files;
mod findings;
mod flex;
mod front_door;
mod functions;
mod monitoring;
pub(crate) mod names;
mod network;
mod network_members;
pub(crate) mod pending;
pub(crate) mod physical_names;
mod plans;
mod private_endpoints;
mod problem;
pub(crate) mod providers;
mod reader;
pub(crate) mod references;
pub(crate) mod resource_cycles;
mod service_bus;
mod storage;
pub(crate) mod tags;
mod traffic_manager;
mod world;

pub(crate) use problem::{problem, rule};

use crate::check::Rule;
use crate::terraform::close::Closed;
use crate::terraform::value::StackId;

/// The rules about resources, family by family. What a stack allows is no problem, and is returned.
pub(crate) fn resources(closed: &Closed<'_>, problems: &mut Vec<String>) -> Vec<(StackId, String)> {
    let world = world::World::new(closed);
    let mut out = findings::Findings { problems, allowed: Vec::new() };
    for family in [
        arguments::check,
        common::check,
        access::check,
        choices::check,
        cosmos::check,
        cosmos_containers::check,
        dns::check,
        flex::check,
        front_door::check,
        functions::check,
        monitoring::check,
        network::check,
        network_members::check,
        plans::check,
        private_endpoints::check,
        service_bus::check,
        storage::check,
        traffic_manager::check,
    ] {
        family(&world, &mut out);
    }
    out.allowed
}

/// Every rule about documents, in no order.
pub fn document_rules() -> impl Iterator<Item = &'static Rule> {
    let families: [&'static [&'static Rule]; _] = [
        access::ALL,
        choices::ALL,
        common::ALL,
        cosmos::ALL,
        cosmos_containers::ALL,
        cycles::ALL,
        dns::ALL,
        environments::ALL,
        files::ALL,
        flex::ALL,
        front_door::ALL,
        functions::ALL,
        monitoring::ALL,
        names::ALL,
        network::ALL,
        network_members::ALL,
        pending::ALL,
        physical_names::ALL,
        plans::ALL,
        private_endpoints::ALL,
        providers::ALL,
        references::ALL,
        resource_cycles::ALL,
        service_bus::ALL,
        storage::ALL,
        tags::ALL,
        traffic_manager::ALL,
    ];
    families.into_iter().flatten().copied()
}
