//! How rules read documents: a literal or a reference at a path, and what a reference leads to.
//!
//! A rule sees what the program wrote. Where a value is known only to Terraform (a variable, a function call, an
//! attribute that Azure makes), nothing is read and no rule fires.

use crate::terraform::close::{Closed, ClosedStack};
use crate::terraform::contents::Declared;
use crate::terraform::declare::Mode;
use crate::terraform::sources::place;
use crate::terraform::value::{Expression, Piece, StackId, Value};

/// How many references are followed to a literal: more is a circle.
const MOST_STEPS: u8 = 8;

/// Which resource of an app: its stack and its address there.
pub(super) type Key<'c> = (StackId, &'c str);

/// A resource that rules look at.
#[derive(Clone, Copy)]
pub(super) struct On<'c> {
    pub closed: &'c Closed<'c>,
    pub here: &'c ClosedStack<'c>,
    pub resource: &'c Declared,
}

/// The type of a resource of azurerm, without the prefix.
pub(super) fn kind(resource: &Declared) -> Option<&str> {
    resource.type_name.strip_prefix("azurerm_")
}

impl<'c> On<'c> {
    /// Like `azurerm_subnet`.
    pub fn type_name(self) -> &'c str {
        &self.resource.type_name
    }

    pub fn kind(self) -> &'c str {
        kind(self.resource).unwrap_or_default()
    }

    /// Whether the app makes it, as opposed to reading it.
    pub fn is_made(self) -> bool {
        self.resource.mode == Mode::Managed && kind(self.resource).is_some()
    }

    /// Which resource of the app it is.
    pub fn key(self) -> Key<'c> {
        (self.here.stack.id(), &self.resource.address)
    }

    /// The arguments and blocks, with their names.
    pub fn fields(self) -> impl Iterator<Item = (&'c str, Read<'c>)> {
        let On { closed, here, resource } = self;
        resource.body.arguments().iter().map(move |(name, value)| (&**name, Read { closed, here, value: Some(value) }))
    }

    /// Paths that no rule about a single argument looks at.
    pub fn unjudged(self) -> &'c [String] {
        &self.resource.unjudged
    }

    pub fn address(self) -> &'c str {
        &self.resource.address
    }

    /// Whether it stands for several, so that each has values of its own.
    pub fn is_several(self) -> bool {
        self.get("for_each").is_set() || self.get("count").is_set()
    }

    /// An argument or a block.
    pub fn get(self, name: &str) -> Read<'c> {
        Read { closed: self.closed, here: self.here, value: self.resource.body.get(name) }
    }

    /// The blocks of a name.
    pub fn each(self, name: &str) -> Vec<Read<'c>> {
        self.get(name).each()
    }

    /// The first block of a name, or nothing to read in.
    pub fn block(self, name: &str) -> Read<'c> {
        self.get(name).block()
    }

    /// Whether it waits for another resource: by `depends_on`, or because it refers to it.
    pub fn waits_for(self, other: On<'c>) -> bool {
        let mut waits =
            self.get("depends_on").each().iter().any(
                |needed| matches!(needed.value, Some(Value::Text(address)) if **address == *other.resource.address),
            );
        for (_, value) in self.resource.body.arguments() {
            let read = Read { closed: self.closed, here: self.here, value: Some(value) };
            read.expressions(&mut |read| waits |= read.target().is_some_and(|target| target.on.key() == other.key()));
        }
        waits
    }

    /// Where it stands, for a text.
    pub fn shown(self) -> String {
        let On { here, resource, .. } = self;
        format!("`{}` in the stack `{}` ({})", resource.address, here.stack.name(), place(&resource.source))
    }
}

/// A value in a document, or none.
#[derive(Clone, Copy)]
pub(super) struct Read<'c> {
    closed: &'c Closed<'c>,
    pub here: &'c ClosedStack<'c>,
    value: Option<&'c Value>,
}

/// What a reference leads to: an attribute of a resource of the app.
#[derive(Clone, Copy)]
pub(super) struct Target<'c> {
    pub on: On<'c>,
    /// Like `id` or `identity[0].principal_id`.
    pub attribute: &'c str,
}

impl<'c> Read<'c> {
    /// What stands there in the end: promises are followed.
    pub fn value(self) -> Option<&'c Value> {
        let mut value = self.value?;
        for _ in 0..MOST_STEPS {
            match value {
                Value::Null => return None,
                Value::Pending(pending) => value = self.closed.filled(*pending)?,
                other => return Some(other),
            }
        }
        None
    }

    fn with(self, value: Option<&'c Value>) -> Self {
        Read { value, ..self }
    }

    /// Whether anything stands there.
    pub fn is_set(self) -> bool {
        self.value().is_some()
    }

    /// Whether something can stand there: no list without elements.
    pub fn may_be_there(self) -> bool {
        self.value().is_some_and(|value| !matches!(value, Value::List(items) if items.is_empty()))
    }

    /// Whether something surely stands there: neither `false` nor what may be nothing.
    pub fn is_there(self) -> bool {
        let known = |value: &'c Value| match value {
            Value::Expression(_) => self.target().is_some(),
            Value::Bool(flag) => *flag,
            _ => true,
        };
        self.may_be_there() && self.value().is_some_and(known)
    }

    /// An argument of a block.
    pub fn get(self, name: &str) -> Self {
        match self.value() {
            Some(Value::Object(entries)) => {
                self.with(entries.iter().find(|(key, _)| key == name).map(|(_, value)| value))
            }
            _ => self.with(None),
        }
    }

    /// The blocks, or the elements of a list.
    pub fn each(self) -> Vec<Self> {
        match self.value() {
            Some(Value::List(items)) => items.iter().map(|item| self.with(Some(item))).collect(),
            Some(Value::Object(_)) => vec![self],
            _ => Vec::new(),
        }
    }

    /// The first block.
    pub fn block(self) -> Self {
        self.each().first().copied().unwrap_or(self.with(None))
    }

    /// The entries of a map.
    pub fn entries(self) -> Vec<(&'c str, Self)> {
        match self.value() {
            Some(Value::Object(entries)) => {
                entries.iter().map(|(key, value)| (&**key, self.with(Some(value)))).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The literal: written here, in a local, or in the argument of another resource to which this refers.
    fn literal(self) -> Option<&'c Value> {
        self.followed()?.0.value()
    }

    /// Where the literal is written, and which argument of another resource that is.
    pub fn followed(self) -> Option<(Self, Option<Target<'c>>)> {
        let (mut read, mut of) = (self, None);
        for _ in 0..MOST_STEPS {
            match read.value()? {
                Value::Expression(expression) => {
                    if let Some(local) = read.local(expression) {
                        read = local;
                        continue;
                    }
                    let target = read.target_of(expression)?;
                    read = target.on.get(target.attribute);
                    of = Some(target);
                }
                _ => return Some((read, of)),
            }
        }
        None
    }

    fn local(self, expression: &Expression) -> Option<Self> {
        let here = self.stack_of(expression)?;
        let value = here.contents.local(&expression.text)?;
        Some(Read { here, value: Some(value), ..self })
    }

    /// Literal text.
    pub fn text(self) -> Option<&'c str> {
        match self.literal()? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether literal text of this stands there.
    pub fn says(self, text: &str) -> bool {
        self.text() == Some(text)
    }

    /// A literal number; Terraform takes numbers in text.
    pub fn number(self) -> Option<i64> {
        match self.literal()? {
            Value::Integer(number) => Some(*number),
            Value::Text(text) => text.parse().ok(),
            _ => None,
        }
    }

    /// A literal flag.
    pub fn flag(self) -> Option<bool> {
        match self.literal()? {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The literal texts of a list.
    pub fn texts(self) -> Vec<&'c str> {
        self.each().into_iter().filter_map(Read::text).collect()
    }

    /// The pieces of text with expressions in it; one piece where it is one or the other.
    pub fn pieces(self) -> Vec<Part<'c>> {
        match self.value() {
            Some(Value::Text(text)) => vec![Part::Text(text)],
            Some(Value::Expression(expression)) => vec![self.part(expression)],
            Some(Value::Template(pieces)) => pieces
                .iter()
                .map(|piece| match piece {
                    Piece::Text(text) => Part::Text(text),
                    Piece::Expression(expression) => self.part(expression),
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    fn part(self, expression: &'c Expression) -> Part<'c> {
        self.target_of(expression).map_or(Part::Unknown, Part::Target)
    }

    /// The resource and attribute to which this refers, where it is a reference and nothing else.
    pub fn target(self) -> Option<Target<'c>> {
        match self.value()? {
            Value::Expression(expression) => self.target_of(expression),
            _ => None,
        }
    }

    fn stack_of(self, expression: &Expression) -> Option<&'c ClosedStack<'c>> {
        if expression.stack == StackId::ANY { Some(self.here) } else { self.closed.stack(expression.stack) }
    }

    fn target_of(self, expression: &'c Expression) -> Option<Target<'c>> {
        let here = self.stack_of(expression)?;
        let (address, attribute) = split(&expression.text)?;
        let resource = here.contents.resource(address)?;
        Some(Target { on: On { closed: self.closed, here, resource }, attribute })
    }

    /// Calls `found` for everything in the value that may be a reference.
    fn expressions(self, found: &mut dyn FnMut(Read<'c>)) {
        match self.value() {
            Some(Value::Expression(_)) => found(self),
            Some(Value::List(items)) => items.iter().for_each(|item| self.with(Some(item)).expressions(found)),
            Some(Value::Object(entries)) => {
                entries.iter().for_each(|(_, value)| self.with(Some(value)).expressions(found));
            }
            _ => {}
        }
    }

    /// What tells this value from others: equal for the same literal, and for the same attribute of the same resource.
    /// Nothing where only Terraform knows the value.
    pub fn identity(self) -> Option<String> {
        let mut identity = String::new();
        for part in self.pieces() {
            match part {
                Part::Text(text) => identity.push_str(text),
                Part::Target(target) => {
                    let ((stack, address), attribute) = (target.on.key(), target.attribute);
                    identity.extend(["${", &stack.0.to_string(), ".", address, ".", attribute, "}"]);
                }
                Part::Unknown => return None,
            }
        }
        (!identity.is_empty()).then_some(identity)
    }
}

/// A piece of text.
pub(super) enum Part<'c> {
    Text(&'c str),
    Target(Target<'c>),
    /// An expression that leads to no resource.
    Unknown,
}

/// `azurerm_subnet.all["a"].id` is the attribute `id` of `azurerm_subnet.all`.
fn split(text: &str) -> Option<(&str, &str)> {
    let data = text.strip_prefix("data.").map_or(0, |_| "data.".len());
    let mut dots = 0;
    let ends = |byte: &u8| {
        dots += u8::from(*byte == b'.');
        let simple = byte.is_ascii_alphanumeric() || b"_.-".contains(byte);
        dots == 2 || !simple
    };
    let end = data + text.as_bytes()[data..].iter().position(ends)?;
    if dots == 0 || !text[end..].starts_with(['.', '[']) {
        return None;
    }
    let mut rest = &text[end..];
    if rest.starts_with('[') {
        rest = &rest[rest.find(']')? + 1..];
    }
    Some((&text[..end], rest.strip_prefix('.')?))
}
