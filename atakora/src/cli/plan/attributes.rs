//! What differs in one resource: argument by argument, nothing that is secret, nothing that nobody knows yet.

use std::fmt;

use serde::Serialize;
use serde_json::Value;
use similar::{ChangeTag, TextDiff};

use crate::cli::style::{ADDED, QUIET, REMOVED};

/// An argument that differs.
#[derive(Debug, Serialize)]
pub(crate) struct AttributeChange {
    pub argument: String,
    pub before: Side,
    pub after: Side,
}

/// What it is before or after.
#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    Value(Value),
    /// Known once it is applied.
    Unknown,
    Secret,
}

/// Both sides of a resource.
pub(super) struct Sides<'a> {
    pub before: &'a Value,
    pub after: &'a Value,
    /// Where what comes after is not known.
    pub unknown: &'a Value,
    /// Where either side is secret.
    pub sensitive: [&'a Value; 2],
}

/// `[“geo_location”, 0, “location”]` as `geo_location.0.location`.
pub(super) fn path(path: &[Value]) -> String {
    let step = |step: &Value| step.as_str().map_or_else(|| step.to_string(), str::to_owned);
    path.iter().map(step).collect::<Vec<_>>().join(".")
}

/// The arguments that differ.
pub(super) fn of(sides: &Sides<'_>) -> Vec<AttributeChange> {
    let names =
        |side: &Value| side.as_object().into_iter().flat_map(|fields| fields.keys().cloned()).collect::<Vec<_>>();
    let mut all = names(sides.before);
    all.extend(names(sides.after));
    all.extend(names(sides.unknown));
    all.sort();
    all.dedup();
    all.into_iter().filter_map(|argument| one(sides, argument)).collect()
}

fn one(sides: &Sides<'_>, argument: String) -> Option<AttributeChange> {
    let of = |side: &Value| side.get(&argument).cloned().unwrap_or_default();
    let (before, after) = (of(sides.before), of(sides.after));
    let is_unknown = holds_true(&of(sides.unknown));
    if before == after && !is_unknown {
        return None;
    }
    let [was_secret, is_secret] = sides.sensitive.map(|sensitive| holds_true(&of(sensitive)));
    Some(AttributeChange {
        before: if was_secret || is_secret { Side::Secret } else { Side::Value(before) },
        after: match () {
            () if is_unknown => Side::Unknown,
            () if was_secret || is_secret => Side::Secret,
            () => Side::Value(after),
        },
        argument,
    })
}

/// Terraform marks a value, or a part of it, by `true` in its place.
fn holds_true(mark: &Value) -> bool {
    match mark {
        Value::Bool(flag) => *flag,
        Value::Array(items) => items.iter().any(holds_true),
        Value::Object(fields) => fields.values().any(holds_true),
        _ => false,
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Side::Value(value) => value.fmt(f),
            Side::Unknown => f.write_str("(known after apply)"),
            Side::Secret => f.write_str("(secret)"),
        }
    }
}

impl fmt::Display for AttributeChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const INDENT: &str = "          ";
        let is_part = |side: &Side| matches!(side, Side::Value(Value::Array(_) | Value::Object(_)));
        let (Side::Value(before), Side::Value(after)) = (&self.before, &self.after) else {
            return write!(f, "{}: {} {QUIET}→{QUIET:#} {}", self.argument, self.before, self.after);
        };
        if !is_part(&self.before) && !is_part(&self.after) {
            return write!(f, "{}: {before} {QUIET}→{QUIET:#} {after}", self.argument);
        }
        write!(f, "{}:", self.argument)?;
        let (before, after) = (format!("{before:#}"), format!("{after:#}"));
        for change in TextDiff::from_lines(&before, &after).iter_all_changes() {
            let line = change.value().trim_end();
            match change.tag() {
                ChangeTag::Equal => {}
                ChangeTag::Delete => write!(f, "\n{INDENT}{REMOVED}- {line}{REMOVED:#}")?,
                ChangeTag::Insert => write!(f, "\n{INDENT}{ADDED}+ {line}{ADDED:#}")?,
            }
        }
        Ok(())
    }
}
