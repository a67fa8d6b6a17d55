//! The documents of a stack as they were last written: who asked for a resource, where, and what is used of other stacks.
//! They are all that is left of a stack that is not in the program any more.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::{Error, Result};

/// What is known of a stack from its files.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    /// By their addresses; also variables and locals, of which only the place is known.
    resources: BTreeMap<String, Written>,
    /// Of each stack that it reads, the outputs.
    pub reads: BTreeMap<String, BTreeSet<String>>,
    text: String,
}

/// What is known of one resource.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// The components that asked for it, in the words of the document.
    pub component: Option<String>,
    /// `file:line` of the program.
    pub source: Option<String>,
    /// Whether Terraform is told not to destroy it.
    pub protected: bool,
}

const READ: &str = "data.terraform_remote_state.";

impl Documents {
    /// Reads the folder of a stack.
    ///
    /// # Errors
    /// There are no documents in it, or they are none.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("main.tf.json");
        let text = std::fs::read_to_string(&path).map_err(|error| Error::file("read", &path, &error))?;
        let document: Value = serde_json::from_str(&text)
            .map_err(|error| Error::new(format!("FileError: `{}` is no document: {error}", path.display())))?;
        // without it there are no lines to show, and that is all
        let sources = std::fs::read(folder.join("atakora.sources.json")).unwrap_or_default();
        let sources: BTreeMap<String, String> = serde_json::from_slice(&sources).unwrap_or_default();
        let mut resources = BTreeMap::new();
        for (section, prefix) in [("resource", ""), ("data", "data.")] {
            for (type_name, of_type) in entries(document.get(section)) {
                for (name, body) in entries(Some(of_type)) {
                    let address = format!("{prefix}{type_name}.{name}");
                    let written = Written {
                        component: body.get("//").and_then(Value::as_str).map(str::to_owned),
                        source: sources.get(&address).cloned(),
                        protected: is_protected(body),
                    };
                    resources.insert(address, written);
                }
            }
        }
        for (address, source) in sources {
            resources.entry(address).or_insert(Written { source: Some(source), ..Written::default() });
        }
        Ok(Documents { resources, reads: reads(&text), text })
    }

    /// What is known of the resource at `address`, which may be one of several instances.
    pub fn resource(&self, address: &str) -> Option<&Written> {
        self.resources.get(base(address))
    }

    /// What stands at a line of `main.tf.json`: the address of a resource, or `output x`.
    pub fn address_at(&self, line: usize) -> Option<String> {
        // each level of the document is two columns deeper, and each key has a line of its own
        let mut keys: [Option<&str>; 3] = [None; 3];
        for text in self.text.lines().take(line) {
            let depth = text.len() - text.trim_start().len();
            let key = text.trim_start().strip_prefix('"').and_then(|text| text.split_once("\":"));
            if let (2 | 4 | 6, Some((key, _))) = (depth, key) {
                keys[depth / 2 - 1] = Some(key);
                keys[depth / 2..].fill(None);
            }
        }
        match keys {
            [Some("resource"), Some(type_name), Some(name)] => Some(format!("{type_name}.{name}")),
            [Some("data"), Some(type_name), Some(name)] => Some(format!("data.{type_name}.{name}")),
            [Some("variable"), Some(name), _] => Some(format!("var.{name}")),
            [Some("locals"), Some(name), _] => Some(format!("local.{name}")),
            [Some(section), Some(name), _] => Some(format!("{section} {name}")),
            _ => None,
        }
    }
}

/// The address without the key of an instance.
pub(crate) fn base(address: &str) -> &str {
    address.split_once('[').map_or(address, |(base, _)| base)
}

fn entries(section: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    section.and_then(Value::as_object).into_iter().flatten()
}

fn is_protected(body: &Value) -> bool {
    // blocks stand as they are, or in a list
    let lifecycle = body.get("lifecycle");
    let blocks = lifecycle.and_then(Value::as_array).into_iter().flatten().chain(lifecycle);
    blocks.filter_map(|block| block.get("prevent_destroy")).any(|protects| protects == true)
}

fn reads(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut reads: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let word = |text: &str| {
        text.find(|letter: char| !letter.is_ascii_alphanumeric() && !"_-".contains(letter)).unwrap_or(text.len())
    };
    for (at, _) in text.match_indices(READ) {
        let (stack, rest) = text[at + READ.len()..].split_at(word(&text[at + READ.len()..]));
        if let Some(output) = rest.strip_prefix(".outputs.") {
            reads.entry(stack.to_owned()).or_default().insert(output[..word(output)].to_owned());
        }
    }
    reads
}

#[cfg(test)]
mod tests {
    use super::{Documents, reads};

    #[test]
    fn a_line_of_a_document_is_a_resource() {
        let text = "{\n  \"output\": {\n    \"o\": {\n      \"value\": 1\n    }\n  },\n  \"resource\": {\n    \"azurerm_x\": {\n      \"y\": {\n        \"name\": \"n\"\n";
        let documents = Documents { text: text.to_owned(), ..Documents::default() };
        assert_eq!(documents.address_at(10).as_deref(), Some("azurerm_x.y"));
        assert_eq!(documents.address_at(4).as_deref(), Some("output o"));
        assert_eq!(documents.address_at(1), None);
    }

    #[test]
    fn what_is_used_of_another_stack_stands_in_expressions() {
        let text = "a ${data.terraform_remote_state.net-1.outputs.subnet_id} b ${data.terraform_remote_state.net-1.outputs.x[0]}";
        let found = reads(text);
        assert_eq!(found["net-1"].iter().collect::<Vec<_>>(), ["subnet_id", "x"]);
    }
}
