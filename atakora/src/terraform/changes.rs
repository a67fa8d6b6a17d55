//! What a run changes in the files of a stack, told by what stands in them and not by their lines.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::{Map, Value};

/// One thing in a stack that a run adds, changes or removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happens to it.
    pub kind: ChangeKind,
    /// The address of a resource, `output x`, or the path of a file.
    pub what: String,
    /// The arguments that differ, for what changes.
    pub arguments: Vec<String>,
}

/// What happens to something between one run and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It was not there.
    Added,
    /// It was there with another content.
    Changed,
    /// It is not there any more.
    Removed,
}

impl ChangeKind {
    /// The sign in front of it.
    pub const fn sign(self) -> char {
        match self {
            ChangeKind::Added => '+',
            ChangeKind::Changed => '~',
            ChangeKind::Removed => '-',
        }
    }
}

impl Change {
    /// Something new.
    pub(crate) fn added(what: String) -> Self {
        Change { kind: ChangeKind::Added, what, arguments: Vec::new() }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind.sign(), self.what)?;
        if self.arguments.is_empty() { Ok(()) } else { write!(f, ": {}", self.arguments.join(", ")) }
    }
}

/// What differs between two contents of the file `path` of a stack. The lines in which resources are written are no
/// content: `atakora.sources.json` counts for nothing.
pub(crate) fn between(path: &str, before: Option<&[u8]>, after: Option<&[u8]>) -> Vec<Change> {
    let document = |content: Option<&[u8]>| serde_json::from_slice(content.unwrap_or(b"{}"));
    match (path, document(before), document(after)) {
        ("atakora.sources.json", ..) => Vec::new(),
        ("main.tf.json", Ok(before), Ok(after)) => compare(&parts(&before), &parts(&after)),
        ("versions.tf.json", Ok(before), Ok(after)) => {
            compare(&named("", before.get("terraform")), &named("", after.get("terraform")))
        }
        _ => {
            let kind = match (before, after) {
                (None, _) => ChangeKind::Added,
                (_, None) => ChangeKind::Removed,
                _ => ChangeKind::Changed,
            };
            vec![Change { kind, what: path.to_owned(), arguments: Vec::new() }]
        }
    }
}

type Parts<'a> = BTreeMap<String, &'a Value>;

/// Everything in a `main.tf.json` that has a name.
fn parts(document: &Value) -> Parts<'_> {
    let mut parts = Parts::new();
    for (section, prefix) in [("resource", ""), ("data", "data.")] {
        for (type_name, resources) in entries(document.get(section)) {
            parts.extend(named(&format!("{prefix}{type_name}."), Some(resources)));
        }
    }
    for (section, prefix) in
        [("output", "output "), ("locals", "local."), ("variable", "var."), ("provider", "provider ")]
    {
        parts.extend(named(prefix, document.get(section)));
    }
    for section in ["moved", "import", "removed"] {
        parts.extend(document.get(section).map(|blocks| (format!("{section} blocks"), blocks)));
    }
    parts
}

fn named<'a>(prefix: &str, section: Option<&'a Value>) -> Parts<'a> {
    entries(section).map(|(name, value)| (format!("{prefix}{name}"), value)).collect()
}

fn entries(section: Option<&Value>) -> impl Iterator<Item = (&String, &Value)> {
    section.and_then(Value::as_object).into_iter().flat_map(Map::iter)
}

fn compare(before: &Parts<'_>, after: &Parts<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    let all: BTreeMap<&String, ()> = before.keys().chain(after.keys()).map(|name| (name, ())).collect();
    for what in all.into_keys() {
        let (kind, arguments) = match (before.get(what), after.get(what)) {
            (None, _) => (ChangeKind::Added, Vec::new()),
            (_, None) => (ChangeKind::Removed, Vec::new()),
            (Some(before), Some(after)) if before == after => continue,
            (Some(before), Some(after)) => (ChangeKind::Changed, differing(before, after)),
        };
        changes.push(Change { kind, what: what.clone(), arguments });
    }
    changes
}

/// The arguments that are not the same; who it is for is one of them.
fn differing(before: &Value, after: &Value) -> Vec<String> {
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else { return Vec::new() };
    let mut names: Vec<&String> =
        before.keys().chain(after.keys()).filter(|n| before.get(*n) != after.get(*n)).collect();
    names.sort();
    names.dedup();
    names.into_iter().map(|name| if name == "//" { "components".to_owned() } else { name.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::between;

    fn told(before: &str, after: &str) -> Vec<String> {
        let changes = between("main.tf.json", Some(before.as_bytes()), Some(after.as_bytes()));
        changes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn resources_and_outputs_are_told_by_name_and_argument() {
        let before =
            r#"{"resource": {"a": {"x": {"//": "u", "size": 1, "tags": {}}, "y": {}}}, "output": {"o": {"value": 1}}}"#;
        let after = r#"{"resource": {"a": {"x": {"//": "u, v", "size": 2, "tags": {}}, "z": {}}}}"#;
        assert_eq!(told(before, after), ["~ a.x: components, size", "- a.y", "+ a.z", "- output o"]);
    }

    #[test]
    fn a_line_that_moved_is_no_change() {
        assert!(between("atakora.sources.json", Some(b"{}"), Some(b"{\"a\": \"b:1\"}")).is_empty());
        assert!(told("{\"resource\": {}}", "{}").is_empty());
    }
}
