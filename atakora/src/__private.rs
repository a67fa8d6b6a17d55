//! What expansions name. Not public API: it changes without notice.

pub use std::string::String;
pub use std::vec::Vec;

pub use crate::Result;
pub use crate::azure::{Convention, Label, naming::NameShape};
pub use crate::backend::{
    Attach, Deployed, Deployment, Naming, Parts, Requirements, UsageTable, Validation, check_convention,
    check_convention_in, check_names, check_names_in,
};
pub use crate::check::environments::{Answer, about_component_in, check_environment, reports_in, setting_in, warns_in};
pub use crate::check::raise::{raise_report, raise_setting};
pub use crate::check::render::{Members, Report, about_component, limit_report, warns};
pub use crate::check::{
    Finding, Kind, Level, Retires, Rule, Text as Written, all_are_there, check_providers, nothing_found, retires,
    retires_in, same_text,
};
pub use crate::component::{
    Attached, Component, Instance, NoEntity, NotPlaced, NotRequired, Parameters, Placed as PlacedComponent, Probe,
    Requires, Shape,
};
pub use crate::deferred::{AppSetting, Deferred, EnvVar, Given, IntoEnv, KeyOf, Resolved, Slot};
pub use crate::entity::{self, Entity, Schema};
pub use crate::merge::{
    Amount, Blank, Collected, Counted, Explained, Grouping, Groups, GroupsRef, List as Listed, Measure,
    Members as GroupMembers, NONE, OwnedGroups, Owner, Problem, Shown, Sink, Size, Table, Union, Views, check_limit,
    explained, explained_list, mix, mix_number, same_code, shown,
};
pub use crate::provider::{Context, Emit, Provider, Stage};
pub use crate::settings::{NoSettings, Settings};
pub use crate::terraform::arguments::{Arguments, Step, list, map, text};
pub use crate::terraform::convert::{IntoKey, IntoSecret, IntoTf, OptTf};
pub use crate::terraform::declare::{Declare, Handle, Mode, Resource, Source};
pub use crate::terraform::instances::{HandleFor, OfType, TypedResource};
pub use crate::terraform::meta::{IntoForEach, IntoHandles, IntoProvider, Trigger};
pub use crate::terraform::reference::Ref;
pub use crate::terraform::stack::Stack;
pub use crate::terraform::template::Template;
pub use crate::terraform::types::{Any, Bool, List, Mapping, Number, Sensitive, Set, Text};
pub use crate::terraform::value::Value;
pub use atakora_macros as macros;

/// `count` times the same.
pub fn filled<T: Clone>(value: T, count: usize) -> Vec<T> {
    vec![value; count]
}

/// Each element of `from`, mapped.
pub fn mapped<T, U>(from: &[T], with: impl FnMut(&T) -> U) -> Vec<U> {
    from.iter().map(with).collect()
}
