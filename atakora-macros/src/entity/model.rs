//! What the struct means: its schema as Cosmos DB sees it. Everything that is wrong is said here or in `partition_key`.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Ident, LitStr, Type};

use super::kind::{self, Kind};
use super::partition_key;
use super::syntax::{Input, InputField, WrittenKey};
use crate::errors::Errors;

pub(super) struct Entity<'a> {
    pub(super) name: String,
    pub(super) fields: Vec<Field<'a>>,
    /// Never empty: where the user's cannot be used, `/id` stands in for it beside the errors.
    pub(super) partition_key: Vec<String>,
}

pub(super) struct Field<'a> {
    /// In JSON.
    pub(super) name: String,
    pub(super) kind: Kind,
    pub(super) required: bool,
    /// `None`: serde adds it.
    pub(super) source: Option<(&'a Ident, &'a Type)>,
}

/// All names that could be asked for: those in JSON, and those that are not there for a reason.
pub(super) struct Names<'a> {
    pub(super) entity: String,
    pub(super) fields: &'a [Field<'a>],
    /// In Rust.
    pub(super) skipped: Vec<String>,
    /// In Rust.
    pub(super) flattened: Vec<String>,
}

impl<'a> Entity<'a> {
    pub(super) fn of(input: &'a Input<'a>, errors: &mut Errors) -> Self {
        let ident = input.ident.unraw().to_string();
        let stand_in = || vec!["/id".to_owned()];
        if let Some(name) = &input.name {
            check_name(name, errors);
        }
        let name = input.name.as_ref().map_or_else(|| ident.clone(), LitStr::value);
        let Some(written) = &input.fields else {
            errors.at(
                input.ident.span(),
                format!(
                    "SchemaError: entity `{ident}` must be a struct with named fields\n  \
                     Solution: write `struct {ident} {{ id: String, … }}`"
                ),
            );
            return Entity { name, fields: Vec::new(), partition_key: stand_in() };
        };
        if let Some(meta) = &input.serde.opaque {
            let attribute = meta.path().to_token_stream();
            errors.over(
                meta,
                format!(
                    "SchemaError: with `#[serde({attribute})]` the fields of entity `{ident}` are not what is stored\n  \
                     Solution: derive `Entity` on the type that is stored"
                ),
            );
            return Entity { name, fields: Vec::new(), partition_key: stand_in() };
        }
        let fields = fields(written, input, errors);
        let names = Names {
            entity: ident,
            fields: &fields,
            skipped: rust_names(written, |field| field.serde.skipped),
            flattened: rust_names(written, |field| field.serde.flattened),
        };
        check_id(input.ident, &names, errors);
        let partition_key = match &input.partition_key {
            WrittenKey::Paths(paths) => partition_key::check(paths, input, &names, errors),
            WrittenKey::Missing => {
                partition_key::missing(input.ident, &names, errors);
                None
            }
            WrittenKey::Unreadable => None,
        };
        Entity { name, partition_key: partition_key.unwrap_or_else(stand_in), fields }
    }
}

/// The fields that are in JSON, each name once.
fn fields<'a>(written: &'a [InputField<'a>], input: &Input, errors: &mut Errors) -> Vec<Field<'a>> {
    let mut fields: Vec<Field> = Vec::new();
    if let Some(tag) = &input.serde.tag {
        fields.push(Field { name: tag.clone(), kind: Kind::String, required: true, source: None });
    }
    for field in written.iter().filter(|field| !field.serde.skipped && !field.serde.flattened) {
        let rust = field.ident.unraw().to_string();
        let name = field.serde.json_name(&rust, &input.serde);
        if let Some(other) = fields.iter().find(|other| other.name == name) {
            let other = match other.source {
                Some((other, _)) => format!("the field `{}`", other.unraw()),
                None => "the tag".to_owned(),
            };
            errors.at(
                field.ident.span(),
                format!(
                    "SchemaError: {other} and the field `{rust}` are both `{name}` in JSON\n  \
                     Solution: give one of them another `#[serde(rename = \"…\")]`"
                ),
            );
            continue;
        }
        let (kind, always) = kind::of(field.ty);
        fields.push(Field {
            name,
            kind: field.kind.unwrap_or(kind),
            required: always && !field.serde.skipped_sometimes,
            source: Some((field.ident, field.ty)),
        });
    }
    fields
}

fn rust_names(written: &[InputField], which: impl Fn(&InputField) -> bool) -> Vec<String> {
    written.iter().filter(|field| which(field)).map(|field| field.ident.unraw().to_string()).collect()
}

/// Azure's rule for containers, which are named after entities.
fn check_name(name: &LitStr, errors: &mut Errors) {
    let text = name.value();
    if text.is_empty() || text.len() > 255 || text.ends_with(' ') || text.contains(['/', '\\', '#', '?']) {
        errors.at(
            name.span(),
            format!(
                "SchemaError: `{text}` cannot be the name of an entity\n  \
                 Solution: use 1 to 255 characters, none of `/` `\\` `#` `?`, no space at the end"
            ),
        );
    }
}

/// Cosmos DB finds an item by its `id`, a string.
fn check_id(ident: &Ident, names: &Names, errors: &mut Errors) {
    let entity = &names.entity;
    let Some(id) = names.fields.iter().find(|field| field.name == "id") else {
        let solution = match &names.skipped[..] {
            skipped if skipped.iter().any(|name| name == "id") => "take `skip` off the field `id`",
            _ => "add `id: String`, or `#[serde(rename = \"id\")]` on the field that identifies it",
        };
        errors.at(ident.span(), format!("SchemaError: entity `{entity}` has no field `id`\n  Solution: {solution}"));
        return;
    };
    let Some((_, ty)) = id.source else { return };
    if id.kind == Kind::String && id.required {
        return;
    }
    let (is, solution) = match id.kind {
        Kind::String => ("is not always there", "make it a `String` that is always written"),
        Kind::Object => (
            "must be a string",
            "make it a `String`; if its type becomes a string in JSON, put `#[entity(kind = \"string\")]` on it",
        ),
        _ => ("must be a string", "make it a `String`"),
    };
    errors.over(ty, format!("SchemaError: `id` of entity `{entity}` {is}\n  Solution: {solution}"));
}
