//! From `show -json` to what matters of it.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::attributes::{self, Sides};
use super::{Action, Planned, ResourceChange};
use crate::azure::is_stateful;
use crate::cli::documents::Documents;

#[derive(Deserialize)]
struct Plan {
    #[serde(default)]
    resource_changes: Vec<Resource>,
    #[serde(default)]
    output_changes: BTreeMap<String, Change>,
}

#[derive(Deserialize)]
struct Resource {
    address: String,
    mode: String,
    r#type: String,
    change: Change,
}

#[derive(Deserialize)]
struct Change {
    actions: Vec<String>,
    #[serde(default)]
    before: Value,
    #[serde(default)]
    after: Value,
    #[serde(default)]
    after_unknown: Value,
    #[serde(default)]
    before_sensitive: Value,
    #[serde(default)]
    after_sensitive: Value,
    #[serde(default)]
    replace_paths: Vec<Vec<Value>>,
    importing: Option<Value>,
}

impl Planned {
    /// Reads what `show -json` prints of a plan.
    pub fn read(text: &[u8], documents: &Documents) -> serde_json::Result<Self> {
        let plan: Plan = serde_json::from_slice(text)?;
        let managed = plan.resource_changes.into_iter().filter(|resource| resource.mode == "managed");
        let mut changes: Vec<ResourceChange> = managed.filter_map(|resource| change(resource, documents)).collect();
        // what is loud comes first
        changes.sort_by(|a, b| (!a.loses_data(), a.action, &a.address).cmp(&(!b.loses_data(), b.action, &b.address)));
        let outputs = plan.output_changes.into_iter();
        let outputs = outputs.filter(|(_, change)| change.actions != ["no-op"]).map(|(name, _)| name).collect();
        Ok(Planned { changes, outputs })
    }
}

fn change(resource: Resource, documents: &Documents) -> Option<ResourceChange> {
    let Resource { address, r#type, change, .. } = resource;
    let actions: Vec<&str> = change.actions.iter().map(String::as_str).collect();
    let action = match actions.as_slice() {
        ["create"] => Action::Create,
        ["update"] => Action::Update,
        ["delete"] => Action::Delete,
        ["forget"] => Action::Forget,
        ["delete", "create"] | ["create", "delete"] => Action::Replace,
        _ if change.importing.is_some() => Action::Import,
        _ => return None,
    };
    let name = |side: &Value| side.get("name").and_then(Value::as_str).map(str::to_owned);
    let sides = Sides {
        before: &change.before,
        after: &change.after,
        unknown: &change.after_unknown,
        sensitive: [&change.before_sensitive, &change.after_sensitive],
    };
    let replaced_for = change.replace_paths.iter().map(|path| attributes::path(path)).collect();
    let attributes =
        if matches!(action, Action::Update | Action::Replace) { attributes::of(&sides) } else { Vec::new() };
    let written = documents.resource(&address);
    Some(ResourceChange {
        action,
        stateful: is_stateful(&r#type),
        name: name(&change.after).or_else(|| name(&change.before)),
        component: written.and_then(|written| written.component.clone()),
        source: written.and_then(|written| written.source.clone()),
        replaced_for,
        attributes,
        address,
    })
}
