//! Where the states of all stacks are: the `backend` of each, and how another stack reads it.

use serde::ser::{Serialize, Serializer};

use super::value::{Key, Value};

/// Where Terraform keeps the states. The key of each has the environment and the stack in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum RemoteState {
    /// `terraform.tfstate` in the folder of the stack.
    #[default]
    Local,
    /// A container in a storage account, reached with Entra ID.
    Azurerm {
        /// The storage account's name.
        storage_account: String,
        /// The container's name.
        container: String,
        /// The resource group of the storage account, if it must be looked up.
        resource_group: Option<String>,
    },
    /// Any backend by its own settings. In texts `{app}`, `{environment}` and `{stack}` are filled in.
    Raw {
        /// Terraform's name for it: `s3`, `gcs`, `http`.
        backend: String,
        /// Its settings.
        settings: Vec<(String, Value)>,
    },
}

/// The three names that make a state's key.
#[derive(Clone, Copy)]
pub(crate) struct StateKey<'a> {
    pub app: &'a str,
    pub environment: &'a str,
    pub stack: &'a str,
}

impl Serialize for StateKey<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_map([("app", self.app), ("environment", self.environment), ("stack", self.stack)])
    }
}

impl RemoteState {
    /// Terraform's name of the backend.
    pub(crate) fn backend(&self) -> &str {
        match self {
            RemoteState::Local => "local",
            RemoteState::Azurerm { .. } => "azurerm",
            RemoteState::Raw { backend, .. } => backend,
        }
    }

    /// The settings for one stack; none where the default is meant.
    pub(crate) fn settings(&self, key: StateKey<'_>) -> Vec<(Key, Value)> {
        let text = |text: &str| Value::Text(text.to_owned().into());
        match self {
            RemoteState::Local => Vec::new(),
            RemoteState::Azurerm { storage_account, container, resource_group } => {
                let mut settings = vec![
                    ("container_name".into(), text(container)),
                    ("key".into(), text(&format!("{}/{}/{}.tfstate", key.app, key.environment, key.stack))),
                    ("storage_account_name".into(), text(storage_account)),
                    ("use_azuread_auth".into(), Value::Bool(true)),
                ];
                if let Some(resource_group) = resource_group {
                    settings.push(("resource_group_name".into(), text(resource_group)));
                }
                settings
            }
            RemoteState::Raw { settings, .. } => {
                settings.iter().map(|(name, value)| (name.clone().into(), fill(value, key))).collect()
            }
        }
    }

    /// How another stack of the same app reads the state of this one.
    pub(crate) fn reading(&self, key: StateKey<'_>) -> Vec<(Key, Value)> {
        match self {
            RemoteState::Local => {
                let path = format!("../{}/terraform.tfstate", key.stack);
                vec![("path".into(), Value::Text(path.into()))]
            }
            other => other.settings(key),
        }
    }

    /// Whether the states of two stacks, and of two environments, are kept apart.
    pub(crate) fn keeps_apart(&self) -> bool {
        match self {
            RemoteState::Local | RemoteState::Azurerm { .. } => true,
            RemoteState::Raw { settings, .. } => {
                ["{environment}", "{stack}"].iter().all(|hole| settings.iter().any(|(_, value)| holds(value, hole)))
            }
        }
    }
}

fn fill(value: &Value, key: StateKey<'_>) -> Value {
    match value {
        Value::Text(text) => {
            let text = text.replace("{app}", key.app).replace("{environment}", key.environment);
            Value::Text(text.replace("{stack}", key.stack).into())
        }
        Value::List(items) => Value::List(items.iter().map(|item| fill(item, key)).collect()),
        Value::Object(entries) => {
            Value::Object(entries.iter().map(|(name, value)| (name.clone(), fill(value, key))).collect())
        }
        other => other.clone(),
    }
}

fn holds(value: &Value, hole: &str) -> bool {
    match value {
        Value::Text(text) => text.contains(hole),
        Value::List(items) => items.iter().any(|item| holds(item, hole)),
        Value::Object(entries) => entries.iter().any(|(_, value)| holds(value, hole)),
        _ => false,
    }
}
