//! A value of one stack that another one uses: an output there, a read of its state here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::close::Holder;
use super::value::{Expression, StackId};
use crate::check::hash;

/// Which stack uses what of which.
#[derive(Default)]
pub(crate) struct Uses {
    exported: BTreeMap<StackId, BTreeMap<Arc<str>, bool>>,
    pairs: BTreeMap<(StackId, StackId), Witness>,
}

/// The first use of one stack's value in another: what an error about the two shows.
pub(crate) struct Witness {
    pub value: Arc<str>,
    pub holder: String,
}

impl Uses {
    /// `reader` uses `expression`, which belongs to another stack.
    pub fn note(&mut self, reader: StackId, expression: &Expression, holder: Holder<'_>) {
        let texts = self.exported.entry(expression.stack).or_default();
        *texts.entry(Arc::clone(&expression.text)).or_default() |= expression.sensitive;
        let witness = || Witness { value: Arc::clone(&expression.text), holder: holder.to_string() };
        self.pairs.entry((reader, expression.stack)).or_insert_with(witness);
    }

    /// The first use of a value of `read` in `reader`.
    pub fn witness(&self, reader: StackId, read: StackId) -> Option<&Witness> {
        self.pairs.get(&(reader, read))
    }

    /// Who reads whom.
    pub fn pairs(&self) -> impl Iterator<Item = (StackId, StackId)> {
        self.pairs.keys().copied()
    }

    /// Each stack of which something is used, and its expressions with whether they are sensitive.
    pub fn exported(&self) -> impl Iterator<Item = (StackId, &BTreeMap<Arc<str>, bool>)> {
        self.exported.iter().map(|(stack, texts)| (*stack, texts))
    }
}

/// The outputs that a stack has for others.
#[derive(Default)]
pub(crate) struct Exports {
    by_text: BTreeMap<Arc<str>, Export>,
}

/// One of them.
pub(crate) struct Export {
    pub name: String,
    pub sensitive: bool,
}

impl Exports {
    /// Names each expression after its text. Where that name is not free, or would stand for two, a hash of the text
    /// follows it: so the name depends on nothing but the text, and on whether its plain name is free.
    pub fn name(expressions: &BTreeMap<Arc<str>, bool>, taken: BTreeSet<&str>) -> Self {
        let mut wanted: BTreeMap<String, u32> = BTreeMap::new();
        for text in expressions.keys() {
            *wanted.entry(plain_name(text)).or_default() += 1;
        }
        let by_text = expressions.iter().map(|(text, sensitive)| {
            let mut name = plain_name(text);
            if taken.contains(name.as_str()) || wanted.get(&name) != Some(&1) {
                name = format!("{name}_{:016x}", hash(text));
            }
            (Arc::clone(text), Export { name, sensitive: *sensitive })
        });
        Exports { by_text: by_text.collect() }
    }

    /// The output for an expression.
    pub fn of(&self, text: &str) -> Option<&Export> {
        self.by_text.get(text)
    }

    /// Each expression and its output.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Export)> {
        self.by_text.iter().map(|(text, export)| (&**text, export))
    }
}

/// `azurerm_subnet.private.address_prefixes[0]` as `azurerm_subnet_private_address_prefixes_0`.
fn plain_name(text: &str) -> String {
    let mut name = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    name.truncate(name.trim_end_matches('_').len());
    match name.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => name,
        _ => format!("value_{name}"),
    }
}
