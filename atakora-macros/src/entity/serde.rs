//! What of `#[serde(…)]` decides how a value looks in JSON. What serde would refuse is left to serde.

use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, Meta, Token};

/// On the struct.
#[derive(Default)]
pub(super) struct ContainerSerde {
    case: Option<Case>,
    /// The attribute that makes JSON of something else than the fields.
    pub(super) opaque: Option<Meta>,
    /// `tag = "type"`: a field more, which holds the name of the struct.
    pub(super) tag: Option<String>,
}

/// On a field.
#[derive(Default)]
pub(super) struct FieldSerde {
    rename: Option<String>,
    /// `skip` or `skip_serializing`: not in JSON at all.
    pub(super) skipped: bool,
    /// `skip_serializing_if`: not in JSON sometimes.
    pub(super) skipped_sometimes: bool,
    /// Its fields are in JSON, it is not.
    pub(super) flattened: bool,
}

impl ContainerSerde {
    pub(super) fn read(attributes: &[Attribute]) -> Self {
        let mut read = ContainerSerde::default();
        for meta in metas(attributes) {
            let path = meta.path();
            if path.is_ident("rename_all") {
                read.case = serialized(&meta).as_deref().and_then(Case::named).or(read.case);
            } else if path.is_ident("tag") {
                read.tag = serialized(&meta);
            } else if path.is_ident("transparent") || path.is_ident("into") {
                read.opaque = Some(meta);
            }
        }
        read
    }
}

impl FieldSerde {
    pub(super) fn read(attributes: &[Attribute]) -> Self {
        let mut read = FieldSerde::default();
        for meta in metas(attributes) {
            let path = meta.path();
            if path.is_ident("rename") {
                read.rename = serialized(&meta).or(read.rename);
            }
            read.skipped |= path.is_ident("skip") || path.is_ident("skip_serializing");
            read.skipped_sometimes |= path.is_ident("skip_serializing_if");
            read.flattened |= path.is_ident("flatten");
        }
        read
    }

    /// The name in JSON of a field with this name in Rust.
    pub(super) fn json_name(&self, rust: &str, container: &ContainerSerde) -> String {
        match (&self.rename, container.case) {
            (Some(name), _) => name.clone(),
            (None, Some(case)) => case.apply(rust),
            (None, None) => rust.to_owned(),
        }
    }
}

fn metas(attributes: &[Attribute]) -> impl Iterator<Item = Meta> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
        .filter_map(|attribute| attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok())
        .flatten()
}

/// The text of `key = "text"` or of `key(serialize = "text")`.
fn serialized(meta: &Meta) -> Option<String> {
    match meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        Meta::List(list) => list
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .ok()?
            .iter()
            .find(|meta| meta.path().is_ident("serialize"))
            .and_then(serialized),
        Meta::Path(_) => None,
    }
}

/// The cases of `rename_all`.
#[derive(Clone, Copy)]
enum Case {
    Unchanged,
    Upper,
    Pascal,
    Camel,
    Kebab,
    UpperKebab,
}

impl Case {
    fn named(name: &str) -> Option<Self> {
        match name {
            "lowercase" | "snake_case" => Some(Case::Unchanged),
            "UPPERCASE" | "SCREAMING_SNAKE_CASE" => Some(Case::Upper),
            "PascalCase" => Some(Case::Pascal),
            "camelCase" => Some(Case::Camel),
            "kebab-case" => Some(Case::Kebab),
            "SCREAMING-KEBAB-CASE" => Some(Case::UpperKebab),
            _ => None,
        }
    }

    /// As serde does with fields, which it takes to be in snake case.
    fn apply(self, field: &str) -> String {
        match self {
            Case::Unchanged => field.to_owned(),
            Case::Upper => field.to_ascii_uppercase(),
            Case::Pascal => pascal(field),
            Case::Camel => {
                let pascal = pascal(field);
                let mut letters = pascal.chars();
                letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
            }
            Case::Kebab => field.replace('_', "-"),
            Case::UpperKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(field: &str) -> String {
    let mut capital = true;
    let mut pascal = String::new();
    for letter in field.chars() {
        if letter == '_' {
            capital = true;
        } else {
            pascal.push(if capital { letter.to_ascii_uppercase() } else { letter });
            capital = false;
        }
    }
    pascal
}
