//! Tags of a stack: on everything in it that takes tags, the resource group included.
//!
//! They are put on when the app closes, because a tag may be set after a resource was declared.

use std::collections::BTreeMap;

use super::declare::{Block, Mode};
use super::provider_block::AZURERM;
use super::stack::Stack;
use super::value::{Key, Value};

/// What a stack and its backends say.
#[derive(Default)]
pub(crate) struct StackTags {
    own: BTreeMap<String, String>,
    /// Those of the backends in the stack; nothing where two of them disagree.
    of_backends: BTreeMap<String, Option<String>>,
}

impl StackTags {
    pub fn set(&mut self, key: String, value: String) {
        self.own.insert(key, value);
    }

    /// The tags of one more backend.
    pub fn of_backend(&mut self, tags: &BTreeMap<String, String>) {
        for (key, value) in tags {
            let agreed = self.of_backends.entry(key.clone()).or_insert_with(|| Some(value.clone()));
            if agreed.as_ref() != Some(value) {
                *agreed = None;
            }
        }
    }

    fn all(&self) -> BTreeMap<&str, &str> {
        let agreed = self.of_backends.iter().filter_map(|(key, value)| Some((key.as_str(), value.as_deref()?)));
        agreed.chain(self.own.iter().map(|(key, value)| (key.as_str(), value.as_str()))).collect()
    }
}

/// Puts the tags of a stack on its resources. A second time changes nothing.
pub(crate) fn apply(stack: &Stack) {
    let contents = &mut *stack.contents_mut();
    // nothing more comes: what the list has room for is not needed while everything is written
    contents.resources.shrink_to_fit();
    let tags = contents.tags.all();
    if tags.is_empty() {
        return;
    }
    for resource in &mut contents.resources {
        if resource.takes_tags && resource.mode == Mode::Managed && resource.type_name.starts_with(AZURERM) {
            put(&mut resource.body, &tags);
        }
    }
}

/// To Azure, `Region` and `region` are one tag.
fn has(entries: &[(Key, Value)], key: &str) -> bool {
    entries.iter().any(|(known, _)| known.eq_ignore_ascii_case(key))
}

fn put(body: &mut Block, tags: &BTreeMap<&str, &str>) {
    let mut entries: Vec<(Key, Value)> = match body.get("tags") {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Object(entries)) if tags.keys().all(|key| has(entries, key)) => return,
        Some(Value::Object(entries)) => entries.clone(),
        // an expression: whoever wrote it said all
        Some(_) => return,
    };
    for (key, value) in tags {
        if !has(&entries, key) {
            entries.reserve_exact(1);
            entries.push(((*key).to_owned().into(), Value::Text((*value).to_owned().into())));
        }
    }
    body.put("tags", Value::Object(entries));
}
