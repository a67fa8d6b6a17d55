//! A plan of the engine, in the terms of the program: what happens to which component's resources.

mod attributes;
mod read;
mod show;

use serde::Serialize;

use attributes::AttributeChange;
pub(crate) use show::{Destroys, Shown};

/// What a plan does to one stack.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Planned {
    /// What happens to resources; those to which nothing happens are not here.
    pub changes: Vec<ResourceChange>,
    /// The outputs that change.
    pub outputs: Vec<String>,
}

/// What happens to one resource.
#[derive(Debug, Serialize)]
pub(crate) struct ResourceChange {
    pub address: String,
    pub action: Action,
    /// Whether it holds data that would be lost with it.
    pub stateful: bool,
    /// Its name in Azure.
    pub name: Option<String>,
    /// The components that asked for it.
    pub component: Option<String>,
    /// Where in the program.
    pub source: Option<String>,
    /// The arguments for whose sake it is replaced.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub replaced_for: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<AttributeChange>,
}

/// What Terraform would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Action {
    Replace,
    Delete,
    Forget,
    Update,
    Create,
    Import,
}

impl Planned {
    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.outputs.is_empty()
    }

    /// What would lose data.
    pub fn destroys(&self) -> impl Iterator<Item = &ResourceChange> {
        self.changes.iter().filter(|change| change.loses_data())
    }

    /// How many resources this happens to.
    pub fn count(&self, action: Action) -> usize {
        self.changes.iter().filter(|change| change.action == action).count()
    }
}

impl ResourceChange {
    /// Whether data goes with it.
    pub fn loses_data(&self) -> bool {
        self.stateful && matches!(self.action, Action::Replace | Action::Delete)
    }
}
