//! What the engine says with `-json`, line by line; of its many kinds those that people wait for.

use serde::Deserialize;

use super::diagnostic::Diagnostic;

/// One line.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub(crate) enum Event {
    /// Work on a resource begins.
    ApplyStart { hook: Hook },
    /// It goes on.
    ApplyProgress { hook: Hook },
    /// It is done.
    ApplyComplete { hook: Hook },
    /// It failed.
    ApplyErrored { hook: Hook },
    /// Something is wrong.
    Diagnostic { diagnostic: Diagnostic },
    /// Everything else.
    #[serde(other)]
    Other,
}

/// The resource of an event.
#[derive(Debug, Deserialize)]
pub(crate) struct Hook {
    resource: Named,
    /// `create`, `update`, `delete`, `read`.
    pub action: String,
    /// How long it has taken, in seconds.
    #[serde(default)]
    pub elapsed_seconds: f64,
}

#[derive(Debug, Deserialize)]
struct Named {
    addr: String,
}

impl Hook {
    /// The resource's address.
    pub fn address(&self) -> &str {
        &self.resource.addr
    }
}
