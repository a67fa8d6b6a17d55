//! What the user wrote: the struct, `#[entity(…)]`, and what matters of `#[serde(…)]`.

use darling::ast::NestedMeta;
use darling::{FromAttributes, FromMeta};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Expr, ExprLit, Generics, Ident, Lit, LitStr, Path, Type};

use super::kind::Kind;
use super::serde::{ContainerSerde, FieldSerde};
use crate::errors::Errors;
use crate::path::Library;

pub(super) struct Input<'a> {
    pub(super) ident: &'a Ident,
    pub(super) generics: &'a Generics,
    pub(super) library: Library,
    pub(super) name: Option<LitStr>,
    pub(super) partition_key: WrittenKey,
    pub(super) serde: ContainerSerde,
    /// `None`: not a struct with named fields.
    pub(super) fields: Option<Vec<InputField<'a>>>,
}

pub(super) struct InputField<'a> {
    pub(super) ident: &'a Ident,
    pub(super) ty: &'a Type,
    pub(super) kind: Option<Kind>,
    pub(super) serde: FieldSerde,
}

/// The partition key as far as it could be read.
pub(super) enum WrittenKey {
    Paths(Vec<LitStr>),
    Missing,
    /// There may be one, in an attribute that has an error of its own.
    Unreadable,
}

#[derive(Default, FromAttributes)]
#[darling(attributes(entity))]
struct ContainerAttributes {
    partition_key: Option<Paths>,
    name: Option<LitStr>,
    #[darling(rename = "crate")]
    library: Option<Path>,
}

#[derive(Default, FromAttributes)]
#[darling(attributes(entity))]
struct FieldAttributes {
    kind: Option<Kind>,
}

/// `"/region"` or `["/tenantId", "/userId"]`.
struct Paths(Vec<LitStr>);

impl FromMeta for Paths {
    fn from_expr(expr: &Expr) -> darling::Result<Self> {
        let paths = match expr {
            Expr::Array(array) => array.elems.iter().map(literal).collect(),
            _ => literal(expr).map(|path| vec![path]),
        };
        paths.map(Paths)
    }

    fn from_word() -> darling::Result<Self> {
        Err(not_a_path())
    }

    fn from_list(_: &[NestedMeta]) -> darling::Result<Self> {
        Err(not_a_path())
    }
}

fn literal(expr: &Expr) -> darling::Result<LitStr> {
    match expr {
        Expr::Lit(ExprLit { lit: Lit::Str(path), .. }) => Ok(path.clone()),
        Expr::Group(group) => literal(&group.expr),
        _ => Err(not_a_path().with_span(expr)),
    }
}

fn not_a_path() -> darling::Error {
    darling::Error::custom(
        "SchemaError: a partition key is a path in quotes\n  \
         Solution: write `partition_key = \"/region\"`, or `partition_key = [\"/tenantId\", \"/userId\"]`",
    )
}

impl<'a> Input<'a> {
    pub(super) fn read(input: &'a DeriveInput, errors: &mut Errors) -> Self {
        let attributes = ContainerAttributes::from_attributes(&input.attrs);
        let readable = attributes.is_ok();
        let attributes = attributes.unwrap_or_else(|error| {
            errors.darling(error, input.ident.span());
            ContainerAttributes::default()
        });
        Input {
            ident: &input.ident,
            generics: &input.generics,
            library: attributes.library.map(Library::new).unwrap_or_default(),
            name: attributes.name,
            partition_key: match attributes.partition_key {
                Some(Paths(paths)) => WrittenKey::Paths(paths),
                None if readable => WrittenKey::Missing,
                None => WrittenKey::Unreadable,
            },
            serde: ContainerSerde::read(&input.attrs),
            fields: fields(&input.data, errors),
        }
    }
}

fn fields<'a>(data: &'a Data, errors: &mut Errors) -> Option<Vec<InputField<'a>>> {
    let Data::Struct(data) = data else { return None };
    let syn::Fields::Named(fields) = &data.fields else {
        return None;
    };
    let fields = fields.named.iter().filter_map(|field| {
        let attributes = FieldAttributes::from_attributes(&field.attrs).unwrap_or_else(|error| {
            errors.darling(error, field.span());
            FieldAttributes::default()
        });
        Some(InputField {
            ident: field.ident.as_ref()?,
            ty: &field.ty,
            kind: attributes.kind,
            serde: FieldSerde::read(&field.attrs),
        })
    });
    Some(fields.collect())
}
