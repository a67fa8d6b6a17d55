//! Values as Terraform's JSON, streamed: no second tree, and no search through what was written.
//!
//! Terraform reads most texts as templates, and some as they are (the defaults of variables, descriptions, settings of a
//! backend): [`Encoded`] writes the first, [`Literal`] the second.

use std::borrow::Cow;
use std::io;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::value::{Expression, Key, Pending, Piece, Value};

/// What a value means in the document into which it is written.
pub(crate) trait Place {
    /// The text of an expression here, or the value that stands for it.
    fn expression<'a>(&'a self, expression: &'a Expression) -> Means<'a>;

    /// What a pending value was filled with.
    fn pending(&self, pending: Pending) -> Option<&Value>;
}

/// What an expression is in one place.
pub(crate) enum Means<'a> {
    /// Terraform's syntax.
    Text(Cow<'a, str>),
    /// Something known.
    Value(&'a Value),
}

/// A value in a place.
pub(crate) struct Encoded<'a> {
    pub value: &'a Value,
    pub place: &'a dyn Place,
}

impl Serialize for Encoded<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let place = self.place;
        match self.value {
            Value::Null => out.serialize_unit(),
            Value::Bool(flag) => out.serialize_bool(*flag),
            Value::Integer(number) => out.serialize_i64(*number),
            Value::Float(number) => out.serialize_f64(*number),
            Value::Text(text) => out.serialize_str(&escaped(text)),
            Value::Expression(expression) => match place.expression(expression) {
                Means::Text(text) => out.collect_str(&format_args!("${{{text}}}")),
                Means::Value(value) => Encoded { value, place }.serialize(out),
            },
            Value::Template(pieces) => out.serialize_str(&template(pieces, place)),
            Value::List(items) => {
                let mut list = out.serialize_seq(Some(items.len()))?;
                for value in items {
                    list.serialize_element(&Encoded { value, place })?;
                }
                list.end()
            }
            Value::Object(entries) => object(entries, None, place, out),
            Value::Pending(pending) => match place.pending(*pending) {
                Some(value) => Encoded { value, place }.serialize(out),
                None => out.serialize_unit(),
            },
        }
    }
}

/// The entries in the order of their keys, with `comment` in front, where Terraform does not look.
pub(crate) fn object<S: Serializer>(
    entries: &[(Key, Value)],
    comment: Option<&str>,
    place: &dyn Place,
    out: S,
) -> Result<S::Ok, S::Error> {
    let mut order: Vec<&(Key, Value)> = entries.iter().collect();
    order.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut map = out.serialize_map(None)?;
    if let Some(comment) = comment {
        map.serialize_entry("//", comment)?;
    }
    for (key, value) in order {
        map.serialize_entry(&*escaped(key), &Encoded { value, place })?;
    }
    map.end()
}

/// Data, written so that Terraform reads it as data.
pub(crate) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains('{') || !text.contains("${") && !text.contains("%{") {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("${", "$${").replace("%{", "%%{"))
}

/// The template as one text. Neighbouring data is escaped as one, and data that ends in `$` is kept apart from the
/// expression behind it: `$` and `${x}` side by side would read as an escaped `${x}`.
fn template(pieces: &[Piece], place: &dyn Place) -> String {
    // what the pieces are long, and `${}` around each
    let length = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.len(),
        Piece::Expression(expression) => expression.text.len() + 3,
    });
    let mut out = String::with_capacity(length.sum());
    let mut data = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => data.push_str(text),
            Piece::Expression(expression) => match place.expression(expression) {
                Means::Value(Value::Text(text)) => data.push_str(text),
                Means::Value(Value::Integer(number)) => data.push_str(&number.to_string()),
                Means::Value(Value::Bool(flag)) => data.push_str(if *flag { "true" } else { "false" }),
                Means::Value(_) => {}
                Means::Text(text) => {
                    flush(&mut data, &mut out, true);
                    out.push_str("${");
                    out.push_str(&text);
                    out.push('}');
                }
            },
        }
    }
    flush(&mut data, &mut out, false);
    out
}

fn flush(data: &mut String, out: &mut String, expression_follows: bool) {
    let apart = if expression_follows { data.trim_end_matches('$').len() } else { data.len() };
    let (head, dollars) = data.split_at(apart);
    out.push_str(&escaped(head));
    if !dollars.is_empty() {
        out.push_str("${\"");
        out.push_str(dollars);
        out.push_str("\"}");
    }
    data.clear();
}

/// A value that holds no expression, for the few arguments that Terraform reads as they are.
pub(crate) struct Literal<'a>(pub &'a Value);

impl Serialize for Literal<'_> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Bool(flag) => out.serialize_bool(*flag),
            Value::Integer(number) => out.serialize_i64(*number),
            Value::Float(number) => out.serialize_f64(*number),
            Value::Text(text) => out.serialize_str(text),
            Value::List(items) => out.collect_seq(items.iter().map(Literal)),
            Value::Object(entries) => {
                let mut order: Vec<_> = entries.iter().collect();
                order.sort_by(|(a, _), (b, _)| a.cmp(b));
                out.collect_map(order.into_iter().map(|(key, value)| (key, Literal(value))))
            }
            Value::Null | Value::Expression(_) | Value::Template(_) | Value::Pending(_) => out.serialize_unit(),
        }
    }
}

/// Whether Terraform could read the value where it allows no expression.
pub(crate) fn is_literal(value: &Value) -> bool {
    match value {
        Value::Expression(_) | Value::Template(_) | Value::Pending(_) => false,
        Value::List(items) => items.iter().all(is_literal),
        Value::Object(entries) => entries.iter().all(|(_, value)| is_literal(value)),
        _ => true,
    }
}

/// Appends `document` to `out`, indented by two spaces, with a line feed at the end.
pub(crate) fn write(document: &impl Serialize, out: &mut Vec<u8>) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, document)?;
    out.push(b'\n');
    Ok(())
}
