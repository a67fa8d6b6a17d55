//! What the expansion of `resource!` calls: plain functions that are compiled once, here.

use std::borrow::Cow;

use super::declare::{Block, Declaration, Handle, Mode, Source};
use super::meta::ProviderAlias;
use super::retirement;
use super::value::{Key, Piece, Value};

/// A block that is being written, and what is wrong with it that only the running program can see.
#[derive(Debug, Default)]
pub struct Arguments {
    values: Vec<(Key, Value)>,
    problems: Vec<String>,
    takes_tags: bool,
    /// Paths that `override` has set: the way out where a rule is wrong.
    unjudged: Vec<String>,
}

/// A step into a block.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// An argument or a block.
    Name(&'static str),
    /// One of several blocks or elements, from 0.
    Index(usize),
}

impl Arguments {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets an argument. The expansion never sets one twice.
    pub fn put(&mut self, name: &'static str, value: Value) {
        self.values.push((Cow::Borrowed(name), value));
    }

    /// Sets an argument that may be left out.
    pub fn put_optional(&mut self, name: &'static str, value: Option<Value>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Sets a secret argument of the resource type `of`.
    pub fn put_secret(&mut self, of: &str, name: &'static str, value: Option<Value>) {
        let Some(value) = value else { return };
        if holds_data_alone(&value) {
            self.problems.push(format!(
                "`{name}` of {of} is secret: a literal would stand in the file and in the state\n  \
                 Solution: take it as an input variable: `stack.secret(\"{name}\")`"
            ));
        }
        self.put(name, value);
    }

    /// An attribute that consists of objects: each gets every key that it lacks, as Terraform demands.
    pub fn complete_objects(&mut self, name: &str, keys: &[&'static str]) {
        match self.values.iter_mut().find(|(key, _)| key == name) {
            Some((_, Value::List(objects))) => objects.iter_mut().for_each(|object| complete(object, keys)),
            Some((_, object)) => complete(object, keys),
            None => {}
        }
    }

    /// Notes that the type takes tags.
    pub fn takes_tags(&mut self) {
        self.takes_tags = true;
    }

    /// Appends a repeated block.
    pub fn push(&mut self, name: &'static str, block: Arguments) {
        self.problems.extend(block.problems);
        let block = Value::Object(block.values);
        match self.values.iter_mut().find(|(key, _)| key == name) {
            Some((_, Value::List(blocks))) => blocks.push(block),
            Some((_, old)) => *old = Value::List(vec![block]),
            None => self.put(name, Value::List(vec![block])),
        }
    }

    /// Sets a block that stands once.
    pub fn single(&mut self, name: &'static str, block: Arguments) {
        self.problems.extend(block.problems);
        self.put(name, Value::Object(block.values));
    }

    /// Gives the object every key that it lacks.
    pub fn complete(&mut self, keys: &[&'static str]) {
        for key in keys {
            if !self.values.iter().any(|(name, _)| name == key) {
                self.put(key, Value::Null);
            }
        }
    }

    /// How many blocks a loop or a condition made; `max` 0 is no limit.
    pub fn count(&mut self, path: &str, name: &str, min: usize, max: usize) {
        let count = match self.values.iter().find(|(key, _)| key == name) {
            Some((_, Value::List(blocks))) => blocks.len(),
            Some(_) => 1,
            None => 0,
        };
        let allowed = match (min, max) {
            _ if count >= min && (max == 0 || count <= max) => return,
            (min, 0) => format!("at least {min}"),
            (min, max) if min == max => min.to_string(),
            (0, max) => format!("at most {max}"),
            (min, max) => format!("{min} to {max}"),
        };
        self.problems.push(format!("`{path}` takes {allowed} `{name}` blocks, and has {count}"));
    }

    /// Sets what is at a path, whatever was there.
    pub fn overwrite(&mut self, path: &[Step], value: Value) {
        self.unjudged.push(names(path));
        let mut body = Value::Object(std::mem::take(&mut self.values));
        if let Err(missing) = write(&mut body, path, value) {
            self.problems.push(missing);
        }
        if let Value::Object(values) = body {
            self.values = values;
        }
    }

    /// Sets `depends_on`. It takes whole resources: an instance stands for all of its resource.
    pub fn depends_on(&mut self, resources: &[&Handle]) {
        self.depends_on_each(resources.iter().copied().cloned().collect());
    }

    /// Sets `depends_on` to resources that an expression gives; left out where it gives none.
    pub fn depends_on_each(&mut self, resources: Vec<Handle>) {
        if !resources.is_empty() {
            self.put("depends_on", Value::List(resources.iter().map(address).collect()));
        }
    }

    /// Sets `ignore_changes` to paths.
    pub fn ignore_changes(&mut self, paths: &[&'static str]) {
        let paths = paths.iter().map(|path| Value::Text(Cow::Borrowed(path)));
        self.put("ignore_changes", Value::List(paths.collect()));
    }

    /// Sets `provider`.
    pub fn provider(&mut self, alias: ProviderAlias) {
        self.put("provider", Value::Text(alias.name));
    }

    /// The finished resource.
    pub fn declaration(
        mut self,
        mode: Mode,
        type_name: &'static str,
        name: impl Into<Cow<'static, str>>,
        source: Source,
    ) -> Declaration {
        let name = name.into();
        if !is_name(&name) {
            self.problems.push(format!(
                "{name:?} cannot be the name of a resource ({type_name}): letters, digits, `_` and `-`, a letter or `_` in front"
            ));
        }
        let mut retires = Vec::new();
        if mode == Mode::Managed {
            retires = retirement::of(type_name, &self.values, &self.unjudged);
        }
        let body = Block::of(self.values);
        Declaration {
            mode,
            type_name,
            name,
            body,
            takes_tags: self.takes_tags,
            unjudged: self.unjudged,
            problems: self.problems,
            retires,
            source,
        }
    }
}

/// Text that was written out.
pub fn text(text: &'static str) -> Value {
    Value::Text(Cow::Borrowed(text))
}

/// A list that was written out.
pub fn list<const N: usize>(items: [Value; N]) -> Value {
    Value::List(Vec::from(items))
}

/// A map that was written out.
pub fn map<const N: usize>(pairs: [(Key, Value); N]) -> Value {
    Value::Object(Vec::from(pairs))
}

/// Terraform's rule for names.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-'))
}

fn complete(object: &mut Value, keys: &[&'static str]) {
    if let Value::Object(fields) = object {
        for key in keys {
            if !fields.iter().any(|(name, _)| name == key) {
                fields.push((Cow::Borrowed(key), Value::Null));
            }
        }
    }
}

/// Whether some scalar of it is data with no reference in it.
fn holds_data_alone(value: &Value) -> bool {
    match value {
        Value::Null | Value::Expression(_) | Value::Pending(_) => false,
        Value::Bool(_) | Value::Integer(_) | Value::Float(_) | Value::Text(_) => true,
        Value::Template(pieces) => !pieces.iter().any(|piece| matches!(piece, Piece::Expression(_))),
        Value::List(items) => items.iter().any(holds_data_alone),
        Value::Object(fields) => fields.iter().any(|(_, value)| holds_data_alone(value)),
    }
}

/// Sets what is at `path`; blocks on the way that are not there are made, elements in front of them are not.
fn write(at: &mut Value, path: &[Step], value: Value) -> Result<(), String> {
    let Some((step, rest)) = path.split_first() else {
        *at = value;
        return Ok(());
    };
    match *step {
        Step::Name(name) => {
            if !matches!(at, Value::Object(_)) {
                *at = Value::Object(Vec::new());
            }
            let Value::Object(fields) = at else { return Ok(()) };
            let found = fields.iter().position(|(key, _)| key == name).unwrap_or_else(|| {
                fields.push((Cow::Borrowed(name), Value::Null));
                fields.len() - 1
            });
            match fields.get_mut(found) {
                Some((_, field)) => write(field, rest, value),
                None => Ok(()),
            }
        }
        Step::Index(index) => {
            if !matches!(at, Value::List(_)) {
                *at = Value::List(Vec::new());
            }
            let Value::List(items) = at else { return Ok(()) };
            let count = items.len();
            if index == count {
                items.push(Value::Null);
            }
            match items.get_mut(index) {
                Some(item) => write(item, rest, value),
                None => Err(format!("`override` goes to number {index}, and there are {count}")),
            }
        }
    }
}

/// A path as rules write it: names alone.
fn names(path: &[Step]) -> String {
    let names = path.iter().filter_map(|step| match step {
        Step::Name(name) => Some(*name),
        Step::Index(_) => None,
    });
    names.collect::<Vec<_>>().join(".")
}

/// The address of the whole resource, whichever of its instances the handle stands for.
fn address(handle: &Handle) -> Value {
    let address = handle.address();
    Value::Text(Cow::Owned(address.split('[').next().unwrap_or(address).to_owned()))
}
