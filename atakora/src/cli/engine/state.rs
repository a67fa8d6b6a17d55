//! What a state holds, as `state pull` prints it: no provider is asked.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::terraform::document::ORIGIN;

/// A state; empty where there is none.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct State {
    #[serde(default)]
    pub outputs: BTreeMap<String, Output>,
    #[serde(default)]
    resources: Vec<Resource>,
}

/// A value that a stack gives.
#[derive(Clone, Debug, Deserialize, serde::Serialize)]
pub(crate) struct Output {
    pub value: Value,
    #[serde(default)]
    pub sensitive: bool,
}

#[derive(Debug, Deserialize)]
struct Resource {
    mode: String,
    r#type: String,
    name: String,
    #[serde(default)]
    instances: Vec<Value>,
}

impl State {
    pub(super) fn parse(text: &[u8]) -> serde_json::Result<State> {
        if text.trim_ascii().is_empty() { Ok(State::default()) } else { serde_json::from_slice(text) }
    }

    /// Whether nothing was ever deployed, or everything was destroyed.
    pub fn is_empty(&self) -> bool {
        self.outputs.is_empty() && self.resources().next().is_none()
    }

    /// Type and address of each resource that it holds, not of its instances.
    pub fn resources(&self) -> impl Iterator<Item = (&str, String)> {
        let held =
            self.resources.iter().filter(|resource| resource.mode == "managed" && !resource.instances.is_empty());
        held.map(|resource| (resource.r#type.as_str(), format!("{}.{}", resource.r#type, resource.name)))
    }

    /// The environment for which it was written, if it tells.
    pub fn environment(&self) -> Option<&str> {
        self.outputs.get(ORIGIN)?.value.get("environment")?.as_str()
    }

    /// The outputs without that which tells whose the state is.
    pub fn told(&self) -> impl Iterator<Item = (&String, &Output)> {
        self.outputs.iter().filter(|(name, _)| *name != ORIGIN)
    }
}
