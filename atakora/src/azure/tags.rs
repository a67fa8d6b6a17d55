//! Tags: what a resource carries for people, bills and policies.
//!
//! Limits: Azure documentation, "Use tags to organize your Azure resources".

use std::collections::BTreeMap;

use super::Region;
use crate::check::document::problem;
use crate::check::{Finding, Kind, Level, Rule};
use crate::terraform::reference::Ref;
use crate::terraform::types;
use crate::terraform::value::Value;
use crate::{Error, Result};

/// How many tags a resource can have.
pub const MOST: usize = 50;
/// How many characters the name of a tag can have.
pub const LONGEST_KEY: usize = 512;
/// How many characters the name of a tag on a storage account can have.
pub const LONGEST_STORAGE_KEY: usize = 128;
/// How many characters the value of a tag can have.
pub const LONGEST_VALUE: usize = 256;

const SOURCE: &str = "Azure documentation, Use tags to organize your Azure resources, 2026";

/// More than [`MOST`].
pub static TOO_MANY: Rule = Rule {
    id: "ATK-TAG-001",
    title: "TagError",
    message: "{} tags on a resource, Azure takes {}",
    solution: "remove tags, or put several values into one",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// An empty name, a name that is too long, or one with a letter that Azure refuses.
pub static KEY: Rule = Rule {
    id: "ATK-TAG-002",
    title: "TagError",
    message: "`{}` cannot be the name of a tag",
    solution: "use 1 to {} characters, none of `<` `>` `%` `&` `\\` `?` `/`",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// A value that is too long.
pub static VALUE: Rule = Rule {
    id: "ATK-TAG-003",
    title: "TagError",
    message: "the value of the tag `{}` has {} characters",
    solution: "use at most {} characters",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Two names that Azure takes for one.
pub static SAME_KEY: Rule = Rule {
    id: "ATK-TAG-004",
    title: "TagError",
    message: "the tags `{}` and `{}` are one tag to Azure, which does not look at case",
    solution: "keep one of them",
    source: SOURCE,
    kind: Kind::Azure,
    level: Level::Error,
};

/// Every rule on tags.
pub static RULES: &[&Rule] = &[&TOO_MANY, &KEY, &VALUE, &SAME_KEY];

/// How many tags there are.
pub const fn check_count(count: usize) -> Option<Finding> {
    if count > MOST {
        return Some(Finding::of(&TOO_MANY).number(0, count as i64).number(1, MOST as i64));
    }
    None
}

/// Whether a tag can have this name; `longest` is [`LONGEST_KEY`], or [`LONGEST_STORAGE_KEY`] on a storage account.
pub const fn check_key(key: &'static str, longest: usize) -> Option<Finding> {
    if is_key(key, longest) {
        return None;
    }
    Some(Finding::of(&KEY).text(0, key).number(1, longest as i64))
}

/// Whether the tag `key` can have this value.
pub const fn check_value(key: &'static str, value: &str) -> Option<Finding> {
    let length = characters(value);
    if length > LONGEST_VALUE {
        return Some(Finding::of(&VALUE).text(0, key).number(1, length as i64).number(2, LONGEST_VALUE as i64));
    }
    None
}

/// Whether two tags of one resource are different to Azure.
pub const fn check_pair(a: &'static str, b: &'static str) -> Option<Finding> {
    if a.eq_ignore_ascii_case(b) {
        return Some(Finding::of(&SAME_KEY).text(0, a).text(1, b));
    }
    None
}

const fn is_key(key: &str, longest: usize) -> bool {
    let bytes = key.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if matches!(bytes[i], b'<' | b'>' | b'%' | b'&' | b'\\' | b'?' | b'/') || bytes[i].is_ascii_control() {
            return false;
        }
        i += 1;
    }
    !bytes.is_empty() && characters(key) <= longest
}

const fn characters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut count, mut i) = (0, 0);
    while i < bytes.len() {
        // 0b10xx_xxxx continues a character
        if bytes[i] & 0b1100_0000 != 0b1000_0000 {
            count += 1;
        }
        i += 1;
    }
    count
}

/// The value of a tag: text, or a reference to a value that Terraform will know.
#[derive(Clone, Debug, PartialEq)]
pub struct TagValue(Value);

impl TagValue {
    /// As the value of an argument.
    pub fn into_value(self) -> Value {
        self.0
    }
}

impl From<&'static str> for TagValue {
    fn from(text: &'static str) -> Self {
        TagValue(Value::Text(text.into()))
    }
}

impl From<String> for TagValue {
    fn from(text: String) -> Self {
        TagValue(Value::Text(text.into()))
    }
}

impl From<Region> for TagValue {
    fn from(region: Region) -> Self {
        region.name().into()
    }
}

impl From<Ref<types::Text>> for TagValue {
    fn from(reference: Ref<types::Text>) -> Self {
        TagValue(Value::Expression(reference.expression().clone()))
    }
}

/// Tags by name. A name set twice has the later value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tags {
    tags: BTreeMap<String, TagValue>,
}

impl Tags {
    /// No tags.
    pub fn new() -> Self {
        Self::default()
    }

    /// With one more.
    pub fn with(mut self, key: impl Into<String>, value: impl Into<TagValue>) -> Self {
        self.set(key, value);
        self
    }

    /// One more, or another value for it.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<TagValue>) {
        self.tags.insert(key.into(), value.into());
    }

    /// All of `others`; they win where both have a value.
    pub fn extend(&mut self, others: &Tags) {
        self.tags.extend(others.tags.iter().map(|(key, value)| (key.clone(), value.clone())));
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    /// In the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &TagValue)> {
        self.tags.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// As the value of an argument.
    pub fn into_value(self) -> Value {
        Value::Object(self.tags.into_iter().map(|(key, value)| (key.into(), value.into_value())).collect())
    }

    /// Whether Azure takes them, on any kind of resource.
    pub fn check(&self) -> Result {
        let mut problems = Vec::new();
        if self.tags.len() > MOST {
            let count = self.tags.len();
            problems.push(problem(&TOO_MANY, &[&count.to_string(), &MOST.to_string()]));
        }
        for (key, value) in self.iter() {
            if !is_key(key, LONGEST_KEY) {
                problems.push(problem(&KEY, &[key, &LONGEST_KEY.to_string()]));
            }
            if let Value::Text(text) = &value.0
                && characters(text) > LONGEST_VALUE
            {
                let length = characters(text).to_string();
                problems.push(problem(&VALUE, &[key, &length, &LONGEST_VALUE.to_string()]));
            }
        }
        let mut folded: BTreeMap<String, &str> = BTreeMap::new();
        for (key, _) in self.iter() {
            if let Some(other) = folded.insert(key.to_ascii_lowercase(), key) {
                problems.push(problem(&SAME_KEY, &[other, key]));
            }
        }
        Error::all(problems)
    }
}
