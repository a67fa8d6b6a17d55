//! The partition key: one to three paths, each to a field of the entity that is always there and scalar.

use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use super::kind::Kind;
use super::model::{Field, Names};
use super::syntax::Input;
use crate::errors::Errors;
use crate::near::nearest;

/// How many levels a hierarchical partition key can have.
const MOST: usize = 3;

/// The paths, if all of them are right.
pub(super) fn check(paths: &[LitStr], input: &Input, names: &Names, errors: &mut Errors) -> Option<Vec<String>> {
    let entity = &names.entity;
    if paths.is_empty() {
        missing(input.ident, names, errors);
        return None;
    }
    let mut sound = true;
    for (position, path) in paths.iter().enumerate() {
        let text = path.value();
        let problem = if position >= MOST {
            Some(format!(
                "SchemaError: the partition key of entity `{entity}` has {} levels, Cosmos DB takes {MOST}\n  \
                 Solution: remove `{text}`",
                paths.len()
            ))
        } else if paths.iter().take(position).any(|earlier| earlier.value() == text) {
            Some(format!(
                "SchemaError: `{text}` is twice in the partition key of entity `{entity}`\n  Solution: remove one of them"
            ))
        } else {
            check_path(&text, input, names)
        };
        if let Some(problem) = problem {
            errors.at(path.span(), problem);
            sound = false;
        }
    }
    sound.then(|| paths.iter().map(LitStr::value).collect())
}

/// No partition key at all.
pub(super) fn missing(ident: &Ident, names: &Names, errors: &mut Errors) {
    let entity = &names.entity;
    let candidates: Vec<&str> = names
        .fields
        .iter()
        .filter(|field| field.required && field.kind.is_scalar())
        .map(|field| &*field.name)
        .collect();
    let example = candidates.iter().find(|name| **name != "id").or(candidates.first()).unwrap_or(&"id");
    errors.at(
        ident.span(),
        format!(
            "SchemaError: entity `{entity}` has no partition key{}\n  \
             Solution: name the field that most queries know, like `#[entity(partition_key = \"/{example}\")]`",
            listed("Fields that can be one", &candidates)
        ),
    );
}

fn check_path(path: &str, input: &Input, names: &Names) -> Option<String> {
    let entity = &names.entity;
    let Some(name) = path.strip_prefix('/') else {
        return Some(format!(
            "SchemaError: partition key `{path}` does not start with `/`\n  Solution: write `/{path}`"
        ));
    };
    match names.fields.iter().find(|field| field.name == name) {
        Some(field) => check_field(path, field, entity),
        None if name.trim_end_matches('/').contains('/') => Some(format!(
            "SchemaError: partition key `{path}` leads into a field of entity `{entity}`, where it cannot be checked\n  \
             Solution: use a field of `{entity}` itself"
        )),
        None => Some(unknown(path, name, input, names)),
    }
}

fn check_field(path: &str, field: &Field, entity: &str) -> Option<String> {
    let name = &field.name;
    if !field.required {
        return Some(format!(
            "SchemaError: partition key `{path}` of entity `{entity}` is optional\n  \
             Solution: make `{name}` a field that is always there, or use another one"
        ));
    }
    if !field.kind.is_scalar() {
        let is = field.kind.article();
        let way_out = match field.kind {
            Kind::Object | Kind::Timestamp => {
                "; if its type becomes a string in JSON, put `#[entity(kind = \"string\")]` on it"
            }
            _ => "",
        };
        return Some(format!(
            "SchemaError: partition key `{path}` of entity `{entity}` is {is}\n  \
             Solution: use a field that is a string, number, integer or boolean{way_out}"
        ));
    }
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
        return Some(format!(
            "SchemaError: partition key `{path}` of entity `{entity}` has a character that Cosmos DB does not take\n  \
             Solution: rename the field in JSON to letters, digits and `_`"
        ));
    }
    None
}

fn unknown(path: &str, name: &str, input: &Input, names: &Names) -> String {
    let entity = &names.entity;
    let fields: Vec<&str> = names.fields.iter().map(|field| &*field.name).collect();
    let mut text = format!("SchemaError: partition key `{path}` is not a field of entity `{entity}`");
    if let Some(json) = renamed(name, names) {
        return format!("{text}\n  In JSON, the field `{name}` is `{json}`\n  Solution: write `/{json}`");
    }
    if names.skipped.iter().any(|skipped| skipped == name) {
        return format!("{text}\n  The field `{name}` is skipped by serde\n  Solution: take `skip` off it");
    }
    text.push_str(&listed("Fields", &fields));
    for flattened in &names.flattened {
        text.push_str(&format!("\n  The fields of `{flattened}`, which serde flattens, cannot be seen here"));
    }
    match nearest(name, fields.iter().copied()).first() {
        Some(near) => text.push_str(&format!("\n  Solution: did you mean `/{near}`?")),
        None if input.fields.is_some() => text.push_str("\n  Solution: use one of the fields, or add one"),
        None => {}
    }
    text
}

/// The name in JSON of the field that has this name in Rust.
fn renamed<'a>(rust: &str, names: &'a Names) -> Option<&'a str> {
    let field = names.fields.iter().find(|field| field.source.is_some_and(|(ident, _)| ident.unraw() == rust))?;
    Some(&field.name)
}

/// A line with the paths of fields, or nothing.
fn listed(what: &str, fields: &[&str]) -> String {
    if fields.is_empty() {
        return String::new();
    }
    let paths: Vec<String> = fields.iter().map(|field| format!("`/{field}`")).collect();
    format!("\n  {what}: {}", paths.join(", "))
}
