//! Rules that can be asked only when an app closes: about names, references and files of whole documents. One file for
//! each family; the ids are counted through all of them.

pub(crate) mod cycles;
pub(crate) mod environments;
pub(crate) mod files;
pub(crate) mod names;
pub(crate) mod pending;
pub(crate) mod physical_names;
mod problem;
pub(crate) mod providers;
pub(crate) mod references;
pub(crate) mod tags;

pub(crate) use problem::{problem, rule};
